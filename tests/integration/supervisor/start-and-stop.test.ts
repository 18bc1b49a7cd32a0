import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort, type Installation, startInstallation } from '../../support/installation';

const isBuilt = existsSync(resolve('dist/supervisor.mjs')) && existsSync(resolve('.next/BUILD_ID'));

async function health(url: string): Promise<number> {
  try {
    return (await fetch(`${url}/api/health`)).status;
  } catch {
    return 0;
  }
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const { promise, resolve: done, reject } = Promise.withResolvers<void>();
  const deadline = Date.now() + 60_000;
  const look = async () => {
    if (await holds()) return done();
    if (Date.now() > deadline) return reject(new Error('it never came to pass'));
    setTimeout(look, 100);
  };
  void look();
  await promise;
}

function childrenOf(pid: number | undefined): number[] {
  const text = execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' });
  return text
    .split('\n')
    .map(Number)
    .filter((child) => child > 0);
}

function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

function postmasterOf(dataDir: string): number {
  return Number.parseInt(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10);
}

describe.skipIf(!isBuilt || process.platform !== 'linux')('starting, stopping and being killed', () => {
  let dataDir: string;
  let port: number;
  let running: Installation;
  const start = () => startInstallation({ dataDir, port, env: { LOG_LEVEL: 'silent' } });

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'assent-supervisor-'));
    port = await freePort();
    running = await start();
  });
  afterAll(async () => {
    await running.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('serves once it says so, and creates the schema repository', async () => {
    expect(await health(running.url)).toBe(200);
    expect(running.output()).toContain(`Assent is ready: ${running.url}`);
    expect(existsSync(join(dataDir, 'schemas.git', 'HEAD'))).toBe(true);
  });

  it('starts the web server, the worker and the database again when they are killed', async () => {
    const before = childrenOf(running.supervisor.pid);
    expect(before.length).toBeGreaterThanOrEqual(2);
    // The database is the supervisor's child too, until the supervisor itself was started again.
    for (const pid of new Set([...before, postmasterOf(dataDir)])) process.kill(pid, 'SIGKILL');
    await until(() => before.every((pid) => !isAlive(pid)));
    await until(async () => (await health(running.url)) === 200);
    await until(() => childrenOf(running.supervisor.pid).length === before.length);
  });

  it('leaves only the database running when the supervisor is killed, and starts again beside it', async () => {
    const postmaster = postmasterOf(dataDir);
    const children = childrenOf(running.supervisor.pid).filter((pid) => pid !== postmaster);
    running.supervisor.kill('SIGKILL');
    await until(() => children.every((pid) => !isAlive(pid)));
    expect(isAlive(postmaster)).toBe(true);
    running = await start();
    expect(postmasterOf(dataDir)).toBe(postmaster);
    expect(await health(running.url)).toBe(200);
  });

  it('stops everything on SIGTERM, the database last', async () => {
    const pids = [...childrenOf(running.supervisor.pid), postmasterOf(dataDir)];
    await running.stop();
    expect(pids.filter(isAlive)).toEqual([]);
    expect(running.output()).toContain('stopped.');
    running = await start();
  });

  it('says in one sentence that a port is taken', async () => {
    const taken = await freePort();
    const other = createServer().listen(taken, '127.0.0.1');
    const elsewhere = mkdtempSync(join(tmpdir(), 'assent-taken-'));
    const attempt = startInstallation({ dataDir: elsewhere, port: taken, env: { LOG_LEVEL: 'silent' } });
    await expect(attempt).rejects.toThrow(`port ${taken} is taken by another program`);
    other.close();
    rmSync(elsewhere, { recursive: true, force: true });
  });

  it('refuses demonstration mode on an address that others can reach', async () => {
    const attempt = startInstallation({
      dataDir,
      port: await freePort(),
      env: { DEMO: 'on', HOST: '0.0.0.0' },
    });
    await expect(attempt).rejects.toThrow('runs on a loopback address only');
  });
});
