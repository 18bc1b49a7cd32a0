import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { connectOrStart } from '@/lib/adapters/db/embedded/cluster';
import { applyMigrations } from '@/lib/adapters/db/migrate';
import { prepareQueues } from '@/lib/adapters/jobs/queue';
import { buildValidationThread } from '../support/validation-thread';

declare module 'vitest' {
  interface ProvidedContext {
    /** A server whose database `template1_assent` is migrated; each test file copies it. */
    serverUrl: string;
  }
}

/** A PostgreSQL server for this run, with a migrated database that each test file copies for itself. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'assent-tests-'));
  const cluster = await connectOrStart(folder);
  const template = cluster.url.replace(/\/assent$/, '/assent_template');
  await execute(cluster.url, 'CREATE DATABASE assent_template');
  await applyMigrations(template, 'prisma');
  await prepareQueues(template);
  project.provide('serverUrl', cluster.url);
  const thread = await buildValidationThread();
  process.env.ASSENT_VALIDATION_THREAD = thread.path;
  return async () => {
    thread.remove();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
