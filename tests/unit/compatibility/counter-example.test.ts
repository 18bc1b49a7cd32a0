import { expect, test } from 'vitest';
import { isBreaking } from '@/lib/domain/compatibility/change';
import { compareSchemas } from '@/lib/domain/compatibility/compare-schemas';
import { findCounterExample } from '@/lib/domain/compatibility/counter-example';
import { describeNoCounterExample } from '@/lib/domain/compatibility/counter-example-texts';
import type { JsonObject } from '@/lib/domain/schema/json';
import { validateEvent } from '@/lib/domain/validate/validate-event';

const text: JsonObject = { type: 'string' };
const object: JsonObject = { type: 'object', properties: { a: text, b: text } };
const map: JsonObject = { type: 'object', additionalProperties: text };
const closed: JsonObject = { type: 'object', additionalProperties: false };
const list: JsonObject = { type: 'array', items: text };

function withField(field: JsonObject): JsonObject {
  return { title: 'a/b', $id: '/a/b/1.0.0', type: 'object', properties: { f: field } };
}

test.each<[string, JsonObject, JsonObject]>([
  ['a pattern that nearly everything fits', text, { ...text, pattern: '^.+$' }],
  ['a pattern with one letter less', { ...text, pattern: '^[a-z]+$' }, { ...text, pattern: '^[a-y]+$' }],
  ['another pattern of digits', { ...text, pattern: '^Q[0-9]+$' }, { ...text, pattern: '^Q[1-9][0-9]*$' }],
  ['a format of patterns', text, { ...text, format: 'regex' }],
  ['a name that asks for another', object, { ...object, dependencies: { a: ['b'] } }],
  ['branches with a gap', text, { ...text, oneOf: [{ maxLength: 1 }, { minLength: 3 }] }],
  ['values under a pattern', map, { ...map, patternProperties: { '^x': { type: 'integer' } } }],
  ['a long list', list, { ...list, maxItems: 5000 }],
  ['a long text', { ...text, maxLength: 20_000 }, { ...text, maxLength: 19_999 }],
  ['a map of flags that closes', { ...map, additionalProperties: { type: 'boolean' } }, closed],
  ['a map of objects that closes', { ...map, additionalProperties: { ...object, required: ['a'] } }, closed],
  ['a map that opens', { ...map, additionalProperties: { type: 'boolean' } }, { type: 'object' }],
  ['a closed object that becomes a map', closed, { ...map, additionalProperties: { type: 'null' } }],
  [
    'a map with names of a kind',
    { ...map, propertyNames: { pattern: '^k_[a-z]+$' } },
    { ...closed, propertyNames: { pattern: '^k_[a-z]+$' } },
  ],
  ['another type', text, { type: 'integer', minimum: 0, maximum: 9 }],
])('%s: there is an event on which the versions disagree', (_, before, after) => {
  const [older, newer] = [withField(before), withField(after)];
  const breaking = compareSchemas(older, newer).changes.filter(isBreaking);
  expect(breaking).not.toEqual([]);
  for (const change of breaking) {
    const { found } = findCounterExample(older, newer, change);
    expect(found).not.toBeNull();
    const accepts = (schema: JsonObject) => validateEvent(schema, found?.event ?? null).length === 0;
    expect([accepts(older), accepts(newer)]).toEqual([
      found?.acceptedBy === 'older',
      found?.acceptedBy === 'newer',
    ]);
  }
});

const foreign: JsonObject = { ...text, format: 'never-heard-of' };

test.each<[string, JsonObject, JsonObject, 'older' | 'newer']>([
  ['of the newer', text, foreign, 'older'],
  ['of the older', foreign, text, 'newer'],
  ['of a part of the newer', { ...list }, { ...list, items: { type: 'strng' } }, 'older'],
])('an intake that cannot use the schema %s refuses every event', (_, before, after, acceptedBy) => {
  const [older, newer] = [withField(before), withField(after)];
  const [change] = compareSchemas(older, newer).changes.filter(isBreaking);
  const { found } = findCounterExample(older, newer, change!);
  expect(found).toMatchObject({ acceptedBy, refusal: 'every-event' });
  expect(validateEvent(acceptedBy === 'older' ? older : newer, found?.event ?? null)).toEqual([]);
});

test('what only makes one version unusable is not held against another change', () => {
  const older = { ...withField(text), properties: { f: text, g: { type: 'integer' } } };
  const newer = { ...withField(text), properties: { f: foreign, g: { type: 'integer', maximum: 5 } } };
  const change = compareSchemas(older, newer).changes.find(({ path }) => path === 'g');
  const { found } = findCounterExample(older, newer, change!);
  expect(found).toMatchObject({ acceptedBy: 'older', refusal: 'event', event: { g: expect.any(Number) } });
});

function reasonBetween(before: JsonObject, after: JsonObject, index = 0): string | null {
  const [older, newer] = [withField(before), withField(after)];
  const change = compareSchemas(older, newer).changes[index];
  return findCounterExample(older, newer, change!).reason;
}

test.each<[string, string, JsonObject, JsonObject]>([
  ['not-breaking', 'documentation alone', text, { ...text, description: 'A text.' }],
  ['not-in-events', 'another default', { ...text, default: 'a' }, { ...text, default: 'b' }],
  [
    'no-usable-version',
    'two versions that no intake can use',
    foreign,
    { ...foreign, format: 'nor-of-this' },
  ],
  ['undecided', 'a pattern that may take forever', text, { ...text, pattern: '^(a+)+$' }],
  ['none-found', 'a limit that changes nothing', { const: 'a' }, { const: 'a', maxLength: 5 }],
])('%s: %s', (reason, _, before, after) => {
  expect(reasonBetween(before, after)).toBe(reason);
});

test('no-valid-event: the reason where neither version accepts anything', () => {
  const never: JsonObject = { title: 'a/b', type: 'object', required: ['f'], properties: { f: false } };
  const change = compareSchemas(never, { ...never, minProperties: 2 }).changes.find(isBreaking);
  expect(findCounterExample(never, { ...never, minProperties: 2 }, change!).reason).toBe('no-valid-event');
});

test('each reason is a sentence', () => {
  for (const reason of ['not-breaking', 'not-in-events', 'no-usable-version', 'undecided'] as const)
    expect(describeNoCounterExample(reason)).toMatch(/^[A-Z].+\.$/);
  for (const reason of ['no-valid-event', 'none-found'] as const)
    expect(describeNoCounterExample(reason)).toMatch(/^No event .+\.$/);
});

test('a field that is removed from a map is refused as what the map says of its values', () => {
  const [older, newer] = [
    withField({ ...map, properties: { count: { type: 'integer' } } }),
    withField({ ...map, properties: {} }),
  ];
  const [change] = compareSchemas(older, newer).changes;
  const { found } = findCounterExample(older, newer, change!);
  expect(found).toMatchObject({ acceptedBy: 'older', event: { f: { count: expect.any(Number) } } });
});

test('a field that becomes required and has a default is refused nowhere: the intake fills it in', () => {
  const older = withField({ ...text, default: 'a' });
  const newer = { ...older, required: ['f'] };
  const [change] = compareSchemas(older, newer).changes;
  expect(change).toMatchObject({ kind: 'required-added', classification: 'breaking-producers' });
  expect(findCounterExample(older, newer, change!)).toEqual({ found: null, reason: 'none-found' });
});
