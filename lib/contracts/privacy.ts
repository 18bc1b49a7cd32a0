import { z } from 'zod';
import { type PersonalDataCategory, personalDataCategories } from '@/lib/domain/privacy/categories';
import type { VerdictStatus } from '@/lib/domain/review/approvals';
import type { RetentionAction, RiskTier } from '@/lib/domain/review/snapshot';
import { isReviewLink } from '@/lib/domain/review/voice-conditions';
import type { PermissionView, PersonRef } from './proposal-person';
import {
  contentHash,
  fieldPointer,
  maxAnswerBytes,
  proposalId,
  someTextUpTo,
  textUpTo,
} from './proposal-text';

/** The data categories of rules.md, “Personal data”; their labels and advice are in the domain. */
export type DataCategory = PersonalDataCategory;

const categoryIds = personalDataCategories.map((category) => category.id);

const decision = z.object({
  pointer: fieldPointer,
  category: z.enum(categoryIds, 'Choose a data category.'),
  identifiesPerson: z.boolean(),
  action: z.enum(['purge', 'keep', 'hash'], 'Choose purge, keep or hash.'),
  reason: textUpTo(maxAnswerBytes, 'The reason').default(''),
  /** The decision that the person saw, null where there was none; another one since is a `lost-update`. */
  expectedVersion: z.int().min(0).nullable(),
});

/** One or more field decisions, all or none of them made. */
export const decideFieldsInput = z.object({
  proposalId,
  decisions: z
    .array(decision)
    .min(1, 'Choose at least one field.')
    .max(2_000, 'At most 2,000 fields at once.')
    .superRefine((decisions, context) => {
      const seen = new Set<string>();
      decisions.forEach(({ pointer, action, reason }, index) => {
        if (seen.has(pointer)) {
          context.addIssue({
            code: 'custom',
            path: [index, 'pointer'],
            message: 'This field stands twice in the list.',
          });
        }
        seen.add(pointer);
        if (action !== 'purge' && reason.trim() === '') {
          context.addIssue({
            code: 'custom',
            path: [index, 'reason'],
            message: 'Say why it has to outlive 90 days.',
          });
        }
      });
    }),
});
export type DecideFieldsInput = z.input<typeof decideFieldsInput>;

export const raiseTierInput = z.object({
  proposalId,
  /** Null takes a raise back; the derived tier stays whatever is sent. */
  tier: z.union([z.literal(1), z.literal(2)], 'Choose tier 1 or tier 2.').nullable(),
  reason: someTextUpTo(maxAnswerBytes, 'The reason'),
});
export type RaiseTierInput = z.input<typeof raiseTierInput>;

export const setLegalReviewUrlInput = z.object({
  proposalId,
  /** Null removes the link. */
  url: z
    .string()
    .trim()
    .max(2_000, 'The link is too long: at most 2,000 characters.')
    .refine(isReviewLink, 'Give a link that begins with https://.')
    .nullable(),
});
export type SetLegalReviewUrlInput = z.input<typeof setLegalReviewUrlInput>;

export const giveSignOffInput = z.object({
  proposalId,
  revisionHash: contentHash,
  /** Of the decisions that the person saw (`PrivacyReview.decisionsHash`); others since are a `lost-update`. */
  decisionsHash: contentHash,
  note: textUpTo(maxAnswerBytes, 'The note').default(''),
});
export type GiveSignOffInput = z.input<typeof giveSignOffInput>;

export const grantExceptionInput = z.object({
  proposalId,
  rule: z.string().regex(/^[a-z0-9$][a-zA-Z0-9$_-]{1,99}$/, 'Choose a rule.'),
  reason: someTextUpTo(maxAnswerBytes, 'The reason'),
  /** In days from now. */
  days: z
    .int('Give a whole number of days.')
    .min(1, 'At least one day.')
    .max(365, 'At most 365 days.')
    .default(30),
});
export type GrantExceptionInput = z.input<typeof grantExceptionInput>;

/** What was decided about a field. */
export interface DecisionView {
  category: DataCategory;
  identifiesPerson: boolean;
  action: RetentionAction;
  reason: string;
  decidedBy: PersonRef;
  decidedAt: string;
  version: number;
}

/** What Assent proposes; a person decides. */
export interface DecisionProposal {
  category: DataCategory;
  identifiesPerson: boolean;
  action: RetentionAction;
  /** What made it think so, in a sentence; goes in as the reason where the proposal is accepted as it is. */
  because: string;
}

/** A field as the privacy review shows it. */
export interface PrivacyField {
  pointer: string;
  path: string;
  type: string;
  description: string | null;
  /** `$ref` URI of the fragment it comes from; null for an own field. */
  origin: string | null;
  change: 'added' | 'changed' | 'unchanged';
  /** True where an approval needs a decision for it. */
  toDecide: boolean;
  proposal: DecisionProposal;
  /** Null while nobody decided. */
  decision: DecisionView | null;
}

/** Why the risk tier is what it is. */
export interface TierCause {
  tier: RiskTier;
  text: string;
  /** Pointers of the fields that cause it. */
  pointers: string[];
}

export interface SignOffLine {
  id: string;
  person: PersonRef;
  revisionNumber: number;
  riskTier: RiskTier;
  note: string;
  createdAt: string;
  /** Null where a later one of the same person replaced it. */
  status: VerdictStatus | null;
  statusText: string | null;
}

/** All that the privacy review shows. */
export interface PrivacyReview {
  /** The revision that is shown; null where it is the draft, since nothing was submitted yet. */
  revisionNumber: number | null;
  revisionHash: string | null;
  decisionsHash: string;
  /** In the order of the schema. */
  fields: PrivacyField[];
  /** What counts: the derived tier, or a stricter one that a person set. */
  tier: RiskTier;
  derivedTier: RiskTier;
  raisedTier: RiskTier | null;
  causes: TierCause[];
  legalReviewUrl: string | null;
  /** Newest first. */
  signOffs: SignOffLine[];
  signOffsNeeded: number;
  signOffsGiven: number;
  permissions: {
    decide: PermissionView;
    signOff: PermissionView;
    setLegalReview: PermissionView;
    grantException: PermissionView;
  };
}

export interface ExceptionView {
  id: string;
  rule: string;
  ruleTitle: string;
  reason: string;
  grantedBy: PersonRef;
  createdAt: string;
  expiresAt: string;
  expired: boolean;
}
