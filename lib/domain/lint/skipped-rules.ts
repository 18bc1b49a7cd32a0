import { isSafeOnShortTexts, isSafePattern, SHORT_TEXT } from '../regex/safe-pattern';

/** No real `$id` is longer, and a longer one is not matched. */
const MAX_ID_LENGTH = 1000;

/**
 * The upstream rules that a repository's `skipSchemaTestCases` lifts for a schema: the names of all entries whose
 * regular expression matches somewhere in `$id` (conformance.md B4). An entry whose expression is broken or may take
 * forever lifts nothing.
 */
export function skippedRules(id: string, skipSchemaTestCases: Record<string, string[]>): Set<string> {
  const skipped = new Set<string>();
  if (id.length > MAX_ID_LENGTH) return skipped;
  for (const [pattern, names] of Object.entries(skipSchemaTestCases)) {
    const isSafe = id.length <= SHORT_TEXT ? isSafeOnShortTexts : isSafePattern;
    if (!isSafe(pattern) || !new RegExp(pattern).test(id)) continue;
    for (const name of [names].flat()) skipped.add(name);
  }
  return skipped;
}
