import { getDb } from '@/lib/adapters/db/client';
import { enqueue } from '@/lib/adapters/jobs/queue';
import { systemClock } from '@/lib/platform/clock';

/**
 * Puts every unfinished export that nobody touched for `idleMs` milliseconds into the queue again. A failed one waits
 * for its own job's next try, unless `idleMs` is 0. Handlers skip what is done, so one time too many does no harm.
 */
export async function resumeExports(idleMs: number, clock = systemClock): Promise<number> {
  const updatedAt = { lte: new Date(clock().getTime() - idleMs) };
  return getDb().$transaction(async (tx) => {
    const states =
      idleMs === 0 ? (['pending', 'running', 'failed'] as const) : (['pending', 'running'] as const);
    const rows = await tx.export.findMany({
      where: { state: { in: [...states] }, updatedAt },
      select: { id: true },
    });
    for (const row of rows) await enqueue(tx, 'export-version', { exportId: row.id });
    return rows.length;
  });
}
