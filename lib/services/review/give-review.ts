import type { z } from 'zod';
import type { giveReviewInput } from '@/lib/contracts/review';
import { can } from '@/lib/domain/access/policy';
import type { Actor, ProposalSubject } from '@/lib/domain/access/subjects';
import { type Clock, systemClock } from '@/lib/platform/clock';
import { toDbRole } from '../person/roles';
import { changeProposal } from '../proposal/change-proposal';
import { toDbVerdict } from '../proposal/states';
import { requireCurrentRevision } from './require-current-revision';

/**
 * Gives a verdict in one role on the newest revision; a later one of the same person replaces it.
 * Throws `not-found`, `not-allowed` (a role that the person does not hold, their own text), and `lost-update` where
 * the revision they read is not the newest.
 */
export async function giveReview(
  actor: Actor,
  input: z.output<typeof giveReviewInput>,
  clock: Clock = systemClock,
): Promise<{ id: string }> {
  const { proposalId, revisionHash, role, verdict } = input;
  const body = input.body.trim();
  const permission = (current: Actor, proposal: ProposalSubject) =>
    can(current, 'review.give', { proposal, role, verdict });
  return changeProposal({ actor, proposalId, clock, permission }, async ({ tx, at, actor: person }) => {
    const revision = await requireCurrentRevision(tx, proposalId, revisionHash);
    const review = await tx.review.create({
      data: {
        ...{ proposalId, revisionId: revision.id, personId: person.id, body, createdAt: at },
        role: toDbRole(role),
        verdict: toDbVerdict(verdict),
      },
    });
    const data = { role, verdict, revision: revision.number, hash: revision.hash, body: body.slice(0, 500) };
    return {
      result: { id: review.id },
      audit: { action: 'review.given', subjectType: 'review', subjectId: review.id, data },
    };
  });
}
