import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEnv } from '@/lib/platform/env';
import { importRepository } from '@/lib/services/repository/import-repository';
import { loadImport } from '@/lib/services/repository/load-repositories';
import { registerRepository } from '@/lib/services/repository/register-repository';
import { createTestDatabase, type TestDatabase } from '../test-database';

const corpus = process.env.ASSENT_CORPUS ?? resolve('../shared/corpus');
const clock = () => new Date('2026-05-04T10:00:00.000Z');

async function importFolder(source: string, name: string) {
  const { importId } = await registerRepository(null, { source, name }, { clock, start: false });
  await importRepository(importId, clock);
  return loadImport(null, importId);
}

describe('importing a schema repository', () => {
  let database: TestDatabase;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'assent-import-'));
    process.env.DATA_DIR = folder;
    readEnv().DATA_DIR = folder;
    database = await createTestDatabase();
  });
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('reads the example schemas that Assent ships, and a second time changes nothing', async () => {
    const first = await importFolder(resolve('scripts/example-repository'), 'examples');
    expect(first).toMatchObject({ state: 'done', refused: 0, unchanged: 0, problems: [], error: null });
    expect(first.added).toBe(first.versions);
    expect(first.schemas).toBeGreaterThanOrEqual(5);
    const audited = await database.db.auditEntry.count();
    const second = await importFolder(resolve('scripts/example-repository'), 'examples');
    expect(second).toMatchObject({ state: 'done', added: 0, unchanged: first.versions, refused: 0 });
    expect(second.commit).toBe(first.commit);
    expect(await database.db.auditEntry.count()).toBe(audited + 1);
  });

  it.skipIf(!existsSync(corpus))('reads the two repositories of the corpus whole', async () => {
    const primary = await importFolder(join(corpus, 'repositories/primary'), 'primary');
    const secondary = await importFolder(join(corpus, 'repositories/secondary'), 'secondary');
    expect([...primary.problems, ...secondary.problems]).toEqual([]);
    expect(primary.schemas + secondary.schemas).toBe(78);
    expect(primary.versions + secondary.versions).toBe(200);
    const again = await importFolder(join(corpus, 'repositories/secondary'), 'secondary');
    expect(again).toMatchObject({ added: 0, unchanged: secondary.versions, refused: 0 });
  });
});
