import type { ReviewRole } from '../access/roles';
import type { Finding } from '../findings/finding';
import type { ApprovalStatus } from './approvals';
import type { RiskTier } from './snapshot';

/** The six conditions of an approval, in the order of domain.md, “Life of a proposal”. */
export const conditionIds = ['lint', 'compatibility', 'approvals', 'sign-off', 'threads', 'base'] as const;

/** Names a condition; stable for programs. */
export type ConditionId = (typeof conditionIds)[number];

/** What can be owed: another text, an answer in a thread, an approval, field decisions, a sign-off, a link. */
export type Owed = 'change' | 'answer' | 'approval' | 'decisions' | 'sign-off' | 'legal-review';

/**
 * What is owed, and who owes it. `author` stands for everyone who contributed text. Without `personIds` anyone with the role
 * will do, except those in `exceptIds`, who contributed text or whose voice is given already.
 */
export interface Debt {
  owes: Owed;
  role: 'author' | ReviewRole;
  personIds?: string[];
  exceptIds?: string[];
}

/** One condition: whether it holds, the facts of it as data, and who owes it where it does not (else empty). */
export type Condition =
  | LintCondition
  | CompatibilityCondition
  | ApprovalsCondition
  | SignOffCondition
  | ThreadsCondition
  | BaseCondition;

interface ConditionOf<Id extends ConditionId> {
  id: Id;
  holds: boolean;
  owedBy: Debt[];
}

/** No lint error; warnings may stand, and an exception lifts a named rule until it expires. */
export interface LintCondition extends ConditionOf<'lint'> {
  errors: Finding[];
  /** The errors that an exception lifts. */
  lifted: Finding[];
}

/** Compatible with the version it builds on, or a new major version, or an exception. */
export interface CompatibilityCondition extends ConditionOf<'compatibility'> {
  /** What makes it hold; `breaking` where nothing does. */
  because: 'compatible' | 'major-version' | 'exception' | 'breaking';
  brokenRules: string[];
}

/** Enough approvals that stand, each from another person who did not write the revision. */
export interface ApprovalsCondition extends ConditionOf<'approvals'> {
  parts: ApprovalsPart[];
  /**
   * Requests for changes that stand. A role that asks for changes has not approved, so the condition does not
   * hold until they change their verdict, or a new revision changes what the verdict covers.
   */
  changesRequested: ApprovalStatus[];
}

/** What one role owes. */
export interface ApprovalsPart {
  role: ReviewRole;
  needed: number;
  given: ApprovalStatus[];
  /** Approvals that lapsed: these people know the proposal already. */
  lapsed: ApprovalStatus[];
  missing: number;
}

/** A privacy sign-off, with a decision for every field that the proposal adds or changes. */
export interface SignOffCondition extends ConditionOf<'sign-off'> {
  /** Pointers of fields without a decision. */
  undecided: string[];
  /** Pointers of fields that are to be kept or hashed without a reason. */
  unreasoned: string[];
  /** Tiers 2 and 1 need the sign-off of a second privacy reviewer. */
  needed: number;
  given: ApprovalStatus[];
  lapsed: ApprovalStatus[];
  missing: number;
  riskTier: RiskTier;
  /** Tier 1 needs a link to the legal or security review. */
  legalReview: 'not-needed' | 'given' | 'missing';
}

/** No blocking thread is open. */
export interface ThreadsCondition extends ConditionOf<'threads'> {
  openBlockingIds: string[];
}

/** The version it builds on is still the newest in the schema repository. Null: there is none. */
export interface BaseCondition extends ConditionOf<'base'> {
  baseVersion: string | null;
  newestVersion: string | null;
}
