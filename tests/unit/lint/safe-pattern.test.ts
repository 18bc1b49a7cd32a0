import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSafePattern } from '@/lib/domain/regex/safe-pattern';

const safe = [
  '',
  '^a$',
  '^([a-z]+\\.)+$',
  '([a-z]+-)*[a-z]+$',
  '^\\d{4}-\\d{2}-\\d{2}$',
  '^[0-9a-f]{64}$',
  '^[a-fA-F0-9]{8}(-[a-fA-F0-9]{4}){3}-[a-fA-F0-9]{12}$',
  '^.{0,255}$',
  '^(\\d{1,3}\\.){3}\\d{1,3}$',
  '^(?=.*\\d)(?=.*[a-z]).{8,}$',
  '^https?://([^/]+\\.)?wiki(pedia|media)\\.org/.*$',
  '^(?=.{1,10}$)[a-z]+$',
  '/analytics/legacy/(codemirrorusage|twocolconflict|twocolconflictexit)/.*',
  '/mediawiki/job/.*',
  '.*foo.*',
  '.*',
  'a*b?',
  '^\\s+|\\s+$',
  '[\\u0041-\\x5A\\-]+$',
];

const unsafe = [
  '^(a+)+$',
  '(a|a)*b',
  '(a|b|ab)*c',
  '(a*)*b',
  '(a?b?)*c',
  '(\\w+\\s?)*$',
  '(x+x+)+y',
  '^(([a-z])+.)+[A-Z]([a-z])+$',
  '(a{1,20}){1,20}b',
  '^((a?)?b)*$',
  '(.*)(.*)(.*)x',
  '^.*a.*b.*c$',
  'a*a*a*b',
  `${'a?'.repeat(30)}${'a'.repeat(30)}`,
  '(?=(a+)+$)b',
  '(a|b)*(?:(?=a*))$',
  '(a?|b)(?:(?:a{5}.?){3,30}(a|b){3,30}b{2})?',
  '(?:(?:(|a)*){0,9}b{2})?',
  '(?:(a+)+b)?',
  '(?:(|a){3,30}b){3,30}$',
  '^(?:(?:a|aa)+)$',
];

describe('isSafePattern', () => {
  test.each(safe)('lets %s pass', (pattern) => {
    expect(isSafePattern(pattern)).toBe(true);
  });

  test.each(unsafe)('refuses %s', (pattern) => {
    expect(isSafePattern(pattern)).toBe(false);
  });

  test.each(['[', '(', '(a)\\1', '(?<x>a)\\k<x>', 'a'.repeat(2001)])(
    'refuses what it cannot judge: %s',
    (pattern) => {
      expect(isSafePattern(pattern)).toBe(false);
    },
  );

  const piece = fc.constantFrom('a', 'b', '[ab]', '.', '\\w', '(a|b)', 'ab', '(?:a)', '^', '$');
  const quantifier = fc.constantFrom('', '*', '+', '?', '{2}', '{1,3}', '{2,}', '*?');
  const sequence = fc
    .array(fc.tuple(piece, quantifier), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.map(([part, times]) => (/[\^$]/.test(part) ? part : part + times)).join(''));
  const nested = fc
    .tuple(sequence, quantifier, sequence, fc.constantFrom('', '$', 'c', 'c$'))
    .map(([inner, times, outer, end]) => `(?:${inner})${times}${outer}${end}`);

  test('what it lets pass is matched quickly on texts that fail late', () => {
    fc.assert(
      fc.property(nested, fc.constantFrom('a', 'ab', 'aab', 'b'), (pattern, unit) => {
        fc.pre(isSafePattern(pattern));
        const text = `${unit.repeat(400)}!`;
        const started = performance.now();
        new RegExp(pattern).test(text);
        expect(performance.now() - started).toBeLessThan(2000);
      }),
      { numRuns: 400 },
    );
  });
});
