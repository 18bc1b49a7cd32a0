import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

type EngineModule = typeof engineModule & { __wbg_set_wasm(exports: WebAssembly.Exports): void };

const filters = { externalTables: [], externalEnums: [] };

/**
 * Applies the migrations in `prisma/migrations` that the database does not have yet and gives their names.
 * It keeps Prisma's own `_prisma_migrations`, so that `prisma migrate deploy` agrees; nothing is downloaded.
 */
export async function applyMigrations(url: string, prismaDir: string): Promise<string[]> {
  const migrationsList = await listMigrations(join(prismaDir, 'migrations'));
  return withEngine(url, prismaDir, async (engine) => {
    const result = await engine.applyMigrations({ migrationsList, filters });
    return result.appliedMigrationNames;
  });
}

/** The SQL that leads from one data model (null: an empty database) to another. */
export async function diffDatamodels(
  url: string,
  prismaDir: string,
  { from, to }: { from: string | null; to: string },
): Promise<string> {
  const target = (content: string) => ({
    tag: 'schemaDatamodel' as const,
    files: [{ path: 'schema.prisma', content }],
  });
  return withEngine(url, prismaDir, async (engine) => {
    const result = await engine.diff({
      from: from === null ? { tag: 'empty' } : target(from),
      to: target(to),
      script: true,
      exitCode: null,
      filters,
    });
    return result.stdout ?? '';
  });
}

/** Sends a migration as one script: the adapter's own way cuts it at each `;`, also within a function's body. */
class WholeScriptPg extends PrismaPg {
  readonly #url: string;
  readonly #connections: { dispose(): Promise<void> }[] = [];

  constructor(url: string) {
    super({ connectionString: url });
    this.#url = url;
  }

  override async connect() {
    const connection = await super.connect();
    this.#connections.push(connection);
    connection.executeScript = async (script) => {
      const client = new pg.Client({ connectionString: this.#url });
      await client.connect();
      try {
        await client.query(script);
      } finally {
        await client.end();
      }
    };
    return connection;
  }

  /** Ends what the engine opened; it does not do so itself. */
  async close(): Promise<void> {
    for (const connection of this.#connections.splice(0)) await connection.dispose();
  }
}

async function withEngine<T>(
  url: string,
  prismaDir: string,
  work: (engine: engineModule.SchemaEngine) => Promise<T>,
): Promise<T> {
  const factory = new WholeScriptPg(url);
  const engine = await openEngine(factory, prismaDir);
  try {
    return await work(engine);
  } finally {
    engine.free();
    await factory.close();
  }
}

async function openEngine(factory: PrismaPg, prismaDir: string): Promise<engineModule.SchemaEngine> {
  await loadWasm();
  const datamodel = await readFile(join(prismaDir, 'schema.prisma'), 'utf8');
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  return engineModule.SchemaEngine.new(
    { datamodels: [['schema.prisma', datamodel]] },
    () => undefined,
    adapter,
  );
}

let loading: Promise<void> | null = null;

function loadWasm(): Promise<void> {
  loading ??= (async () => {
    const path = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
    const bytes = await readFile(path.replace(/\.js$/, '.wasm'));
    const { instance } = await WebAssembly.instantiate(bytes, {
      './schema_engine_bg.js': engineModule as never,
    });
    (engineModule as EngineModule).__wbg_set_wasm(instance.exports);
    (instance.exports['__wbindgen_start'] as () => void)();
  })();
  return loading;
}

async function listMigrations(dir: string) {
  const entries = await readdir(dir, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const migrationDirectories = await Promise.all(
    names.map(async (name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: await readFile(join(dir, name, 'migration.sql'), 'utf8') },
      },
    })),
  );
  const lockfile = { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' };
  return { baseDir: dir, lockfile, shadowDbInitScript: '', migrationDirectories };
}
