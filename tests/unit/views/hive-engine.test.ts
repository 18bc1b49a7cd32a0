import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evolveTable } from '@/lib/domain/compatibility/hive';
import type { JsonObject } from '@/lib/domain/schema/json';
import { toHiveAlter, toHiveDdl } from '@/lib/domain/views/hive-ddl';
import { hiveColumns } from '@/lib/domain/views/hive-type';
import { duckDb, type Engine, openEngine, plainField } from '../../support/duckdb';
import { tableSchema, tableVersions } from './table-schemas';
import { clickSchema } from './view-schemas';

const partitions = [
  ['datacenter', 'VARCHAR'],
  ['year', 'BIGINT'],
  ['month', 'BIGINT'],
  ['day', 'BIGINT'],
  ['hour', 'BIGINT'],
];

describe.skipIf(!duckDb)('the table in a database', () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await openEngine();
  });
  afterAll(() => engine.close());

  async function columnsOf(): Promise<[string, unknown][]> {
    return (await engine.describe('click')).map(({ name, type }) => [name, type]);
  }

  async function expectTable(schema: JsonObject): Promise<void> {
    await engine.drop('click');
    await engine.run(toHiveDdl(schema, 'event.click'));
    expect(await columnsOf()).toEqual([...hiveColumns(schema).fields.map(plainField), ...partitions]);
  }

  test('has a column of the right type for each field', async () => {
    await expectTable(clickSchema);
    expect(await engine.describe('click')).toContainEqual({
      name: 'action',
      type: 'VARCHAR',
      comment: "What the person did; it's one of a few.",
    });
    expect(await columnsOf()).toContainEqual([
      'performer',
      ['struct', ['edit_count', 'BIGINT'], ['id', 'BIGINT']],
    ]);
    expect(await columnsOf()).toContainEqual(['headers', ['map', 'VARCHAR', 'VARCHAR']]);
  });

  test('is made from any schema that has a column', async () => {
    await fc.assert(
      fc.asyncProperty(tableSchema, async (schema) => {
        fc.pre(hiveColumns(schema).fields.length > 0);
        await expectTable(schema);
      }),
      { numRuns: 150 },
    );
  });

  test('gets the structure of the new version from what alters it', async () => {
    await fc.assert(
      fc.asyncProperty(tableVersions, async ({ older, newer }) => {
        fc.pre(hiveColumns(older).fields.length > 0);
        await expectTable(older);
        await engine.run(toHiveAlter(older, newer, 'event.click'));
        const { columns } = evolveTable(older, newer);
        // DuckDB adds columns after the partitions, Hive before them.
        expect(sorted(await columnsOf())).toEqual(sorted([...columns.map(plainField), ...partitions]));
      }),
      { numRuns: 150 },
    );
  });
});

function sorted(columns: unknown[][]): unknown[][] {
  return columns.toSorted((one, other) => (String(one[0]) < String(other[0]) ? -1 : 1));
}
