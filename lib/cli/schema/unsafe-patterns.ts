import { isSafeOnShortTexts } from '@/lib/domain/regex/safe-pattern';
import type { Finding } from '@/lib/domain/findings/finding';
import { toPointer } from '@/lib/domain/schema/pointer';
import { readSource } from '@/lib/domain/schema/read-source';
import type { Checkout } from './checkout';

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
