import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { closeDb, type Db, getDb } from '@/lib/adapters/db/client';
import { closeSender } from '@/lib/adapters/jobs/queue';

/** A database of a test file's own, migrated and empty. */
export interface TestDatabase {
  db: Db;
  url: string;
  close(): Promise<void>;
}

/**
 * Copies the migrated template and makes it the database of this process, so that services use it as they would in
 * production. Call once in `beforeAll`, and `close` in `afterAll`.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const server = inject('serverUrl');
  await onServer(server, async (client) => {
    // Copying needs the template to have no users: one copy at a time across test files.
    await client.query('SELECT pg_advisory_lock(4711)');
    await client.query(`CREATE DATABASE ${name} TEMPLATE assent_template`);
    await client.query('SELECT pg_advisory_unlock(4711)');
  });
  const url = server.replace(/\/assent$/, `/${name}`);
  process.env.DATABASE_URL = url;
  return {
    db: getDb(url),
    url,
    close: async () => {
      await closeSender();
      await closeDb();
      await onServer(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}

async function onServer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
