import type { z } from 'zod';
import type { Tx } from '@/lib/adapters/db/client';
import type { AppliedSuggestion, applySuggestionInput } from '@/lib/contracts/draft';
import { maxDraftBytes, byteLength } from '@/lib/contracts/proposal-text';
import { can } from '@/lib/domain/access/policy';
import type { Actor, ProposalSubject } from '@/lib/domain/access/subjects';
import { replaceLines } from '@/lib/domain/draft/replace-lines';
import { carryLines } from '@/lib/domain/review/carry-lines';
import { AppError } from '@/lib/platform/app-error';
import { type Clock, systemClock } from '@/lib/platform/clock';
import { sha256 } from '@/lib/platform/hash';
import { addContributor, changeProposal } from '../proposal/change-proposal';
import { draftConflict, writeDraft } from './save-draft';

/**
 * Puts a comment's suggested text into the draft, in place of the thread's lines as they stand there now. Who
 * suggested it and who accepted it are contributors from then on.
 * Throws `not-found`, `not-allowed`, `lost-update` as `saveDraft` does, and `conflict` where the lines were changed
 * since, the suggestion is in already, or there is none.
 */
export async function applySuggestion(
  actor: Actor,
  input: z.output<typeof applySuggestionInput>,
  clock: Clock = systemClock,
): Promise<AppliedSuggestion> {
  const { proposalId, commentId, expectedDraftVersion } = input;
  const permission = (current: Actor, subject: ProposalSubject) => can(current, 'draft.edit', subject);
  return changeProposal({ actor, proposalId, clock, permission }, async ({ tx, row, at, actor: person }) => {
    const suggestion = await requireSuggestion(tx, proposalId, commentId);
    if (row.draftVersion !== expectedDraftVersion) throw await draftConflict(tx, proposalId);
    const text = await suggestedDraft(tx, row.draft, suggestion);
    const draftVersion =
      text === row.draft
        ? row.draftVersion
        : await writeDraft(tx, { proposalId, text, person, at, before: row.draftVersion });
    await addContributor(tx, { proposalId, personId: suggestion.authorId, firstAt: at });
    await tx.comment.update({ where: { id: commentId }, data: { appliedAt: at } });
    const saved = { draftVersion, savedAt: at.toISOString(), changed: text !== row.draft, text };
    const data = { draftVersion, hash: sha256(text), suggestedBy: suggestion.author.name };
    return {
      result: saved,
      audit: { action: 'suggestion.applied', subjectType: 'comment', subjectId: commentId, data },
    };
  });
}

async function requireSuggestion(tx: Tx, proposalId: string, commentId: string) {
  const comment = await tx.comment.findUnique({
    where: { id: commentId },
    include: { thread: true, author: { select: { name: true } } },
  });
  if (!comment || comment.thread.proposalId !== proposalId) {
    throw new AppError('not-found', 'There is no such comment on this proposal.');
  }
  const { suggestion, appliedAt, thread } = comment;
  const { revisionNumber, startLine, endLine } = thread;
  if (
    suggestion === null ||
    thread.anchor !== 'lines' ||
    revisionNumber === null ||
    startLine === null ||
    endLine === null
  ) {
    throw new AppError('conflict', 'This comment suggests no text.');
  }
  if (appliedAt !== null) throw new AppError('conflict', 'This suggestion is in the draft already.');
  const { authorId, author } = comment;
  return { suggestion, authorId, author, proposalId, revisionNumber, startLine, endLine };
}

type Suggestion = Awaited<ReturnType<typeof requireSuggestion>>;

async function suggestedDraft(tx: Tx, draft: string, suggested: Suggestion): Promise<string> {
  const { proposalId, revisionNumber: number, suggestion } = suggested;
  const revision = await tx.revision.findUniqueOrThrow({
    where: { proposalId_number: { proposalId, number } },
  });
  const lines = carryLines(revision.source, draft, suggested);
  if (lines === 'outdated') {
    throw new AppError(
      'conflict',
      'The lines that this suggestion replaces were changed since. Take it over by hand.',
    );
  }
  const text = replaceLines(draft, lines, suggestion);
  if (byteLength(text) > maxDraftBytes) throw new AppError('conflict', 'The draft would become too long.');
  return text;
}
