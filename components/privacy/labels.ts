import { personalDataCategories } from '@/lib/domain/privacy/categories';
import type { RetentionAction, RiskTier } from '@/lib/domain/review/snapshot';

/** What becomes of a field after 90 days, as a choice. */
export const actionLabels: Record<RetentionAction, string> = { purge: 'Purge', keep: 'Keep', hash: 'Hash' };

/** The same as a state. */
export const retentionLabels: Record<RetentionAction, string> = {
  purge: 'Purged',
  keep: 'Kept',
  hash: 'Hashed',
};

export const tierLabels: Record<RiskTier, string> = {
  1: 'Tier 1 · high risk',
  2: 'Tier 2 · medium risk',
  3: 'Tier 3 · low risk',
};

/** What a tier asks for (rules.md, “Combinations that raise the risk tier”). */
export const tierRequirements: Record<RiskTier, string> = {
  1: 'It needs the sign-off of two privacy reviewers, and a link to the legal or security review.',
  2: 'It needs the sign-off of two privacy reviewers.',
  3: 'One sign-off suffices.',
};

export const categoryOptions = personalDataCategories.map(({ id, label }) => ({ value: id, label }));
