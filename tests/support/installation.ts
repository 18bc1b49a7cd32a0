import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The product as `npm start` runs it, on a port and in a data folder of its own. */
export interface Installation {
  url: string;
  dataDir: string;
  supervisor: ChildProcess;
  /** What it printed so far. */
  output(): string;
  /** Runs `assent …` beside it and gives what it printed. Throws where it fails. */
  assent(...words: string[]): Promise<string>;
  /** Ends it by SIGTERM and waits; the data folder stays. */
  stop(): Promise<void>;
}

export interface InstallationOptions {
  dataDir?: string;
  port?: number;
  env?: Record<string, string>;
}

/** Starts the built product and waits until it can be used. Throws with what it printed where it cannot. */
export async function startInstallation(options: InstallationOptions = {}): Promise<Installation> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'assent-installation-'));
  const port = options.port ?? (await freePort());
  const env = {
    ...process.env,
    ...options.env,
    DATA_DIR: dataDir,
    PORT: String(port),
    NODE_ENV: 'production',
  } as NodeJS.ProcessEnv;
  delete env['DATABASE_URL'];
  const supervisor = spawn(process.execPath, [resolve('dist/supervisor.mjs')], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let printed = '';
  for (const stream of [supervisor.stdout, supervisor.stderr])
    stream?.on('data', (data) => (printed += String(data)));
  await new Promise<void>((done, fail) => {
    supervisor.once('message', () => done());
    supervisor.once('exit', (code) => fail(new Error(`the supervisor ended (${code}):\n${printed}`)));
  });
  return {
    url: `http://localhost:${port}`,
    dataDir,
    supervisor,
    output: () => printed,
    assent: (...words) => runAssent(words, env),
    stop: () => stopGently(supervisor),
  };
}

/** Stops an installation and removes its data. */
export async function removeInstallation(installation: Installation): Promise<void> {
  await installation.stop();
  rmSync(installation.dataDir, { recursive: true, force: true });
}

async function stopGently(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await gone;
}

function runAssent(words: string[], env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(process.execPath, [resolve('dist/assent.cjs'), ...words], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (printed += String(data)));
  return new Promise((done, fail) => {
    child.once('close', (code) => {
      if (code === 0) done(printed);
      else fail(new Error(`assent ${words.join(' ')} ended with ${code}:\n${printed}`));
    });
  });
}

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}
