import type { z } from 'zod';
import type { grantExceptionInput } from '@/lib/contracts/privacy';
import { can } from '@/lib/domain/access/policy';
import type { Actor, ProposalSubject } from '@/lib/domain/access/subjects';
import { AppError } from '@/lib/platform/app-error';
import { type Clock, systemClock } from '@/lib/platform/clock';
import { changeProposal } from '../proposal/change-proposal';
import { isLiftable } from './liftable-rules';

const day = 24 * 60 * 60 * 1_000;

/**
 * Lets a proposal break one named rule for some days, with a reason. Throws `not-found`, `not-allowed` (also for
 * whoever contributed text), `invalid-input` for a rule that does not exist or that nothing may lift.
 */
export async function grantException(
  actor: Actor,
  { proposalId, rule, reason, days }: z.output<typeof grantExceptionInput>,
  clock: Clock = systemClock,
): Promise<{ id: string }> {
  const permission = (current: Actor, subject: ProposalSubject) => can(current, 'exception.grant', subject);
  return changeProposal({ actor, proposalId, clock, permission }, async ({ tx, at, actor: person }) => {
    if (!isLiftable(rule)) {
      const message = 'There is no such rule, or nothing may lift it.';
      throw new AppError('invalid-input', message, { fields: { rule: message } });
    }
    const expiresAt = new Date(at.getTime() + days * day);
    const exception = await tx.exception.create({
      data: { proposalId, rule, reason, expiresAt, personId: person.id, createdAt: at },
    });
    const data = { rule, reason: reason.slice(0, 500), expiresAt: expiresAt.toISOString() };
    return {
      result: { id: exception.id },
      audit: { action: 'exception.granted', subjectType: 'exception', subjectId: exception.id, data },
    };
  });
}
