import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approveNewSchema, createInstallation, type TestInstallation } from '../../factories/installation';
import { createTestDatabase, type TestDatabase } from '../test-database';

const clock = () => new Date('2026-05-04T10:00:00.000Z');
const worker = resolve('dist/worker.mjs');
const exportCount = 50;

/** Numbers between 0 and 1 that are the same in every run (a linear congruential generator). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

describe.skipIf(!existsSync(worker))('a worker that is killed again and again', () => {
  let database: TestDatabase;
  let installation: TestInstallation;
  beforeAll(async () => {
    database = await createTestDatabase();
    installation = await createInstallation(database.db, clock);
  });
  afterAll(async () => {
    await database.close();
    installation.remove();
  });

  it(`delivers each of ${exportCount} versions exactly once`, { timeout: 300_000 }, async () => {
    const { cast, remote, dataDir } = installation;
    const ids: string[] = [];
    for (let at = 0; at < exportCount; at += 1) {
      ids.push(await approveNewSchema(cast, `analytics/killed/number_${at}`, clock));
    }
    const left = () => database.db.export.count({ where: { state: { not: 'exported' } } });
    const random = createRandom(20_260_504);
    let kills = 0;
    while ((await left()) > 0) {
      // After enough kills one worker may finish, so that a slow machine comes to an end.
      const lifetime = kills < 40 ? 300 + random() * 1_500 : Number.POSITIVE_INFINITY;
      await runWorker({ url: database.url, dataDir, lifetime, isDone: async () => (await left()) === 0 });
      kills += 1;
    }
    expect(kills).toBeGreaterThan(3);
    const log = execFileSync(
      'git',
      ['-C', remote, 'log', '--format=%(trailers:key=Assent-Export,valueonly)', 'main'],
      {
        encoding: 'utf8',
      },
    );
    expect(log.split('\n').filter(Boolean).sort()).toEqual([...ids].sort());
    execFileSync('git', ['-C', remote, 'fsck', '--strict'], { stdio: 'pipe' });
    for (const { text, schema } of await database.db.schemaVersion.findMany({
      where: { source: 'proposal' },
      include: { schema: true },
    })) {
      const path = `main:jsonschema/${schema.title}/1.0.0.yaml`;
      expect(execFileSync('git', ['-C', remote, 'show', path], { encoding: 'utf8' })).toBe(text);
    }
    const states = await database.db.proposal.groupBy({ by: ['state'], _count: true });
    expect(states).toEqual([{ state: 'exported', _count: exportCount }]);
  });
});

interface Run {
  url: string;
  dataDir: string;
  /** Milliseconds until it is killed. */
  lifetime: number;
  isDone: () => Promise<boolean>;
}

async function runWorker({ url, dataDir, lifetime, isDone }: Run): Promise<void> {
  const env = { ...process.env, DATABASE_URL: url, DATA_DIR: dataDir, LOG_LEVEL: 'silent' };
  const child = spawn(process.execPath, [worker], { env, stdio: 'ignore', detached: true });
  const gone = new Promise((done) => child.once('exit', done));
  const began = Date.now();
  await new Promise<void>((done) => {
    const timer = setInterval(async () => {
      const isOver = Date.now() - began > lifetime || child.exitCode !== null;
      if (!isOver && !(await isDone())) return;
      clearInterval(timer);
      done();
    }, 50);
  });
  // The whole group, so that a git it started dies in the same moment.
  if (child.exitCode === null && child.pid) process.kill(-child.pid, 'SIGKILL');
  await gone;
}
