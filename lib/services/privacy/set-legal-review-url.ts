import type { z } from 'zod';
import type { setLegalReviewUrlInput } from '@/lib/contracts/privacy';
import { can } from '@/lib/domain/access/policy';
import type { Actor, ProposalSubject } from '@/lib/domain/access/subjects';
import { type Clock, systemClock } from '@/lib/platform/clock';
import { changeProposal } from '../proposal/change-proposal';

/** Links the legal or security review, which tier 1 needs; null removes the link. Throws `not-found`, `not-allowed`. */
export async function setLegalReviewUrl(
  actor: Actor,
  { proposalId, url }: z.output<typeof setLegalReviewUrlInput>,
  clock: Clock = systemClock,
): Promise<void> {
  const permission = (current: Actor, subject: ProposalSubject) => can(current, 'draft.edit', subject);
  await changeProposal({ actor, proposalId, clock, permission }, async ({ tx, row }) => {
    if (row.legalReviewUrl === url) return { result: undefined, audit: null };
    await tx.proposal.update({ where: { id: proposalId }, data: { legalReviewUrl: url } });
    return {
      result: undefined,
      audit: { action: 'legal-review.linked', data: { before: row.legalReviewUrl, url } },
    };
  });
}
