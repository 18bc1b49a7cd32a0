import type { ReviewRole } from '../access/roles';
import { contributorsOf } from './contributors';
import type { ReviewRecord, ReviewSnapshot, RevisionSummary, SignOffRecord } from './snapshot';

/** Something that a verdict covers: if it changes, the verdict lapses. */
export type Cover = 'schema' | 'context' | 'fields' | 'decisions';

/** What changed since a verdict, and in which revision first; null for decisions, which belong to no revision. */
export interface CoverChange {
  cover: Cover;
  revisionNumber: number | null;
}

/**
 * `stands`: it counts. `lapsed`: what it covers changed since. `void`: it never counts for this revision, because
 * the person contributed text to it, or (for a request for changes) may no longer review.
 */
export type VerdictStatus = 'stands' | 'lapsed' | 'void';

/** An approval, a request for changes or a sign-off, and whether it counts for the current revision. */
export interface ApprovalStatus {
  kind: 'approval' | 'changes-requested' | 'sign-off';
  /** Of the review or the sign-off. */
  id: string;
  personId: string;
  personName: string;
  role: ReviewRole;
  /** The revision on which it was given. */
  revisionNumber: number;
  createdAt: Date;
  status: VerdictStatus;
  /** False where the account is disabled or has lost the role; then nobody waits for them. */
  mayStillReview: boolean;
  /** Empty unless it lapsed. */
  changes: CoverChange[];
}

/**
 * An engineer's or product manager's approval covers the schema; an analyst's covers schema, question and metrics;
 * a sign-off covers the schema's fields and the field decisions (domain.md, “Life of a proposal”).
 */
const coversOfRole: Record<ReviewRole, readonly ('schema' | 'context')[]> = {
  engineer: ['schema'],
  'product-manager': ['schema'],
  analyst: ['schema', 'context'],
};

/**
 * Every verdict that may count, oldest first, and whether it stands.
 * Of one person only the latest review counts, whatever its role and verdict: a person gives one approval per
 * proposal, in one role, and a later comment takes an approval or a request for changes back. Of one analyst only
 * the latest sign-off counts. What was replaced is not listed, nor is a comment.
 *
 * A verdict is bound to content, not to time: it stands exactly while all that it covers is what it was, so that
 * going back to the same text makes it stand again. A request for changes covers what an approval in its role
 * covers. Empty while nothing was submitted.
 */
export function approvalStatuses(snapshot: ReviewSnapshot): ApprovalStatus[] {
  if (!snapshot.currentRevision) return [];
  const contributors = contributorsOf(snapshot);
  const reviews = latestByPerson(snapshot.reviews, (review) => review.reviewerId)
    .filter((review) => review.verdict !== 'comment')
    .map((review) => statusOfReview(review, snapshot, contributors));
  const signOffs = latestByPerson(snapshot.signOffs, (signOff) => signOff.analystId).map((signOff) =>
    statusOfSignOff(signOff, snapshot, contributors),
  );
  return [...reviews, ...signOffs].sort(
    (left, right) => left.createdAt.getTime() - right.createdAt.getTime(),
  );
}

function statusOfReview(
  review: ReviewRecord,
  snapshot: ReviewSnapshot,
  contributors: ReadonlySet<string>,
): ApprovalStatus {
  const isRequest = review.verdict === 'request-changes';
  const mayStillReview = review.mayStillReview ?? true;
  const isVoid = contributors.has(review.reviewerId) || (isRequest && !mayStillReview);
  const { revisionNumber } = review;
  const hashes = { schema: review.schemaHash, context: review.contextHash };
  const changes = coversOfRole[review.role].flatMap((cover) =>
    changeOf(cover, { hash: hashes[cover], revisionNumber }, snapshot),
  );
  return {
    kind: isRequest ? 'changes-requested' : 'approval',
    id: review.id,
    personId: review.reviewerId,
    personName: review.reviewerName,
    role: review.role,
    revisionNumber,
    createdAt: review.createdAt,
    mayStillReview,
    ...verdictOf(isVoid, changes),
  };
}

function statusOfSignOff(
  signOff: SignOffRecord,
  snapshot: ReviewSnapshot,
  contributors: ReadonlySet<string>,
): ApprovalStatus {
  const { fieldsHash, revisionNumber } = signOff;
  const changes = changeOf('fields', { hash: fieldsHash, revisionNumber }, snapshot);
  if (signOff.decisionsHash !== snapshot.decisionsHash) {
    changes.push({ cover: 'decisions', revisionNumber: null });
  }
  return {
    kind: 'sign-off',
    id: signOff.id,
    personId: signOff.analystId,
    personName: signOff.analystName,
    role: 'analyst',
    revisionNumber,
    createdAt: signOff.createdAt,
    mayStillReview: signOff.mayStillReview ?? true,
    ...verdictOf(contributors.has(signOff.analystId), changes),
  };
}

function verdictOf(isVoid: boolean, changes: CoverChange[]): Pick<ApprovalStatus, 'status' | 'changes'> {
  if (isVoid) return { status: 'void', changes: [] };
  return { status: changes.length > 0 ? 'lapsed' : 'stands', changes };
}

/** The change of one cover since a verdict on it; empty where the current revision still has the hash of then. */
function changeOf(
  cover: 'schema' | 'context' | 'fields',
  given: { hash: string; revisionNumber: number },
  snapshot: ReviewSnapshot,
): CoverChange[] {
  const current = snapshot.currentRevision;
  if (!current || hashOf(current, cover) === given.hash) return [];
  const changed = snapshot.earlierRevisions
    .filter((revision) => revision.number > given.revisionNumber && hashOf(revision, cover) !== given.hash)
    .map((revision) => revision.number);
  return [{ cover, revisionNumber: Math.min(current.number, ...changed) }];
}

function hashOf(revision: RevisionSummary, cover: 'schema' | 'context' | 'fields'): string {
  if (cover === 'schema') return revision.schemaHash;
  return cover === 'context' ? revision.contextHash : revision.fieldsHash;
}

/** The latest record of each person; of two at the same instant, the one that stands later in the list. */
function latestByPerson<T extends { createdAt: Date }>(
  records: readonly T[],
  personOf: (record: T) => string,
): T[] {
  const latest = new Map<string, T>();
  for (const record of records) {
    const known = latest.get(personOf(record));
    if (!known || record.createdAt.getTime() >= known.createdAt.getTime()) {
      latest.set(personOf(record), record);
    }
  }
  return [...latest.values()];
}
