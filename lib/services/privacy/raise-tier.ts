import type { z } from 'zod';
import type { raiseTierInput } from '@/lib/contracts/privacy';
import { can } from '@/lib/domain/access/policy';
import type { Actor, ProposalSubject } from '@/lib/domain/access/subjects';
import { AppError } from '@/lib/platform/app-error';
import { type Clock, systemClock } from '@/lib/platform/clock';
import { requireReviewCase } from '../approval/load-snapshot';
import { changeProposal } from '../proposal/change-proposal';

/**
 * Raises the risk tier above the derived one, or takes a raise back; either is recorded with its reason.
 * Throws `not-found`, `not-allowed`, and `conflict` where the tier would not be higher than the derived one.
 */
export async function raiseTier(
  actor: Actor,
  { proposalId, tier, reason }: z.output<typeof raiseTierInput>,
  clock: Clock = systemClock,
): Promise<void> {
  const permission = (current: Actor, subject: ProposalSubject) => can(current, 'decision.make', subject);
  await changeProposal({ actor, proposalId, clock, permission }, async ({ tx, at, row }) => {
    if (row.raisedTier === tier) return { result: undefined, audit: null };
    const { risk } = await requireReviewCase(tx, { id: proposalId }, at);
    if (tier !== null && tier >= risk.derived) {
      throw new AppError(
        'conflict',
        `The fields give risk tier ${risk.derived} already; it can only be raised.`,
      );
    }
    await tx.proposal.update({ where: { id: proposalId }, data: { raisedTier: tier } });
    const data = { before: row.raisedTier, after: tier, derived: risk.derived, reason };
    return {
      result: undefined,
      audit: { action: tier === null ? 'tier.raise-taken-back' : 'tier.raised', data },
    };
  });
}
