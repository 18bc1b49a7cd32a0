import { getDb, type Tx } from '@/lib/adapters/db/client';
import type { DeliveryView, ProposalPage } from '@/lib/contracts/proposal-page';
import { can } from '@/lib/domain/access/policy';
import type { Actor } from '@/lib/domain/access/subjects';
import { readQuestion } from '@/lib/domain/question/question';
import { type Clock, systemClock } from '@/lib/platform/clock';
import { requireReviewCase } from '../approval/load-snapshot';
import { loadDraftView } from '../draft/load-draft-view';
import { readHistory } from '../history/load-history';
import { toMetricView } from '../metric/change-metrics';
import { toExceptionViews, toPrivacyReview } from '../privacy/load-privacy-review';
import { toReviewPanel } from '../review/load-review-panel';
import type { ReviewCase } from '../review/load-review-case';
import { toRevisionLine } from '../revision/load-revision';
import { hashOfDraft } from '../revision/submit-revision';
import { requirePermission } from '../session/require-permission';
import { loadThreads } from '../thread/load-threads';
import { requireProposal } from './load-proposal-subject';
import { toProposalPermissions } from './proposal-permissions';
import { toDomainState } from './states';

/** The whole page of a proposal, by its number, as the person who looks sees it. Throws `not-found`. */
export async function loadProposal(
  actor: Actor,
  number: number,
  clock: Clock = systemClock,
): Promise<ProposalPage> {
  requirePermission(can(actor, 'read', null));
  const db = getDb();
  const reviewCase = await requireReviewCase(db, { number }, clock());
  const { subject } = await requireProposal(db, reviewCase.facts.id);
  return {
    ...headOf(reviewCase),
    draft: await loadDraftView(db, reviewCase),
    ...contentOf(reviewCase),
    review: toReviewPanel(actor, reviewCase, subject),
    threads: await loadThreads(db, reviewCase, { actor, subject }),
    privacy: toPrivacyReview(actor, reviewCase, subject),
    exceptions: toExceptionViews(reviewCase),
    delivery: await findDelivery(db, reviewCase.facts.id),
    history: await readHistory(db, reviewCase.facts.id),
    permissions: toProposalPermissions(actor, subject),
  };
}

function headOf({ facts, snapshot }: ReviewCase) {
  const { id, number, summary, baseVersion, author, repository, withdrawnReason } = facts;
  const others = facts.contributors.filter((row) => row.personId !== author.id).map((row) => row.person);
  return {
    ...{ id, number, summary, baseVersion, author, withdrawnReason },
    title: facts.schemaTitle,
    state: toDomainState(facts.state),
    repository: { id: repository.id, name: repository.name },
    isNewSchema: baseVersion === null,
    newestVersion: snapshot.newestVersion,
    contributors: [author, ...others],
    createdAt: facts.createdAt.toISOString(),
    updatedAt: facts.updatedAt.toISOString(),
  };
}

function contentOf({ facts }: ReviewCase) {
  const people = [facts.author, ...facts.contributors.map((row) => row.person)];
  const newest = facts.revisions.at(-1);
  return {
    question: { answers: readQuestion(facts.question), version: facts.questionVersion },
    metrics: facts.metrics.map(toMetricView),
    controlPointers: facts.controlPointers,
    revisions: facts.revisions.map((revision) => toRevisionLine(revision, people)).reverse(),
    hasUnsubmittedChanges: newest?.hash !== hashOfDraft(facts),
  };
}

async function findDelivery(tx: Tx, proposalId: string): Promise<DeliveryView | null> {
  const row = await tx.export.findFirst({
    where: { proposalId },
    include: { version: { select: { version: true } } },
  });
  if (!row) return null;
  const { state, branch, commit, message, error } = row;
  return {
    ...{ state, branch, commit, message, error },
    exportId: row.id,
    version: row.version.version,
    versionId: row.versionId,
    files: row.files as unknown as DeliveryView['files'],
    updatedAt: row.updatedAt.toISOString(),
  };
}
