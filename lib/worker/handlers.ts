import type { PgBoss } from 'pg-boss';
import type { Jobs, QueueName } from '@/lib/adapters/jobs/queue';
import { systemClock } from '@/lib/platform/clock';
import { exportVersion } from '@/lib/services/export/export-version';
import { importRepository } from '@/lib/services/repository/import-repository';

/** One handler a queue. A handler that throws is tried again later; each may run more than once for one job. */
const handlers: { [Q in QueueName]: (data: Jobs[Q]) => Promise<void> } = {
  'export-version': ({ exportId }) => exportVersion(exportId, systemClock),
  'import-repository': ({ importId }) => importRepository(importId, systemClock),
};

export async function registerHandlers(boss: PgBoss): Promise<void> {
  await register(boss, 'export-version');
  await register(boss, 'import-repository');
}

async function register<Q extends QueueName>(boss: PgBoss, queue: Q): Promise<void> {
  await boss.work<Jobs[Q]>(queue, { batchSize: 1, pollingIntervalSeconds: 0.5 }, async (jobs) => {
    for (const job of jobs) await handlers[queue](job.data);
  });
}
