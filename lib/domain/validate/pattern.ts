import { isSafePattern } from '../regex/safe-pattern';

/** A match that is quadratic in a string of this many code units still takes about a second at worst. */
const MAX_MATCHED_LENGTH = 5000;
const CACHE_SIZE = 500;

const compiled = new Map<string, RegExp | null>();

/** Compiles as ajv does (no flags); null where the pattern is broken or may take forever. */
function compilePattern(pattern: string): RegExp | null {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  let expression: RegExp | null = null;
  try {
    expression = isSafePattern(pattern) ? new RegExp(pattern) : null;
  } catch {
    expression = null;
  }
  if (compiled.size >= CACHE_SIZE) compiled.clear();
  compiled.set(pattern, expression);
  return expression;
}

/** Matches a pattern that a person wrote; `unsafe` where that cannot be done in bounded time. */
export function matchPattern(pattern: string, value: string): 'match' | 'no-match' | 'unsafe' {
  const expression = compilePattern(pattern);
  if (expression === null || value.length > MAX_MATCHED_LENGTH) return 'unsafe';
  return expression.test(value) ? 'match' : 'no-match';
}
