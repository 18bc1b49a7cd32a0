import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  chownSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { AppError } from '@/lib/platform/app-error';
import { findPostgresFolder, programPath } from './binaries';
import { chooseIdentity, type Identity } from './identity';

const run = promisify(execFile);
const user = 'assent';
const database = 'assent';

interface Connection {
  port: number;
  password: string;
}

/** A running embedded PostgreSQL. `started` tells whether this call started it. */
export interface Cluster {
  url: string;
  started: boolean;
  /** Stops the server and waits until it is gone; clients are disconnected, nothing acknowledged is lost. */
  stop(): Promise<void>;
}

/**
 * Connects to the embedded PostgreSQL of a data folder, and starts it first where it does not run: after a clean
 * stop, after `kill -9` of it or of whoever started it, and on the very first call, which creates it.
 * Safe to call from several processes at once. Throws `unavailable` with the server's last words.
 */
export async function connectOrStart(dataDir: string): Promise<Cluster> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const identity = chooseIdentity(join(dataDir, 'postgres'), findPostgresFolder());
  const known = readConnection(dataDir);
  if (known && (await accepts(known, 'postgres'))) return cluster(identity, known, false);
  const connection = known ?? { port: 0, password: randomBytes(24).toString('base64url') };
  if (!existsSync(join(identity.dataDir, 'PG_VERSION')))
    await createCluster(dataDir, identity, connection.password);
  const started = await startServer(dataDir, identity, connection);
  await ensureDatabase(started.connection);
  return cluster(identity, started.connection, started.own);
}

function cluster(identity: Identity, connection: Connection, started: boolean): Cluster {
  return { url: toUrl(connection, database), started, stop: () => stopServer(identity) };
}

function toUrl({ port, password }: Connection, name: string): string {
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${name}`;
}

function connectionFile(dataDir: string): string {
  return join(dataDir, 'postgres.json');
}

function readConnection(dataDir: string): Connection | null {
  try {
    return JSON.parse(readFileSync(connectionFile(dataDir), 'utf8')) as Connection;
  } catch {
    return null;
  }
}

function writeConnection(dataDir: string, connection: Connection): void {
  const file = connectionFile(dataDir);
  writeFileSync(`${file}.new`, JSON.stringify(connection), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

async function accepts(connection: Connection, name: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: toUrl(connection, name), connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function createCluster(dataDir: string, identity: Identity, password: string): Promise<void> {
  const passwordFile = join(identity.uid ? join(identity.dataDir, '..') : dataDir, 'initdb-password');
  // Made beside its place and moved there whole, so that an interrupted first start leaves nothing half-made.
  const target = `${identity.dataDir}.new`;
  rmSync(target, { recursive: true, force: true });
  if (identity.uid) mkdirSync(target, { mode: 0o700 });
  if (identity.uid) chownSync(target, identity.uid, identity.gid ?? identity.uid);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (identity.uid) chownSync(passwordFile, identity.uid, identity.gid ?? identity.uid);
  const words = [
    ...identity.prefix,
    programPath(identity.programs, 'initdb'),
    `--pgdata=${target}`,
    `--username=${user}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
  ];
  try {
    await run(words[0] as string, words.slice(1), { uid: identity.uid, gid: identity.gid, timeout: 120_000 });
    rmSync(identity.dataDir, { recursive: true, force: true });
    renameSync(target, identity.dataDir);
  } catch (error) {
    throw new AppError('unavailable', `The embedded database could not be created: ${lastWords(error)}`, {
      cause: error,
    });
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function lastWords(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message?: string };
  return (stderr || message || String(error)).trim().split('\n').slice(-3).join(' ');
}

async function startServer(
  dataDir: string,
  identity: Identity,
  connection: Connection,
): Promise<{ connection: Connection; own: boolean }> {
  const deadline = Date.now() + 60_000;
  let current = connection;
  let first = true;
  while (Date.now() < deadline) {
    // Another process may have started it meanwhile, on a port of its own choice.
    const written = readConnection(dataDir);
    if (!first && written && (await accepts(written, 'postgres'))) return { connection: written, own: false };
    current = {
      ...current,
      port: first && current.port && (await isFree(current.port)) ? current.port : await freePort(),
    };
    first = false;
    if (await tryStart(dataDir, identity, current)) {
      writeConnection(dataDir, current);
      return { connection: current, own: true };
    }
    await delay(300);
  }
  throw new AppError(
    'unavailable',
    `The embedded database did not start within a minute. Its log is ${join(dataDir, 'postgres.log')}: ${tail(dataDir)}`,
  );
}

async function tryStart(dataDir: string, identity: Identity, connection: Connection): Promise<boolean> {
  const log = openSync(join(dataDir, 'postgres.log'), 'a', 0o600);
  const words = [
    ...identity.prefix,
    programPath(identity.programs, 'postgres'),
    ...['-D', identity.dataDir, '-p', String(connection.port), '-h', '127.0.0.1', '-k', ''],
    ...['-c', 'max_connections=100', '-c', 'shared_buffers=64MB', '-c', 'timezone=UTC'],
  ];
  const child = spawn(words[0] as string, words.slice(1), {
    detached: true,
    stdio: ['ignore', log, log],
    uid: identity.uid,
    gid: identity.gid,
    cwd: identity.dataDir,
  });
  closeSync(log);
  let over = false;
  child.once('exit', () => {
    over = true;
  });
  child.once('error', () => {
    over = true;
  });
  child.unref();
  while (!over) {
    if (await accepts(connection, 'postgres')) return true;
    await delay(50);
  }
  return false;
}

async function ensureDatabase(connection: Connection): Promise<void> {
  const client = new pg.Client({ connectionString: toUrl(connection, 'postgres') });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
  } catch (error) {
    // 42P04, 23505: another process created it in this moment.
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error;
  } finally {
    await client.end();
  }
}

async function stopServer(identity: Identity): Promise<void> {
  const pidFile = join(identity.dataDir, 'postmaster.pid');
  const pid = readPid(pidFile);
  if (pid === null) return;
  signal(pid, 'SIGINT'); // fast shutdown: disconnects clients, writes a checkpoint
  for (let waited = 0; waited < 30_000; waited += 50) {
    if (!existsSync(pidFile) || !isAlive(pid)) return;
    await delay(50);
  }
  signal(pid, 'SIGQUIT');
}

function readPid(file: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8').split('\n')[0] ?? '', 10);
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It is gone already, which is what was wanted.
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer().once('error', () => done(false));
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
  });
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}

function tail(dataDir: string): string {
  try {
    return readFileSync(join(dataDir, 'postgres.log'), 'utf8').trim().split('\n').slice(-2).join(' ');
  } catch {
    return '';
  }
}
