import type { DuckDBConnection, DuckDBType } from '@duckdb/node-api';
import type { HiveField, HiveType } from '@/lib/domain/views/hive-type';
import { toDuckDb } from './duckdb-dialect';

/** DuckDB has no binary for every platform, and npm leaves out what there is none of. */
export const duckDb = await import('@duckdb/node-api').catch(() => null);

/** A column as the engine describes it; types without the comments and pointers of their fields. */
export interface DescribedColumn {
  name: string;
  type: unknown;
  comment: string | null;
}

/** An empty database in memory. */
export interface Engine {
  /** Runs Hive SQL. Throws where the engine refuses it. */
  run(hive: string): Promise<void>;
  /** The columns of a table in their order. */
  describe(table: string): Promise<DescribedColumn[]>;
  drop(table: string): Promise<void>;
  close(): void;
}

export async function openEngine(): Promise<Engine> {
  if (!duckDb) throw new Error('There is no DuckDB on this platform.');
  const instance = await duckDb.DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run('CREATE SCHEMA event');
  return {
    run: async (hive) => {
      for (const statement of toDuckDb(hive)) await connection.run(statement);
    },
    describe: (table) => describeTable(connection, table),
    drop: async (table) => {
      await connection.run(`DROP TABLE IF EXISTS event.${table}`);
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function describeTable(connection: DuckDBConnection, table: string): Promise<DescribedColumn[]> {
  const described = await connection.runAndReadAll(`DESCRIBE event.${table}`);
  const names = described.getRowObjectsJson().map((row) => String(row['column_name']));
  const types = (await connection.runAndReadAll(`SELECT * FROM event.${table}`)).columnTypes();
  const comments = await connection.runAndReadAll(
    `SELECT column_name, comment FROM duckdb_columns() WHERE table_name = '${table}'`,
  );
  const commentOf = new Map(
    comments.getRowObjectsJson().map((row) => [row['column_name'], row['comment'] as string | null]),
  );
  return names.map((name, index) => ({
    name,
    type: toPlain(types[index] as DuckDBType),
    comment: commentOf.get(name) ?? null,
  }));
}

/** The engine's own type as lists and names. */
function toPlain(type: DuckDBType): unknown {
  const { DuckDBListType, DuckDBMapType, DuckDBStructType } = duckDb!;
  if (type instanceof DuckDBListType) return ['array', toPlain(type.valueType)];
  if (type instanceof DuckDBMapType) return ['map', toPlain(type.keyType), toPlain(type.valueType)];
  if (type instanceof DuckDBStructType)
    return [
      'struct',
      ...type.entryNames.map((name, index) => [name, toPlain(type.entryTypes[index] as DuckDBType)]),
    ];
  return type.toString();
}

const scalars = { STRING: 'VARCHAR', BIGINT: 'BIGINT', DOUBLE: 'DOUBLE', BOOLEAN: 'BOOLEAN' } as const;

/** What the engine should say of a type. */
export function plainType(type: HiveType): unknown {
  switch (type.kind) {
    case 'scalar':
      return scalars[type.name];
    case 'array':
      return ['array', plainType(type.item)];
    case 'map':
      return ['map', 'VARCHAR', plainType(type.value)];
    case 'struct':
      return ['struct', ...type.fields.map(plainField)];
  }
}

export function plainField({ name, type }: Pick<HiveField, 'name' | 'type'>): [string, unknown] {
  return [name, plainType(type)];
}
