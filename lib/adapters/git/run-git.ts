import { GitError } from './git-error';
import { type GitProcessOptions, startGit } from './start-git';

export interface RunGitOptions extends GitProcessOptions {
  /** Bytes of standard output; default 64 MiB. */
  maxOutputBytes?: number;
}

const defaultMaxOutput = 64 * 1024 * 1024;

/**
 * Runs git to its end, without a shell, in the adapter's own environment (git-environment.ts).
 * Throws GitError for every exit code but 0; `too-large` if it writes more than `maxOutputBytes`.
 */
export async function runGit(
  args: readonly string[],
  options: RunGitOptions,
): Promise<{ stdout: Buffer; stderr: string }> {
  const limit = options.maxOutputBytes ?? defaultMaxOutput;
  const git = startGit(args, options);
  const chunks: Buffer[] = [];
  let length = 0;
  git.stdout.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > limit) git.stop(new GitError('too-large', `git ${args[0]} wrote more than ${limit} bytes.`));
    else chunks.push(chunk);
  });
  const { stderr } = await git.done;
  return { stdout: Buffer.concat(chunks), stderr };
}

/** Like `runGit`, for output that is one short text: returns it without surrounding white space. */
export async function readGit(args: readonly string[], options: RunGitOptions): Promise<string> {
  const { stdout } = await runGit(args, options);
  return stdout.toString('utf8').trim();
}
