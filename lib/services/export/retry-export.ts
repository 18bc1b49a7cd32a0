import { getDb } from '@/lib/adapters/db/client';
import { lockProposal } from '@/lib/adapters/db/locks';
import { enqueue } from '@/lib/adapters/jobs/queue';
import { can } from '@/lib/domain/access/policy';
import type { Actor } from '@/lib/domain/access/subjects';
import { AppError } from '@/lib/platform/app-error';
import type { Clock } from '@/lib/platform/clock';
import { recordAudit } from '../audit/record-audit';
import { loadProposalSubject } from '../proposal/load-proposal-subject';
import { requirePermission } from '../session/require-permission';

/** Puts an export that failed or met a conflict back into the queue. Throws `not-allowed`, `not-found`. */
export async function retryExport(actor: Actor, exportId: string, clock: Clock): Promise<void> {
  await getDb().$transaction(async (tx) => {
    const row = await tx.export.findUnique({ where: { id: exportId } });
    if (!row) throw new AppError('not-found', 'There is no such export.');
    await lockProposal(tx, row.proposalId);
    requirePermission(can(actor, 'export.retry', await loadProposalSubject(tx, row.proposalId)));
    if (row.state === 'exported') throw new AppError('conflict', 'This version is exported already.');
    await tx.export.update({
      where: { id: exportId },
      data: { state: 'pending', error: null, updatedAt: clock() },
    });
    await enqueue(tx, 'export-version', { exportId });
    const { proposalId } = row;
    await recordAudit(
      tx,
      { actor, action: 'export.retried', subjectType: 'export', subjectId: exportId, proposalId },
      clock(),
    );
  });
}
