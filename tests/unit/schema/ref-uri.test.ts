import { resolve } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appendSteps, filePathOf, ROOT, resolveReference, stepsOf } from '@/lib/domain/schema/ref-uri';

const pieces = fc.constantFrom(
  ...['/', '/', '//', 'a', 'B', 'fragment', '.', '..', './', '../', '%63', '%2e', ' ', '\\', '?', '#', '#/x'],
  ...[
    '~1',
    '\t',
    "'",
    '{',
    '|',
    '1.0.0',
    '+',
    '*',
    ';',
    '^',
    '$',
    '!',
    '&',
    '(',
    ',',
    '=',
    '~',
    '"',
    '<',
    '`',
  ],
);
const places = fc.constantFrom(
  ...['/a/b', '/a//b/1.0.0', '//h/p/q', '//h', '//h?y', '///x/y', '/a/b?q', '/a/', '//h/p/../q', '/'],
);

test('a reference leads where Node’s url.resolve leads', () => {
  fc.assert(
    fc.property(places, fc.array(pieces, { minLength: 1, maxLength: 7 }), (place, parts) => {
      const ref = parts.join('');
      // A path that goes up before a protocol could stand is enough to tell them apart.
      if (!/^\s*[a-z0-9.+-]+:/i.test(ref)) expect(resolveReference(place, ref)).toBe(resolve(place, ref));
    }),
    { numRuns: 20_000, seed: 42 },
  );
});

describe('from the schema itself', () => {
  test.each([
    ['/a/1.0.0#/x', '/a/1.0.0#/x'],
    ['#/x', '#/x'],
    [' ./#/x', '#/x'],
    ['.', ''],
    ['x/..', ''],
    ['x/../', ''],
    ['a/1.0.0', null],
    ['../a', null],
    ['?x', null],
    ['file:///etc/passwd', null],
    ['//user@host/a', null],
    ['https://example.org/a#/x', 'https://example.org/a#/x'],
  ])('%j leads to %j', (ref, place) => {
    expect(resolveReference(ROOT, ref)).toBe(place);
  });
});

test.each([
  ['/fragment//%63ommon/./1.0.0/', '/fragment/common/1.0.0'],
  ['//fragment/a%20b', '/fragment/a b'],
  ['/a%2Fb%23%40', '/a%2Fb#@'],
  ['/a%', null],
])('%j is the file %j', (uri, path) => {
  expect(filePathOf(uri)).toBe(path);
});

test('a pointer is decoded step by step', () => {
  expect(stepsOf('/a#/x~1y/%7E0/%2Fz')).toEqual(['x/y', '~0', '/z']);
  expect([stepsOf('/a'), stepsOf('/a#'), stepsOf('/a#x'), stepsOf('/a#/%')]).toEqual([[], [], null, null]);
  expect(appendSteps('/a', ['x/y', 'b c'])).toBe('/a#/x~1y/b%20c');
});

test('a very long reference is read at once', () => {
  const steps = '/a'.repeat(500_000);
  const spaces = `/a${' '.repeat(500_000)}b`;
  const start = performance.now();
  expect(resolveReference(ROOT, steps)).toBe(steps);
  expect(resolveReference(ROOT, spaces)).toHaveLength(spaces.length + 2 * 500_000);
  expect(performance.now() - start).toBeLessThan(2000);
});
