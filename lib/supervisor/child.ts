import { fork, type ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { logger } from '@/lib/platform/logger';

/** What a child tells its supervisor. */
export type ChildMessage =
  | { kind: 'ready'; port?: number }
  | { kind: 'failed'; code?: string; message: string };

/** A child program that is kept running until it is stopped. */
export interface Kept {
  stop(): Promise<void>;
}

/**
 * Starts a program of dist/ and waits until it is ready; starts it again when it ends by itself, more slowly each
 * time. Throws the child's last message where it fails before it was ever ready.
 */
export async function keepRunning(program: string, path: string, env: NodeJS.ProcessEnv): Promise<Kept> {
  let stopping = false;
  let child = await start(program, path, env);
  let pause = 500;
  const watch = (watched: ChildProcess, since: number) =>
    watched.once('exit', (code, signal) => {
      if (stopping) return;
      logger.warn({ program, code, signal }, 'program ended; starting it again');
      if (Date.now() - since > 60_000) pause = 500;
      void restart();
    });
  const restart = async () => {
    while (!stopping) {
      await delay(pause);
      pause = Math.min(pause * 2, 30_000);
      try {
        if (stopping) return;
        child = await start(program, path, env);
        watch(child, Date.now());
        return;
      } catch (error) {
        logger.error({ program, err: error }, 'program did not start');
      }
    }
  };
  watch(child, Date.now());
  return {
    stop: async () => {
      stopping = true;
      await stopChild(child);
    },
  };
}

// Prisma reads related rows side by side on one connection, of which pg warns once a process.
const nodeOptions = ['--enable-source-maps', '--disable-warning=DeprecationWarning'];

function start(program: string, path: string, env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = fork(path, [], {
    execArgv: nodeOptions,
    env: { ...env, ASSENT_PROCESS: program },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return new Promise((done, fail) => {
    child.on('message', (message: ChildMessage) => {
      if (message.kind === 'ready') done(child);
      if (message.kind === 'failed') fail(Object.assign(new Error(message.message), { code: message.code }));
    });
    child.once('exit', (code, signal) =>
      fail(new Error(`${program} ended (${signal ?? code}) before it was ready`)),
    );
  });
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  if (child.connected) child.send('stop');
  else child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
  await gone;
  clearTimeout(timer);
}
