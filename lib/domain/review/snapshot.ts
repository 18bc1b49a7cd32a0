import type { ReviewRole } from '../access/roles';
import type { Finding } from '../findings/finding';
import type { ProposalState } from './proposal-state';

/** A person's verdict on one revision. */
export type Verdict = 'approve' | 'request-changes' | 'comment';

/** The verdicts in the order in which a screen offers them, with their names. */
export const verdictLabels: Record<Verdict, string> = {
  approve: 'Approve',
  'request-changes': 'Request changes',
  comment: 'Comment',
};

/** What becomes of a field after 90 days. `purge` is the default. */
export type RetentionAction = 'purge' | 'keep' | 'hash';

/** 1 high, 2 medium, 3 low. */
export type RiskTier = 1 | 2 | 3;

/** A revision as a review sees it: numbers, hashes and people, no text. Hashes are SHA-256 of canonical texts. */
export interface RevisionSummary {
  /** Counts from 1 within the proposal. */
  number: number;
  /** Of the whole canonical content (revision-content.ts). */
  hash: string;
  /** Of the schema's source. */
  schemaHash: string;
  /** Of the question and the metrics. */
  contextHash: string;
  /** Of the fields of the materialized schema. */
  fieldsHash: string;
  createdAt: Date;
  /** Everyone whose text this revision holds. */
  contributorIds: readonly string[];
}

/** A review, with the hashes that its revision had when it was given. */
export interface ReviewRecord {
  id: string;
  reviewerId: string;
  reviewerName: string;
  role: ReviewRole;
  verdict: Verdict;
  revisionNumber: number;
  schemaHash: string;
  contextHash: string;
  createdAt: Date;
  /** False where the account is disabled or has lost the role since; absent means they may still review. */
  mayStillReview?: boolean;
}

/** A privacy sign-off, with the hashes of what it covers as they were when it was given. */
export interface SignOffRecord {
  id: string;
  analystId: string;
  analystName: string;
  revisionNumber: number;
  fieldsHash: string;
  decisionsHash: string;
  createdAt: Date;
  /** As in {@link ReviewRecord}; a sign-off that was given stays given. */
  mayStillReview?: boolean;
}

/** What was decided about one field. */
export interface FieldDecisionRecord {
  /** JSON Pointer of the field in the materialized schema. */
  pointer: string;
  category: string;
  identifiesPerson: boolean;
  action: RetentionAction;
  reason: string;
  decidedById: string;
}

/** A thread, as far as approval depends on it. */
export interface ThreadRecord {
  id: string;
  blocking: boolean;
  resolved: boolean;
  openedById: string;
}

/** A recorded, reasoned, expiring permission to break one named rule on this proposal. */
export interface ExceptionRecord {
  rule: string;
  expiresAt: Date;
  /** Absent where nobody is on record; an exception that a contributor granted lifts nothing. */
  grantedById?: string;
}

/** How the revision's schema compares to the version it builds on. */
export interface CompatibilityRecord {
  /** True for a new schema. */
  compatible: boolean;
  /** True where the version number starts a new major version, so that anything may change. */
  majorBump: boolean;
  /** Names of the rules that the change breaks; absent or empty where they are not known. */
  brokenRules?: readonly string[];
}

/** What an installation asks for. Numbers below 1 are read as 1: an installation can ask for more, never for less. */
export interface ReviewSettings {
  requireProductManager: boolean;
  engineerApprovals: number;
  analystApprovals: number;
}

/** One approval as engineer and one as analyst (domain.md, “Life of a proposal”). */
export const defaultReviewSettings: ReviewSettings = {
  requireProductManager: false,
  engineerApprovals: 1,
  analystApprovals: 1,
};

/** All that the conditions of an approval depend on, read in one transaction, as plain data. */
export interface ReviewSnapshot {
  state: ProposalState;
  /** Who opened the proposal; counts as a contributor. */
  authorId: string;
  /** The newest revision; null while nothing was submitted. */
  currentRevision: RevisionSummary | null;
  earlierRevisions: readonly RevisionSummary[];
  /** In any order; of one person only the latest counts. */
  reviews: readonly ReviewRecord[];
  signOffs: readonly SignOffRecord[];
  decisions: readonly FieldDecisionRecord[];
  /** Of all decisions of the proposal as they stand (canonicalDecisions). */
  decisionsHash: string;
  /** Pointers of the fields that the current revision adds or changes. */
  fieldsToDecide: readonly string[];
  threads: readonly ThreadRecord[];
  /** Findings on the current revision; those that are no errors are ignored. */
  lintErrors: readonly Finding[];
  exceptions: readonly ExceptionRecord[];
  compatibility: CompatibilityRecord;
  /** The version that the current revision builds on; null for a new schema. */
  baseVersion: string | null;
  /** The newest version in the schema repository; null where it has none. */
  newestVersion: string | null;
  riskTier: RiskTier;
  legalReviewUrl: string | null;
  settings: ReviewSettings;
  now: Date;
}
