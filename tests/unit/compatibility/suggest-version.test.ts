import { describe, expect, test } from 'vitest';
import { compareSchemas } from '@/lib/domain/compatibility/compare-schemas';
import { compatibilityFindings } from '@/lib/domain/compatibility/compatibility-findings';
import { isVersionAllowed, suggestVersion } from '@/lib/domain/compatibility/suggest-version';
import { describeFinding, findRuleText } from '@/lib/domain/findings/catalogue';

const base = { type: 'object', properties: { a: { type: 'string', description: 'A' } } };
const same = compareSchemas(base, base);
const documented = compareSchemas(base, {
  type: 'object',
  properties: { a: { type: 'string', description: 'B' } },
});
const added = compareSchemas(base, { type: 'object', properties: { ...base.properties, b: {}, c: {} } });
const broken = compareSchemas(base, {
  type: 'object',
  properties: { a: { type: 'integer', description: 'A' } },
});
const gap = compareSchemas(base, { ...base, required: ['a'] });
const crash = compareSchemas({ default: null }, { default: null, description: 'x' });

describe('suggesting the version number', () => {
  test.each([
    [null, null, '1.0.0', 'major', 'This is the first version of the schema.'],
    [
      '1.2.3',
      documented,
      '1.2.4',
      'patch',
      'Only the documentation changed; the same events are valid as before.',
    ],
    ['1.2.3', same, '1.2.4', 'patch', 'Nothing changed that an event or a reader could notice.'],
    ['1.2.3', added, '1.3.0', 'minor', '2 fields added, and everything that was valid stays valid.'],
    [
      '1.2.3',
      broken,
      '2.0.0',
      'major',
      '“a” changed its type from string to integer. Clients that send the old type are refused, and consumers must read another one.',
    ],
    ['0.9.9', gap, '1.0.0', 'major', '“a” is now required. Clients that do not send it are refused.'],
    [
      '1.0.0',
      crash,
      '2.0.0',
      'major',
      'The compatibility test of jsonschema-tools refuses this change within one major version.',
    ],
  ] as const)('after %s', (version, comparison, expected, level, because) => {
    expect(suggestVersion(version, comparison)).toEqual({ version: expected, level, because });
  });

  test.each([
    [null, '1.0.0', null, true],
    [null, '1.0', null, false],
    ['1.2.3', '1.2.3', same, false],
    ['1.2.3', '1.2.2', same, false],
    ['1.2.3', '1.10.0', added, true],
    ['1.2.3', '1.3.0', broken, false],
    ['1.2.3', '2.0.0', broken, true],
    ['1.2.3', '1.3.0', gap, false],
    ['1.2.3', '1.3.0-beta.1', same, false],
    ['1.2.3', '01.3.0', same, false],
  ] as const)('%s may be followed by %s: %#', (version, proposed, comparison, allowed) => {
    expect(isVersionAllowed(version, proposed, comparison)).toBe(allowed);
  });
});

describe('findings about the version number', () => {
  function rules(version: string | null, proposed: string, comparison: typeof same): string[] {
    return compatibilityFindings(version, proposed, comparison).map(
      ({ rule, severity }) => `${severity} ${rule}`,
    );
  }

  test('a number that fits gives none', () => {
    expect(rules('1.2.3', '1.2.4', documented)).toEqual([]);
    expect(rules('1.2.3', '1.3.0', added)).toEqual([]);
    expect(rules('1.2.3', '2.0.0', broken)).toEqual([]);
    expect(rules(null, '1.0.0', same)).toEqual([]);
  });

  test('a break without a new major number is an error of upstream and of ours', () => {
    expect(rules('1.2.3', '1.3.0', broken)).toEqual([
      'error schema-version-compatibility',
      'error compatible-with-previous-version',
    ]);
    expect(rules('1.2.3', '1.3.0', gap)).toEqual(['error compatible-with-previous-version']);
    expect(rules('1.2.3', '1.3.0', crash)).toEqual(['error schema-version-compatibility']);
  });

  test('a number that is taken, lower or no number is an error', () => {
    expect(rules('1.2.3', '1.2.3', same)).toEqual(['error version-number-follows-change']);
    expect(rules('1.2.3', '1.2.2', same)).toEqual(['error version-number-follows-change']);
    expect(rules('1.2.3', 'next', same)).toEqual(['error version-number-follows-change']);
  });

  test('too small a step is a warning, too large a one a hint', () => {
    expect(rules('1.2.3', '1.2.4', added)).toEqual(['warning version-number-follows-change']);
    expect(rules('1.2.3', '1.3.0', documented)).toEqual(['info version-number-follows-change']);
  });

  test('every finding has a text, and says what happened where', () => {
    const findings = compatibilityFindings('1.2.3', '1.3.0', broken);
    expect(findings.map(describeFinding)).toEqual([
      'jsonschema-tools refuses 1.3.0 as a successor of 1.2.3: .properties.a.type changed from "string" to "integer".',
      '“a” changed its type from string to integer. Clients that send the old type are refused, and consumers must read another one.',
    ]);
    expect(findings.map(({ path }) => path)).toEqual(['/properties/a/type', '/properties/a']);
    for (const { rule } of findings) expect(findRuleText(rule)?.explanation).toBeTruthy();
  });
});
