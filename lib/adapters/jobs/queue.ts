import { fromPrisma, PgBoss } from 'pg-boss';
import type { Tx } from '@/lib/adapters/db/client';
import { logger } from '@/lib/platform/logger';

/** The queues and what a job of each says. Handlers are idempotent: a job may run more than once. */
export interface Jobs {
  'export-version': { exportId: string };
  'import-repository': { importId: string };
}

export type QueueName = keyof Jobs;

export const queueNames: QueueName[] = ['export-version', 'import-repository'];

const retry = { retryLimit: 20, retryDelay: 2, retryBackoff: true, retryDelayMax: 300, expireInSeconds: 900 };

const globalStore = globalThis as { assentSender?: Promise<PgBoss> };

/** Puts a job into a queue within the caller's transaction: it exists if and only if the transaction commits. */
export async function enqueue<Q extends QueueName>(tx: Tx, queue: Q, data: Jobs[Q]): Promise<void> {
  const boss = await sender();
  await boss.send(queue, data, { ...retry, db: fromPrisma(tx) });
}

/** Creates the job tables and queues where they are missing. Run once at start, by one process. */
export async function prepareQueues(url: string): Promise<void> {
  const boss = createBoss(url, { migrate: true, createSchema: true });
  await boss.start();
  for (const name of queueNames) await boss.createQueue(name, retry);
  await boss.stop({ graceful: false });
}

/** A client that fetches jobs; the worker starts and stops it. */
export function createWorkerBoss(url: string): PgBoss {
  return createBoss(url, { supervise: true });
}

function sender(): Promise<PgBoss> {
  globalStore.assentSender ??= (async () => {
    const url = process.env.DATABASE_URL;
    if (!url) throw new Error('DATABASE_URL is not set');
    const boss = createBoss(url, {});
    await boss.start();
    return boss;
  })();
  return globalStore.assentSender;
}

/** Ends this process's sending client; for programs that stop. */
export async function closeSender(): Promise<void> {
  const boss = await globalStore.assentSender;
  globalStore.assentSender = undefined;
  await boss?.stop({ graceful: false });
}

function createBoss(
  url: string,
  options: { migrate?: boolean; createSchema?: boolean; supervise?: boolean },
): PgBoss {
  const boss = new PgBoss({
    connectionString: url,
    max: 3,
    schedule: false,
    supervise: options.supervise ?? false,
    migrate: options.migrate ?? false,
    createSchema: options.createSchema ?? false,
  });
  boss.on('error', (error) => logger.warn({ err: error }, 'job queue'));
  return boss;
}
