import type { z } from 'zod';
import type { Tx } from '@/lib/adapters/db/client';
import type { submitRevisionInput } from '@/lib/contracts/review';
import { can } from '@/lib/domain/access/policy';
import type { Actor, ProposalSubject } from '@/lib/domain/access/subjects';
import type { DraftAssessment } from '@/lib/domain/draft/assess-draft';
import { readQuestion } from '@/lib/domain/question/question';
import {
  canonicalContext,
  canonicalFields,
  canonicalRevisionContent,
} from '@/lib/domain/review/revision-content';
import { AppError } from '@/lib/platform/app-error';
import { type Clock, systemClock } from '@/lib/platform/clock';
import { sha256 } from '@/lib/platform/hash';
import { draftConflict } from '../draft/save-draft';
import { changeProposal } from '../proposal/change-proposal';
import { findFacts, type ProposalFacts } from '../review/load-facts';
import { toMetrics } from '../review/load-review-case';
import { assessForRevision } from './assess-for-revision';
import { toStoredFindings } from './intake-findings';
import { type JudgedDraft, judgeDraft } from './judge-draft';
import { toRevisionMetrics } from './revision-metrics';

/**
 * Puts the draft, question and metrics up for review as they stand, and the proposal into review. The server works
 * everything out itself, and checks the schema as an intake would. Errors may stand in a review; they block the
 * approval.
 * Throws `not-found`, `not-allowed`, `lost-update` where the draft is another one than the person saw,
 * `invalid-input` where the text cannot be read, `conflict` where nothing changed since the newest revision, and
 * `unavailable` where the server has no thread free to check the schema.
 */
export async function submitRevision(
  actor: Actor,
  input: z.output<typeof submitRevisionInput>,
  clock: Clock = systemClock,
): Promise<{ number: number; hash: string }> {
  const { proposalId, expectedDraftVersion, message } = input;
  const permission = (current: Actor, subject: ProposalSubject) => can(current, 'revision.submit', subject);
  // Before the transaction: a schema may need seconds to be refused.
  const judged = await judgeDraft(actor, input);
  return changeProposal({ actor, proposalId, clock, permission }, async ({ tx, row, at, actor: person }) => {
    if (row.draftVersion !== expectedDraftVersion) throw await draftConflict(tx, proposalId);
    const content = await nextContent(tx, proposalId, judged);
    const { number, hash, schemaVersion } = content;
    await tx.revision.create({
      data: { ...content, proposalId, message: message.trim(), authorId: person.id, createdAt: at },
    });
    await tx.proposal.update({ where: { id: proposalId }, data: { state: 'in_review' } });
    return {
      result: { number, hash },
      audit: { action: 'revision.submitted', data: { number, hash, schemaVersion, message: message.trim() } },
    };
  });
}

/** The next revision's number and content. Throws `conflict` where it would be the same as the newest. */
async function nextContent(tx: Tx, proposalId: string, judged: JudgedDraft | null) {
  const facts = (await findFacts(tx, { id: proposalId })) as ProposalFacts;
  const newest = facts.revisions.at(-1);
  const assessment = await assessForRevision(tx, facts);
  const content = contentOf(facts, assessment);
  if (newest?.hash === content.hash) {
    throw new AppError(
      'conflict',
      `Nothing changed since revision ${newest.number}, which is up for review.`,
    );
  }
  if (judged?.materializedText !== assessment.materializedText) {
    throw new AppError('conflict', 'A schema that the draft refers to changed meanwhile. Submit it again.');
  }
  const intakeFindings = toStoredFindings(judged.findings);
  return { ...content, intakeFindings, number: (newest?.number ?? 0) + 1 };
}

/** All that a revision stores beside its number and who submitted it. */
function contentOf(facts: ProposalFacts, assessment: DraftAssessment) {
  const question = readQuestion(facts.question);
  const metrics = toRevisionMetrics(toMetrics(facts), facts.controlPointers);
  const { draft: source, baseVersion, schemaTitle: title } = facts;
  return {
    source,
    baseVersion,
    schemaVersion: assessment.version ?? '',
    materialized: assessment.materializedText,
    question: { ...question },
    metrics: metrics.map((metric) => ({ ...metric })),
    contributorIds: [...new Set([facts.authorId, ...facts.contributors.map((row) => row.personId)])],
    hash: sha256(canonicalRevisionContent({ title, baseVersion, source, question, metrics })),
    schemaHash: sha256(source),
    contextHash: sha256(canonicalContext(question, metrics)),
    fieldsHash: sha256(canonicalFields(assessment.fields)),
  };
}

/** The hash that a revision would have if it were submitted now. */
export function hashOfDraft(facts: ProposalFacts): string {
  const { draft: source, baseVersion, schemaTitle: title } = facts;
  const metrics = toRevisionMetrics(toMetrics(facts), facts.controlPointers);
  const question = readQuestion(facts.question);
  return sha256(canonicalRevisionContent({ title, baseVersion, source, question, metrics }));
}
