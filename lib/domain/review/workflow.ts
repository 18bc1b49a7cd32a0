import { approvalsCondition, signOffCondition } from './voice-conditions';
import type { Condition, ConditionId } from './condition';
import { baseCondition, compatibilityCondition, lintCondition, threadsCondition } from './schema-conditions';
import type { ReviewSnapshot } from './snapshot';

/** Yes, or why not; `blockers` names the conditions that do not hold, in the order of domain.md. */
export type ApprovalVerdict =
  | { allowed: true }
  | { allowed: false; reason: 'not-in-review' | 'no-revision' | 'conditions'; blockers: ConditionId[] };

/** Where a review stands. “Changes requested” is a state of the review, not of the proposal. */
export type ReviewState = 'not-started' | 'changes-requested' | 'waiting' | 'ready';

/**
 * The six conditions of an approval, always all six and in the order of domain.md, “Life of a proposal”, evaluated
 * on the current revision. Before the first revision nobody can have approved or signed off, so those two do not
 * hold; the others then speak of the draft, as far as the snapshot does.
 */
export function evaluateConditions(snapshot: ReviewSnapshot): Condition[] {
  return [
    lintCondition(snapshot),
    compatibilityCondition(snapshot),
    approvalsCondition(snapshot),
    signOffCondition(snapshot),
    threadsCondition(snapshot),
    baseCondition(snapshot),
  ];
}

/**
 * Tells whether the current revision may become a version: the proposal is in review and all six conditions hold.
 * Who may press the button is another matter (`can(…, 'proposal.approve', …)`). A version is written only in the
 * transaction that read this snapshot (domain.md, “Invariants”).
 */
export function canApprove(snapshot: ReviewSnapshot): ApprovalVerdict {
  const blockers = evaluateConditions(snapshot)
    .filter((condition) => !condition.holds)
    .map((condition) => condition.id);
  if (snapshot.state !== 'in-review') return { allowed: false, reason: 'not-in-review', blockers };
  if (!snapshot.currentRevision) return { allowed: false, reason: 'no-revision', blockers };
  return blockers.length === 0 ? { allowed: true } : { allowed: false, reason: 'conditions', blockers };
}

/**
 * Where the review stands: `not-started` until a revision is up for review, `changes-requested` while a request
 * for changes stands, `ready` when all six conditions hold, `waiting` otherwise.
 * Null once the review is over: the proposal is approved, exported or withdrawn.
 */
export function reviewState(snapshot: ReviewSnapshot): ReviewState | null {
  if (snapshot.state === 'drafting') return 'not-started';
  if (snapshot.state !== 'in-review') return null;
  if (!snapshot.currentRevision) return 'not-started';
  if (approvalsCondition(snapshot).changesRequested.length > 0) return 'changes-requested';
  return canApprove(snapshot).allowed ? 'ready' : 'waiting';
}
