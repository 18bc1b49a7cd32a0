import { isSafeOnShortTexts, isSafePattern, SHORT_TEXT } from '@/lib/domain/regex/safe-pattern';
import type { Finding } from '@/lib/domain/findings/finding';
import { toPointer } from '@/lib/domain/schema/pointer';
import { readSource } from '@/lib/domain/schema/read-source';
import type { RepositoryConfig } from '@/lib/domain/schema/repository-config';
import type { Checkout } from './checkout';

/** The upstream rules that the configuration lifts for a schema of that `$id` (conformance.md B4). */
export type SkipList = (id: unknown) => ReadonlySet<string>;

/** No real `$id` is longer, and a longer one is not matched. */
const maxIdLength = 1000;

/**
 * Reads `skipSchemaTestCases` once for many schemas: judging whether a regular expression is safe takes far longer
 * than matching it. An expression that may take forever lifts nothing.
 */
export function createSkipList({ skipSchemaTestCases }: RepositoryConfig): SkipList {
  let entries: { expression: RegExp; names: string[]; isSafe: boolean }[] | null = null;
  return (id) => {
    const text = typeof id === 'string' ? id : '';
    if (text.length > maxIdLength) return new Set();
    // Not every command asks.
    entries ??= Object.entries(skipSchemaTestCases)
      .filter(([pattern]) => isSafeOnShortTexts(pattern))
      .map(([pattern, names]) => ({
        expression: new RegExp(pattern),
        names,
        isSafe: isSafePattern(pattern),
      }));
    const asked = entries.filter(({ isSafe }) => isSafe || text.length <= SHORT_TEXT);
    return new Set(asked.flatMap(({ expression, names }) => (expression.test(text) ? names : [])));
  };
}

/** The patterns that may take forever, and therefore lift nothing. */
export function unsafePatterns({ configText, config }: Pick<Checkout, 'configText' | 'config'>): Finding[] {
  const unsafe = Object.keys(config.skipSchemaTestCases).filter((pattern) => !isSafeOnShortTexts(pattern));
  const source = unsafe.length === 0 ? null : readSource(configText).source;
  return unsafe.map((pattern) => {
    const path = toPointer(['skipSchemaTestCases', pattern]);
    const params = { key: 'skipSchemaTestCases', pattern };
    const finding: Finding = { rule: 'unsafe-setting-pattern', severity: 'error', path, params };
    const range = source?.rangeOf(path, 'key') ?? null;
    return range === null ? finding : { ...finding, range };
  });
}

/** The same answer in the form in which the rules take it: an entry that matches every `$id`. */
export function asSkipCases(skipped: ReadonlySet<string>): Record<string, string[]> {
  return skipped.size === 0 ? {} : { '': [...skipped] };
}
