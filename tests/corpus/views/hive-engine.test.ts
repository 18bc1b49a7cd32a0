import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evolveTable } from '@/lib/domain/compatibility/hive';
import type { JsonObject } from '@/lib/domain/schema/json';
import { toHiveAlter, toHiveDdl } from '@/lib/domain/views/hive-ddl';
import { hiveColumns, hivePartitions } from '@/lib/domain/views/hive-type';
import { duckDb, type Engine, openEngine, plainField } from '../../support/duckdb';
import { corpusPairs, corpusVersions, hasCorpus } from '../compatibility/corpus-versions';

describe.skipIf(!hasCorpus || !duckDb)('the tables of real schemas in a database', () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await openEngine();
  });
  afterAll(() => engine.close());

  /** The fields' columns, without the partitions. */
  async function columns(): Promise<Map<string, unknown>> {
    const described = await engine.describe('real');
    const found = new Map(described.map(({ name, type }) => [name, type]));
    for (const { name } of hivePartitions) expect(found.delete(name)).toBe(true);
    return found;
  }

  async function create(schema: JsonObject): Promise<void> {
    await engine.drop('real');
    await engine.run(toHiveDdl(schema, 'event.real'));
  }

  test('are made, with a column of the right type for every field', async () => {
    const versions = corpusVersions().filter(({ schema }) => hiveColumns(schema).fields.length > 0);
    expect(versions.length).toBeGreaterThan(150);
    for (const { name, schema } of versions) {
      await create(schema);
      expect([name, ...(await columns())]).toEqual([name, ...hiveColumns(schema).fields.map(plainField)]);
    }
  });

  test('become those of the next version by what alters them', async () => {
    const pairs = corpusPairs().filter(({ older }) => hiveColumns(older).fields.length > 0);
    expect(pairs.length).toBeGreaterThan(80);
    for (const { name, older, newer } of pairs) {
      await create(older);
      await engine.run(toHiveAlter(older, newer, 'event.real'));
      const expected = new Map(evolveTable(older, newer).columns.map(plainField));
      expect([name, await columns()]).toEqual([name, expected]);
    }
  });
});
