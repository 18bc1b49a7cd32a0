import { examplesRule } from '@/lib/domain/draft/examples-written-by-author';
import { intakeSchemaRule } from '@/lib/domain/draft/intake-findings';
import { findRuleText } from '@/lib/domain/findings/catalogue';
import { readingTexts } from '@/lib/domain/findings/messages/reading';
import { compatibilityRule } from '@/lib/domain/review/schema-conditions';

/**
 * Without these there would be no version to write, or not the one that the schema repository expects: a schema that
 * cannot be read or materialized, a number that is taken, an example that the repository would generate itself, a schema that stops an intake.
 */
const fixedRules = new Set([
  ...Object.keys(readingTexts),
  'version-number-follows-change',
  examplesRule,
  intakeSchemaRule,
]);

/** Tells whether an exception may lift a rule: it has to be one that the catalogue knows. */
export function isLiftable(rule: string): boolean {
  return rule === compatibilityRule || (findRuleText(rule) !== null && !fixedRules.has(rule));
}
