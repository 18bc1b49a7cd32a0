import type { z } from 'zod';
import { getDb, type Tx } from '@/lib/adapters/db/client';
import { isUniqueViolation } from '@/lib/adapters/db/errors';
import { lockInTransaction } from '@/lib/adapters/db/locks';
import type { Revision } from '@/lib/adapters/db/generated/client';
import { enqueue } from '@/lib/adapters/jobs/queue';
import type { ApprovedVersion, approveProposalInput } from '@/lib/contracts/review';
import { can } from '@/lib/domain/access/policy';
import type { Actor, ProposalSubject } from '@/lib/domain/access/subjects';
import { evaluateConditions } from '@/lib/domain/review/workflow';
import { AppError } from '@/lib/platform/app-error';
import { type Clock, systemClock } from '@/lib/platform/clock';
import { type Changing, changeProposal } from '../proposal/change-proposal';
import { toConditionViews } from '../review/condition-views';
import type { ReviewCase } from '../review/load-review-case';
import { requireCurrentRevision } from '../review/require-current-revision';
import { commitMessage } from './commit-message';
import { requireReviewCase } from './load-snapshot';
import { requireVersion, type VersionContent } from './require-version';

type Input = z.output<typeof approveProposalInput>;

export interface ApprovalMeans {
  clock?: Clock;
  /**
   * Brings what the database knows of a schema repository up to date, before the transaction begins. Throws
   * `unavailable` where that cannot be done. The default trusts the last import.
   */
  refreshRepository?: (repositoryId: string, clock: Clock) => Promise<void>;
}

/**
 * Makes the newest revision a version, and its export a job, in one transaction in which the six conditions are
 * evaluated on exactly the revision that the person approves (domain.md, “Invariants”). Nothing that a client sends
 * decides anything: the server reads and works out everything again.
 * Throws `not-found`, `not-allowed`, `lost-update` where the revision is not the newest, `unavailable` where the
 * repository cannot be asked, and `not-approvable` with `conditions` (ConditionView[]) as details.
 */
export async function approveProposal(
  actor: Actor,
  input: Input,
  { clock = systemClock, refreshRepository }: ApprovalMeans = {},
): Promise<ApprovedVersion> {
  const { proposalId } = input;
  const place = await getDb().proposal.findUnique({
    where: { id: proposalId },
    select: { repositoryId: true, schemaTitle: true },
  });
  if (!place) throw new AppError('not-found', 'There is no such proposal.');
  await refreshRepository?.(place.repositoryId, clock);
  const permission = (current: Actor, subject: ProposalSubject) => can(current, 'proposal.approve', subject);
  try {
    return await changeProposal({ actor, proposalId, clock, permission }, (changing) =>
      approve(changing, input),
    );
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError('conflict', 'This version number was given to another proposal meanwhile.', {
      cause: error,
    });
  }
}

async function approve(changing: Changing, input: Input) {
  const { tx, at, actor, row } = changing;
  // After the proposal's own lock: whoever approves another proposal for this title waits here.
  await lockInTransaction(tx, 'title', row.schemaTitle);
  const revision = await requireCurrentRevision(tx, row.id, input.revisionHash);
  const reviewCase = await requireReviewCase(tx, { id: row.id }, at);
  const conditions = evaluateConditions(reviewCase.snapshot);
  if (conditions.some((condition) => !condition.holds)) {
    throw new AppError(
      'not-approvable',
      'This revision cannot be approved yet: some conditions do not hold.',
      {
        details: { conditions: toConditionViews(reviewCase, conditions, actor) },
      },
    );
  }
  const content = requireVersion(reviewCase, revision);
  const result = await write({ changing, reviewCase, revision, content });
  await tx.proposal.update({
    where: { id: row.id },
    data: { state: 'approved', schemaId: result.schemaId },
  });
  await enqueue(tx, 'export-version', { exportId: result.exportId });
  const { version, versionId, exportId } = result;
  const data = { version, revision: revision.number, hash: revision.hash, text: content.hash };
  return { result: { versionId, version, exportId }, audit: { action: 'proposal.approved', data } };
}

interface Writing {
  changing: Changing;
  reviewCase: ReviewCase;
  revision: Revision;
  content: VersionContent;
}

async function write({ changing, reviewCase, revision, content }: Writing) {
  const { tx, at, actor, row } = changing;
  const { text, hash, version } = content;
  const schemaId = await ensureSchema(tx, row, content);
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  const { id: versionId } = await tx.schemaVersion.create({
    data: {
      ...{ schemaId, version, major, minor, patch, text, hash, createdAt: at },
      ...{ source: 'proposal', sourceText: revision.source, approvedById: actor.id },
      ...{ proposalId: row.id, revisionId: revision.id },
    },
  });
  const repository = await tx.schemaRepository.findUniqueOrThrow({ where: { id: row.repositoryId } });
  const message = commitMessage(reviewCase, { revision, version });
  const { id: exportId } = await tx.export.create({
    data: { versionId, proposalId: row.id, branch: repository.branch, message, createdAt: at, updatedAt: at },
  });
  return { schemaId, versionId, exportId, version };
}

/** The schema's row, made where the schema is new. */
async function ensureSchema(
  tx: Tx,
  row: Changing['row'],
  { description, isFragment }: VersionContent,
): Promise<string> {
  const place = { repositoryId: row.repositoryId, title: row.schemaTitle };
  const schema = await tx.schema.upsert({
    where: { repositoryId_title: place },
    create: { ...place, isFragment, description },
    update: {},
    select: { id: true },
  });
  return schema.id;
}
