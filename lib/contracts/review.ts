import { z } from 'zod';
import { type ReviewRole, reviewRoles } from '@/lib/domain/access/roles';
import type { Finding } from '@/lib/domain/findings/finding';
import type { Metric, Question } from '@/lib/domain/question/question';
import type { VerdictStatus } from '@/lib/domain/review/approvals';
import type { ConditionId, Owed } from '@/lib/domain/review/condition';
import type { Verdict } from '@/lib/domain/review/snapshot';
import type { TurnTask } from '@/lib/domain/review/whose-turn';
import type { ReviewState } from '@/lib/domain/review/workflow';
import type { PersonRef } from './proposal-person';
import {
  contentHash,
  maxAnswerBytes,
  maxCommentBytes,
  proposalId,
  textUpTo,
  versionCounter,
} from './proposal-text';

export const submitRevisionInput = z.object({
  proposalId,
  /** The draft that the person saw; another one since is a `lost-update`. */
  expectedDraftVersion: versionCounter,
  message: textUpTo(maxAnswerBytes, 'The message').default(''),
});
export type SubmitRevisionInput = z.input<typeof submitRevisionInput>;

export const giveReviewInput = z
  .object({
    proposalId,
    /** The revision that the person read. */
    revisionHash: contentHash,
    role: z.enum(reviewRoles, 'Choose the role in which you review.'),
    verdict: z.enum(['approve', 'request-changes', 'comment'], 'Choose a verdict.'),
    body: textUpTo(maxCommentBytes, 'The review').default(''),
  })
  .refine(({ verdict, body }) => verdict === 'approve' || body.trim() !== '', {
    message: 'Say what should change, so that the author can act on it.',
    path: ['body'],
  });
export type GiveReviewInput = z.input<typeof giveReviewInput>;

export const approveProposalInput = z.object({ proposalId, revisionHash: contentHash });
export type ApproveProposalInput = z.input<typeof approveProposalInput>;

/** The version that an approval made. */
export interface ApprovedVersion {
  versionId: string;
  version: string;
  exportId: string;
}

/** A revision in a list; newest first. */
export interface RevisionLine {
  number: number;
  hash: string;
  /** The version number that its source asks for. */
  schemaVersion: string;
  baseVersion: string | null;
  message: string;
  author: PersonRef;
  contributors: PersonRef[];
  createdAt: string;
}

/** A whole revision, for diffs. */
export interface RevisionView extends RevisionLine {
  source: string;
  /** The materialized schema as YAML; empty where it could not be materialized. */
  materialized: string;
  question: Question;
  metrics: Metric[];
  controlPointers: string[];
}

export const loadRevisionInput = z.object({ proposalId, number: z.int().min(1).max(2_147_483_647) });
export type LoadRevisionInput = z.input<typeof loadRevisionInput>;

/** One review as it was given. */
export interface ReviewLine {
  id: string;
  person: PersonRef;
  role: ReviewRole;
  verdict: Verdict;
  /** Markdown; render it sanitized. */
  body: string;
  revisionNumber: number;
  createdAt: string;
  /** Null where it was replaced by a later one of the same person, or is a comment. */
  status: VerdictStatus | null;
  /** Why it lapsed or is void, in a sentence; null where there is nothing to say. */
  statusText: string | null;
}

/** What is owed, and by whom, in a sentence. */
export interface DebtView {
  owes: Owed;
  text: string;
  /** Whether the person who looks is among those who owe it. */
  mine: boolean;
}

/** One of the six conditions, ready to show. */
export interface ConditionView {
  id: ConditionId;
  title: string;
  holds: boolean;
  /** What stands now, in a sentence or more. */
  text: string;
  owedBy: DebtView[];
  /** Errors that stand (`lint`), else empty. */
  findings: Finding[];
  /** Fields without a decision or a reason (`sign-off`), else empty. */
  pointers: string[];
  /** Open blocking threads (`threads`), else empty. */
  threadIds: string[];
}

/** All that the review panel shows. */
export interface ReviewPanel {
  /** Null once the review is over. */
  state: ReviewState | null;
  /** Always six, in the order of the domain. */
  conditions: ConditionView[];
  /** Newest first. */
  reviews: ReviewLine[];
  /** What the person who looks is asked to do, the first thing first. */
  myTasks: TurnTask[];
  /** Whose turn it is, in sentences. */
  turns: { task: TurnTask; text: string; mine: boolean }[];
  /** Roles in which the person who looks may give a verdict; empty where they may not. */
  myRoles: ReviewRole[];
  /** The newest revision on which they gave a verdict; null where they gave none. */
  myLastReviewedRevision: number | null;
}
