import { expect, test } from 'vitest';
import { compareSchemas } from '@/lib/domain/compatibility/compare-schemas';
import { findCounterExample } from '@/lib/domain/compatibility/counter-example';
import type { JsonObject } from '@/lib/domain/schema/json';

const nested = (around: (inner: JsonObject) => JsonObject, type: string, depth: number): JsonObject =>
  depth === 0 ? { type } : around(nested(around, type, depth - 1));
const inLists = (items: JsonObject): JsonObject => ({ type: 'array', minItems: 2, items });
const inMaps = (additionalProperties: JsonObject): JsonObject => ({
  type: 'object',
  minProperties: 2,
  additionalProperties,
});
const names = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);
const manyItems = (values: string[]): JsonObject => ({
  type: 'array',
  minItems: 24_000,
  items: { enum: values },
});

test.each<[string, JsonObject, JsonObject]>([
  ['lists of at least two lists', nested(inLists, 'string', 50), nested(inLists, 'integer', 50)],
  ['maps of at least two maps', nested(inMaps, 'string', 30), nested(inMaps, 'integer', 30)],
  [
    'patterns that look at a long text from each character',
    { type: 'string', pattern: 'x{4000}$', minLength: 4800, maxLength: 5000 },
    { type: 'string', pattern: '^(x|y){4500}', minLength: 4900, maxLength: 4950 },
  ],
  ['long lists of long enumerations', manyItems(names('x', 10_000)), manyItems(names('y', 10_000))],
])('the search ends soon in %s', (_, older, newer) => {
  const [before, after] = [older, newer].map((a) => ({ type: 'object', properties: { a } }));
  const [change] = compareSchemas(before as JsonObject, after as JsonObject).changes;
  const start = performance.now();
  findCounterExample(before as JsonObject, after as JsonObject, change as NonNullable<typeof change>);
  expect(performance.now() - start).toBeLessThan(5000);
});
