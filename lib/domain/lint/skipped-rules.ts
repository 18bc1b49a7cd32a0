import { isSafeOnShortTexts, isSafePattern, SHORT_TEXT } from '../regex/safe-pattern';

/** No real `$id` is longer, and a longer one is not matched. */
const MAX_ID_LENGTH = 1000;

interface Skip {
  expression: RegExp;
  names: string[];
  /** Only short texts may be matched with it. */
  onlyShort: boolean;
}

const compiled = new WeakMap<Record<string, string[]>, Skip[]>();

/**
 * The upstream rules that a repository's `skipSchemaTestCases` lifts for a schema: the names of all entries whose
 * regular expression matches somewhere in `$id` (conformance.md B4). An entry whose expression is broken or may take
 * forever lifts nothing. The setting is compiled once, and must not be changed afterwards.
 */
export function skippedRules(id: string, skipSchemaTestCases: Record<string, string[]>): Set<string> {
  if (id.length > MAX_ID_LENGTH) return new Set();
  const skips = compiled.get(skipSchemaTestCases) ?? compile(skipSchemaTestCases);
  compiled.set(skipSchemaTestCases, skips);
  const asked = skips.filter(({ onlyShort }) => !onlyShort || id.length <= SHORT_TEXT);
  return new Set(asked.flatMap(({ expression, names }) => (expression.test(id) ? names : [])));
}

function compile(skipSchemaTestCases: Record<string, string[]>): Skip[] {
  return Object.entries(skipSchemaTestCases)
    .filter(([pattern]) => isSafeOnShortTexts(pattern))
    .map(([pattern, names]) => ({
      expression: new RegExp(pattern),
      names: [names].flat(),
      onlyShort: !isSafePattern(pattern),
    }));
}
