import { expect, test } from 'vitest';
import { isBreaking } from '@/lib/domain/compatibility/change';
import { compareSchemas } from '@/lib/domain/compatibility/compare-schemas';
import { findCounterExample } from '@/lib/domain/compatibility/counter-example';
import type { JsonObject } from '@/lib/domain/schema/json';
import { validateEvent } from '@/lib/domain/validate/validate-event';

const text: JsonObject = { type: 'string' };
const object: JsonObject = { type: 'object', properties: { a: text, b: text } };
const map: JsonObject = { type: 'object', additionalProperties: text };
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
  ['another type', text, { type: 'integer', minimum: 0, maximum: 9 }],
])('%s: there is an event on which the versions disagree', (_, before, after) => {
  const [older, newer] = [withField(before), withField(after)];
  const breaking = compareSchemas(older, newer).changes.filter(isBreaking);
  expect(breaking).not.toEqual([]);
  for (const change of breaking) {
    const found = findCounterExample(older, newer, change);
    expect(found).not.toBeNull();
    const accepts = (schema: JsonObject) => validateEvent(schema, found?.event ?? null).length === 0;
    expect([accepts(older), accepts(newer)]).toEqual([
      found?.acceptedBy === 'older',
      found?.acceptedBy === 'newer',
    ]);
  }
});
