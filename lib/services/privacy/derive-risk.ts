import type { DecidedField, RiskCause } from '@/lib/domain/privacy/combinations';
import { deriveRiskTier } from '@/lib/domain/privacy/combinations';
import { type PersonalDataCategory, personalDataCategories } from '@/lib/domain/privacy/categories';
import { detectPersonalData } from '@/lib/domain/privacy/detect-personal-data';
import type { RetentionAction, RiskTier } from '@/lib/domain/review/snapshot';
import type { Field } from '@/lib/domain/schema/types';

/** The tier that counts, and where it comes from. */
export interface Risk {
  tier: RiskTier;
  derived: RiskTier;
  /** Null where nobody raised it. */
  raised: RiskTier | null;
  causes: RiskCause[];
}

interface Decision {
  pointer: string;
  category: string;
  action: RetentionAction;
}

/**
 * Derives the risk tier from the fields and what was decided about them; what nobody decided counts as what it looks
 * like, and as purged. A person's tier counts only where it is stricter: it may be raised, never silently lowered.
 */
export function deriveRisk(
  fields: readonly Field[],
  decisions: readonly Decision[],
  raised: number | null,
): Risk {
  const decided = new Map(decisions.map((decision) => [decision.pointer, decision]));
  const known = fields.map((field): DecidedField => {
    const decision = decided.get(field.pointer);
    const category = decision
      ? toCategory(decision.category)
      : (detectPersonalData(field)?.category ?? 'none');
    return { path: field.path, name: field.name, category, action: decision?.action ?? 'purge' };
  });
  const { tier: derived, causes } = deriveRiskTier(known);
  const own = raised === 1 || raised === 2 ? raised : null;
  return { tier: own !== null && own < derived ? own : derived, derived, raised: own, causes };
}

/** A stored category; one that is not known any more counts as none. */
export function toCategory(stored: string): PersonalDataCategory {
  return personalDataCategories.find((category) => category.id === stored)?.id ?? 'none';
}
