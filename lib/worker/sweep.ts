import { logger } from '@/lib/platform/logger';
import { resumeExports } from '@/lib/services/export/resume-exports';

const everyMs = 30_000;
const idleMs = 120_000;

/**
 * Puts exports that nobody works on (their worker was killed) back into the queue, at once when this worker starts and
 * then regularly, for the workers that die while this one lives. Gives a function that ends it.
 */
export async function startSweeping(): Promise<() => void> {
  await resumeExports(0);
  const timer = setInterval(() => {
    resumeExports(idleMs).catch((error: unknown) =>
      logger.warn({ err: error }, 'unfinished exports cannot be listed'),
    );
  }, everyMs);
  return () => clearInterval(timer);
}
