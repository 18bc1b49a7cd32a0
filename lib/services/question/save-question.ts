import type { z } from 'zod';
import type { saveQuestionInput } from '@/lib/contracts/proposal-inputs';
import { can } from '@/lib/domain/access/policy';
import type { Actor, ProposalSubject } from '@/lib/domain/access/subjects';
import { questionKeys, readQuestion } from '@/lib/domain/question/question';
import { AppError } from '@/lib/platform/app-error';
import { type Clock, systemClock } from '@/lib/platform/clock';
import { addContributor, changeProposal } from '../proposal/change-proposal';

/**
 * Saves the answers of a proposal. They are part of every revision, so that who changed one is a contributor.
 * Throws `not-found`, `not-allowed`, and `lost-update` with the answers that stand and their version as details.
 */
export async function saveQuestion(
  actor: Actor,
  input: z.output<typeof saveQuestionInput>,
  clock: Clock = systemClock,
): Promise<{ version: number }> {
  const { proposalId, expectedVersion, answers } = input;
  const permission = (current: Actor, subject: ProposalSubject) => can(current, 'question.edit', subject);
  return changeProposal({ actor, proposalId, clock, permission }, async ({ tx, row, at, actor: person }) => {
    const standing = readQuestion(row.question);
    const changed = questionKeys.filter((key) => standing[key] !== answers[key]);
    if (changed.length === 0) return { result: { version: row.questionVersion }, audit: null };
    if (row.questionVersion !== expectedVersion) {
      throw new AppError(
        'lost-update',
        'Somebody changed the answers meanwhile. What you wrote is still here: compare, then save again.',
        { details: { answers: standing, version: row.questionVersion } },
      );
    }
    const version = row.questionVersion + 1;
    await tx.proposal.update({
      where: { id: proposalId },
      data: { question: { ...answers }, questionVersion: version },
    });
    await addContributor(tx, { proposalId, personId: person.id, firstAt: at });
    return { result: { version }, audit: { action: 'question.saved', data: { version, changed } } };
  });
}
