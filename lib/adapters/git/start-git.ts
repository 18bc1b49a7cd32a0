import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { gitEnvironment } from './git-environment';
import { errorFromStderr, GitError } from './git-error';

export interface GitProcessOptions {
  cwd: string;
  /** Written to standard input, which is then closed. */
  input?: Buffer | string;
  /** Variables on top of the adapter's own environment. */
  env?: Record<string, string>;
  /** Git settings on top of the adapter's own; they do not appear on the command line. */
  config?: Record<string, string>;
  /** Milliseconds; default one minute. */
  timeoutMs?: number;
}

export interface GitProcess {
  stdout: ChildProcessWithoutNullStreams['stdout'];
  /** Settles when git has ended and its output was read. Throws GitError. */
  done: Promise<{ stderr: string }>;
  /** Ends git and everything it started; `done` then throws this error. */
  stop(reason: GitError): void;
}

const defaultTimeoutMs = 60_000;
const keptStderr = 64 * 1024;

/** Starts git without a shell. The caller reads `stdout` and awaits `done`. */
export function startGit(args: readonly string[], options: GitProcessOptions): GitProcess {
  const child = spawn('git', args, {
    cwd: options.cwd,
    env: gitEnvironment(options.env, options.config) as NodeJS.ProcessEnv,
    stdio: ['pipe', 'pipe', 'pipe'],
    // A group of its own, so that helpers (ssh, index-pack) can be ended together with git.
    detached: true,
  });
  const command = args[0] ?? '';
  let stopped: GitError | null = null;
  const stop = (reason: GitError) => {
    stopped ??= reason;
    endGroup(child.pid);
  };
  const timeoutMs = options.timeoutMs ?? defaultTimeoutMs;
  const timer = setTimeout(
    () => stop(new GitError('timeout', `git ${command} did not finish within ${timeoutMs / 1000} seconds.`)),
    timeoutMs,
  );
  const stderr = collectTail(child.stderr);
  const done = new Promise<{ stderr: string }>((resolve, reject) => {
    child.once('error', (cause) => {
      clearTimeout(timer);
      reject(startError(cause, options.cwd));
    });
    child.once('close', (exitCode) => {
      clearTimeout(timer);
      if (stopped) reject(stopped);
      else if (exitCode === 0) resolve({ stderr: stderr() });
      else reject(errorFromStderr(command, stderr()));
    });
  });
  // git may end before it has read its input; its exit code then says why.
  child.stdin.on('error', () => {});
  child.stdin.end(options.input ?? '');
  return { stdout: child.stdout, done, stop };
}

function collectTail(stream: NodeJS.ReadableStream): () => string {
  let tail = Buffer.alloc(0);
  stream.on('data', (chunk: Buffer) => {
    tail = Buffer.concat([tail, chunk]).subarray(-keptStderr);
  });
  return () => tail.toString('utf8');
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

function startError(cause: Error, cwd: string): GitError {
  const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
  if (missing && existsSync(cwd)) {
    return new GitError('git-missing', 'git was not found on this machine. Install git and start again.');
  }
  if (missing) return new GitError('not-a-repository', `The folder ${cwd} does not exist.`);
  return new GitError('failed', `git could not be started: ${cause.message}`);
}
