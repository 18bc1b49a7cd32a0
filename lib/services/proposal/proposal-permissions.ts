import type { ProposalPermissions } from '@/lib/contracts/proposal-page';
import { can } from '@/lib/domain/access/policy';
import type { Actor, ProposalSubject } from '@/lib/domain/access/subjects';
import { toPermissionView } from './permission-view';

/** What a person may do with a proposal; where not, why. */
export function toProposalPermissions(actor: Actor, proposal: ProposalSubject): ProposalPermissions {
  return {
    editDraft: toPermissionView(can(actor, 'draft.edit', proposal)),
    editQuestion: toPermissionView(can(actor, 'question.edit', proposal)),
    editMetrics: toPermissionView(can(actor, 'metrics.edit', proposal)),
    submitRevision: toPermissionView(can(actor, 'revision.submit', proposal)),
    comment: toPermissionView(can(actor, 'comment.write', proposal)),
    openBlockingThread: toPermissionView(can(actor, 'thread.open', { proposal, blocking: true })),
    approve: toPermissionView(can(actor, 'proposal.approve', proposal)),
    withdraw: toPermissionView(can(actor, 'proposal.withdraw', proposal)),
    retryExport: toPermissionView(can(actor, 'export.retry', proposal)),
  };
}
