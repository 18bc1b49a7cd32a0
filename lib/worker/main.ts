/** The second front door: fetches jobs and hands them to the services. */
import { closeDb } from '@/lib/adapters/db/client';
import { closeSender, createWorkerBoss } from '@/lib/adapters/jobs/queue';
import { readEnv } from '@/lib/platform/env';
import { stopWithParent } from '@/lib/platform/stop-with-parent';
import { registerHandlers } from './handlers';
import { startSweeping } from './sweep';

const url = process.env.DATABASE_URL ?? readEnv().DATABASE_URL;
if (!url)
  throw new Error('DATABASE_URL is not set; start Assent with npm start, which sets it for its processes.');
const boss = createWorkerBoss(url);
await boss.start();
await registerHandlers(boss);
const stopSweeping = await startSweeping();
process.send?.({ kind: 'ready' });

stopWithParent(async () => {
  stopSweeping();
  await boss.stop({ graceful: true, timeout: 15_000 });
  await closeSender();
  await closeDb();
});
