import type { ReviewRole } from '@/lib/domain/access/roles';
import {
  type ReviewRecord,
  type ReviewSnapshot,
  type RevisionSummary,
  type SignOffRecord,
  type Verdict,
  defaultReviewSettings,
} from '@/lib/domain/review/snapshot';

export const instant = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));

export function revision(number: number, change: Partial<RevisionSummary> = {}): RevisionSummary {
  return {
    number,
    hash: `hash-${number}`,
    schemaHash: 'schema-a',
    contextHash: 'context-a',
    fieldsHash: 'fields-a',
    createdAt: instant(number),
    contributorIds: ['author'],
    ...change,
  };
}

export function review(
  reviewerId: string,
  role: ReviewRole,
  verdict: Verdict = 'approve',
  change: Partial<ReviewRecord> = {},
): ReviewRecord {
  return {
    id: `review-of-${reviewerId}`,
    reviewerId,
    reviewerName: reviewerId.toUpperCase(),
    role,
    verdict,
    revisionNumber: 1,
    schemaHash: 'schema-a',
    contextHash: 'context-a',
    createdAt: instant(10),
    ...change,
  };
}

export function signOff(analystId: string, change: Partial<SignOffRecord> = {}): SignOffRecord {
  return {
    id: `sign-off-of-${analystId}`,
    analystId,
    analystName: analystId.toUpperCase(),
    revisionNumber: 1,
    fieldsHash: 'fields-a',
    decisionsHash: 'decisions-a',
    createdAt: instant(20),
    ...change,
  };
}

/** A proposal for which all six conditions hold: one revision, an engineer and an analyst, a sign-off. */
export function readySnapshot(change: Partial<ReviewSnapshot> = {}): ReviewSnapshot {
  return {
    state: 'in-review',
    authorId: 'author',
    currentRevision: revision(1),
    earlierRevisions: [],
    reviews: [review('engineer', 'engineer'), review('analyst', 'analyst')],
    signOffs: [signOff('analyst')],
    decisions: [
      {
        pointer: '/properties/action',
        category: 'none',
        identifiesPerson: false,
        action: 'keep',
        reason: 'The metric is counted by it.',
        decidedById: 'analyst',
      },
    ],
    decisionsHash: 'decisions-a',
    fieldsToDecide: ['/properties/action'],
    threads: [],
    lintErrors: [],
    exceptions: [],
    compatibility: { compatible: true, majorBump: false },
    baseVersion: '1.0.0',
    newestVersion: '1.0.0',
    riskTier: 3,
    legalReviewUrl: null,
    settings: defaultReviewSettings,
    now: instant(60),
    ...change,
  };
}
