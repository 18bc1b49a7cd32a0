import type { z } from 'zod';
import type { giveSignOffInput } from '@/lib/contracts/privacy';
import { can } from '@/lib/domain/access/policy';
import type { Actor, ProposalSubject } from '@/lib/domain/access/subjects';
import type { ReviewSnapshot } from '@/lib/domain/review/snapshot';
import { signOffCondition } from '@/lib/domain/review/voice-conditions';
import { AppError } from '@/lib/platform/app-error';
import { type Clock, systemClock } from '@/lib/platform/clock';
import { requireReviewCase } from '../approval/load-snapshot';
import { changeProposal } from '../proposal/change-proposal';
import { requireCurrentRevision } from '../review/require-current-revision';

/**
 * Signs off the privacy of the newest revision with all field decisions as the analyst saw them.
 * Throws `not-found`, `not-allowed`, `lost-update` where the revision or a decision is another one by now, and
 * `conflict` with the pointers as details where fields have no decision, or no reason to be kept.
 */
export async function giveSignOff(
  actor: Actor,
  input: z.output<typeof giveSignOffInput>,
  clock: Clock = systemClock,
): Promise<{ id: string }> {
  const { proposalId, revisionHash, decisionsHash } = input;
  const permission = (current: Actor, subject: ProposalSubject) => can(current, 'signoff.give', subject);
  return changeProposal({ actor, proposalId, clock, permission }, async ({ tx, at, actor: person }) => {
    const revision = await requireCurrentRevision(tx, proposalId, revisionHash);
    const { snapshot } = await requireReviewCase(tx, { id: proposalId }, at);
    requireDecisions(snapshot, decisionsHash);
    const { riskTier } = snapshot;
    const note = input.note.trim();
    const signOff = await tx.signOff.create({
      data: {
        ...{ proposalId, revisionId: revision.id, personId: person.id, fieldsHash: revision.fieldsHash },
        ...{ decisionsHash, riskTier, note, createdAt: at },
      },
    });
    const data = {
      revision: revision.number,
      hash: revision.hash,
      decisionsHash,
      riskTier,
      note: note.slice(0, 500),
    };
    return {
      result: { id: signOff.id },
      audit: { action: 'sign-off.given', subjectType: 'sign-off', subjectId: signOff.id, data },
    };
  });
}

/** Throws `lost-update` where other decisions were read, `conflict` where a decision or its reason is missing. */
function requireDecisions(snapshot: ReviewSnapshot, decisionsHash: string): void {
  if (snapshot.decisionsHash !== decisionsHash) {
    throw new AppError(
      'lost-update',
      'A field decision changed since you read them. Look at them again, then sign off.',
    );
  }
  const { undecided, unreasoned } = signOffCondition(snapshot);
  const pointers = [...undecided, ...unreasoned];
  if (pointers.length > 0) {
    throw new AppError(
      'conflict',
      'Some fields have no decision or no reason yet. Decide about them first.',
      {
        details: { pointers },
      },
    );
  }
}
