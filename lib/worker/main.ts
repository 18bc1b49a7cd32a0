/** The second front door: fetches jobs and hands them to the services. */
import { closeDb } from '@/lib/adapters/db/client';
import { closeSender, createWorkerBoss } from '@/lib/adapters/jobs/queue';
import { readEnv } from '@/lib/platform/env';
import { stopWithParent } from '@/lib/platform/stop-with-parent';
import { resumeExports } from '@/lib/services/export/retry-export';
import { registerHandlers } from './handlers';

const url = process.env.DATABASE_URL ?? readEnv().DATABASE_URL;
if (!url)
  throw new Error('DATABASE_URL is not set; start Assent with npm start, which sets it for its processes.');
const boss = createWorkerBoss(url);
await boss.start();
await registerHandlers(boss);
await resumeExports();
process.send?.({ kind: 'ready' });

stopWithParent(async () => {
  await boss.stop({ graceful: true, timeout: 15_000 });
  await closeSender();
  await closeDb();
});
