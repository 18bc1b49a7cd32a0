import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeAsUpstream } from '@/lib/domain/compatibility/upstream-verdict';
import type { Json, JsonObject } from '@/lib/domain/schema/json';
import { askUpstream } from '@/tests/corpus/compatibility/upstream-oracle';
import { versionPairArbitrary } from './schema-arbitraries';

function verdict(older: JsonObject, newer: JsonObject): string {
  const ours = judgeAsUpstream(older, newer).verdict;
  expect(ours).toBe(askUpstream(older, newer));
  return ours;
}

/** Without `__proto__`, which no source may hold. */
const hostileKeys = [
  'type',
  'required',
  'enum',
  'description',
  'maxLength',
  'examples',
  '$id',
  'a',
  '0',
  'constructor',
  'toString',
];

const hostileJson = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom<Json>(null, '', 'a', 'ab', 0, 1, true, false),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...hostileKeys), tie('json'), { maxKeys: 4 }),
  ),
})).json;

const hostileObject = fc
  .dictionary(fc.constantFrom(...hostileKeys), hostileJson, { maxKeys: 5 })
  .map((value) => ({ ...value }) as JsonObject);

describe('judging a pair as upstream does', { timeout: 60_000 }, () => {
  test.each<[string, JsonObject, JsonObject, string]>([
    ['a new optional property', { properties: { a: {} } }, { properties: { a: {}, b: {} } }, 'compatible'],
    [
      'a first maxLength, pattern, enum and required',
      { a: {} },
      { a: { maxLength: 1, pattern: 'x', enum: [], required: ['x'] } },
      'compatible',
    ],
    ['required in another order', { required: ['a', 'b'] }, { required: ['b', 'a'] }, 'compatible'],
    [
      'another description, example, id and maxLength',
      { $id: '/a', description: 'a', examples: [1], maxLength: 1 },
      {},
      'compatible',
    ],
    ['a property that is gone', { properties: { a: {} } }, { properties: {} }, 'incompatible'],
    ['another type', { type: 'integer' }, { type: 'number' }, 'incompatible'],
    ['another title', { title: 'a' }, { title: 'b' }, 'incompatible'],
    ['a list of required that is gone', { required: ['a'] }, {}, 'incompatible'],
    ['one more required', { required: ['a'] }, { required: ['a', 'b'] }, 'incompatible'],
    ['a wider enum', { enum: ['a'] }, { enum: ['b', 'a'] }, 'compatible'],
    ['a narrower enum', { enum: ['a', 'b'] }, { enum: ['b'] }, 'incompatible'],
    ['an enum that is gone', { enum: ['a'] }, {}, 'incompatible'],
    [
      'a property named description that changes its type',
      { properties: { description: { type: 'string' } } },
      { properties: { description: { type: 'object' } } },
      'compatible',
    ],
    [
      'a property named required',
      { properties: { required: { type: 'string' } } },
      { properties: { required: { type: 'string' } } },
      'crash',
    ],
    [
      'a property named enum',
      { properties: { enum: { type: 'string' } } },
      { properties: { enum: { type: 'string' } } },
      'crash',
    ],
    ['a null value', { default: null }, { default: null }, 'crash'],
    ['an object that became null', { a: { b: 1 } }, { a: null }, 'crash'],
    ['an inherited name', { properties: { constructor: {} } }, { properties: {} }, 'incompatible'],
  ])('%s', (_, older, newer, expected) => {
    expect(verdict(older, newer)).toBe(expected);
  });

  test('it says which place, in the order in which upstream meets them', () => {
    const older = { type: 'object', properties: { a: { type: 'string' }, b: { enum: ['x', 'y'] } } };
    const newer = { type: 'object', properties: { b: { enum: ['x'] } } };
    expect(judgeAsUpstream(older, newer).reasons).toEqual([
      { problem: 'removed', pointer: '/properties/a', before: { type: 'string' }, after: null },
      { problem: 'enum-narrowed', pointer: '/properties/b/enum', before: ['x', 'y'], after: ['x'] },
    ]);
  });

  test('it agrees on any pair of schemas', () => {
    fc.assert(
      fc.property(versionPairArbitrary, ([older, newer]) => {
        verdict(older, newer);
        verdict(newer, older);
      }),
      { numRuns: 1000 },
    );
  });

  test('it agrees on any pair of objects, however little they are schemas', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(hostileObject, hostileObject, (older, other) => {
        seen.add(verdict(older, other));
        seen.add(verdict(older, { ...other, ...older }));
        seen.add(verdict(older, older));
      }),
      { numRuns: 2000 },
    );
    expect([...seen].sort()).toEqual(['compatible', 'crash', 'incompatible']);
  });
});
