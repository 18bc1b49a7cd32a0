import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { GitError } from './git-error';

interface Holder {
  id: string;
  pid: number;
  host: string;
}

const heartbeatMs = 3_000;
const silentMs = 30_000;
const pollMs = 40;

/**
 * Runs the work while no other process, nor other work in this process, holds the lock file. A holder that
 * died is noticed at once on the same machine (its process is gone), elsewhere after 30 seconds without a
 * sign of life. Throws GitError `timeout` if the lock is not free within `waitMs`.
 */
export async function withFolderLock<T>(path: string, waitMs: number, work: () => Promise<T>): Promise<T> {
  const holder: Holder = { id: randomUUID(), pid: process.pid, host: hostname() };
  await acquire(path, holder, waitMs);
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => {});
  }, heartbeatMs);
  heartbeat.unref();
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    if ((await readHolder(path))?.id === holder.id) await rm(path, { force: true });
  }
}

async function acquire(path: string, holder: Holder, waitMs: number): Promise<void> {
  const own = `${path}.${holder.id}`;
  await writeFile(own, JSON.stringify(holder));
  try {
    const until = Date.now() + waitMs;
    while (!(await tryLink(own, path))) {
      if (await isStale(path)) await takeAway(path);
      else if (Date.now() > until) {
        throw new GitError('timeout', 'The copy of the repository is in use by another process; try again.');
      } else await pause(pollMs);
    }
  } finally {
    await rm(own, { force: true });
  }
}

/** A hard link appears with its content or not at all: nobody ever reads a half-written lock. */
async function tryLink(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function isStale(path: string): Promise<boolean> {
  const holder = await readHolder(path);
  if (!holder) return false;
  if (holder.host === hostname() && !isAlive(holder.pid)) return true;
  const seen = await stat(path).catch(() => null);
  return seen !== null && Date.now() - seen.mtimeMs > silentMs;
}

/** Of several processes that find the same stale lock, one renames it; a lock that is not stale is put back. */
async function takeAway(path: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  if (!(await isStale(aside))) await tryLink(aside, path);
  await rm(aside, { force: true });
}

async function readHolder(path: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
