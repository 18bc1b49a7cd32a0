// biome-ignore-all lint/suspicious/noThenProperty: `then` is a keyword of JSON Schema
import fc from 'fast-check';
import type { Json, JsonObject } from '@/lib/domain/schema/json';

const scalar: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    false,
    0,
    1,
    -1,
    2.5,
    1e17,
    10,
    '',
    'a',
    'ab',
    'abc',
    '2026-01-01T00:00:00Z',
    '/x',
  ),
  fc.integer({ min: -5, max: 5 }),
  fc.string({ maxLength: 4 }),
);

/** Any event, out of few names, so that it meets the schemas below. */
export const anyEvent: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'page_id', '$schema', 'x1'), tie('value'), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  ),
})).value as fc.Arbitrary<Json>;

const typeName = fc.constantFrom('string', 'integer', 'number', 'boolean', 'object', 'array', 'null');
const propertyName = fc.constantFrom(
  'a',
  'b',
  'page_id',
  '$schema',
  'x1',
  'pageId',
  '_a',
  '1a',
  'type',
  'items',
);
const size = fc.integer({ min: 0, max: 4 });

/** A valid keyword value most of the time; `junk` out of 30 something that no schema may hold. */
function mostly(good: fc.Arbitrary<Json>, junk: number): fc.Arbitrary<Json> {
  if (junk === 0) return good;
  return fc.oneof({ weight: 30 - junk, arbitrary: good }, { weight: junk, arbitrary: scalar });
}

/** Schemas over all keywords that the tests read. */
export function anySchema(junk: number): fc.Arbitrary<JsonObject> {
  const bad = (good: fc.Arbitrary<Json>) => mostly(good, junk);
  const { schema } = fc.letrec<{ schema: Json; node: Json }>((tie) => {
    const node = tie('node');
    const properties = fc.dictionary(propertyName, node, { maxKeys: 3, noNullPrototype: true });
    const list = fc.array(node, { minLength: 1, maxLength: 2 });
    const keywords = {
      type: bad(
        fc.oneof(
          { weight: 8, arbitrary: typeName },
          fc.uniqueArray(typeName, { minLength: 1, maxLength: 2 }),
        ),
      ),
      properties: bad(properties),
      required: bad(fc.uniqueArray(propertyName, { maxLength: 2 })),
      items: bad(fc.oneof({ weight: 4, arbitrary: node }, list)),
      additionalItems: bad(node),
      additionalProperties: bad(fc.oneof(fc.boolean(), node)),
      patternProperties: bad(
        fc.dictionary(fc.constantFrom('^a', 'b$', '.'), node, { maxKeys: 2, noNullPrototype: true }),
      ),
      propertyNames: bad(fc.record({ maxLength: size }, { requiredKeys: [], noNullPrototype: true })),
      dependencies: bad(
        fc.dictionary(propertyName, fc.oneof(node, fc.uniqueArray(propertyName, { maxLength: 2 })), {
          maxKeys: 2,
        }),
      ),
      enum: bad(
        fc.uniqueArray(scalar, { minLength: 1, maxLength: 3, selector: (value) => JSON.stringify(value) }),
      ),
      const: scalar,
      allOf: bad(list),
      anyOf: bad(list),
      oneOf: bad(list),
      not: bad(node),
      if: bad(node),
      then: bad(node),
      else: bad(node),
      contains: bad(node),
      uniqueItems: bad(fc.boolean()),
      maxItems: bad(size),
      minItems: bad(size),
      maxLength: bad(size),
      minLength: bad(size),
      maxProperties: bad(size),
      minProperties: bad(size),
      minimum: bad(fc.constantFrom<Json>(-9007199254740991, -1e17, 0, 1)),
      maximum: bad(fc.constantFrom<Json>(9007199254740991, 1e17, 5, 2.5)),
      exclusiveMinimum: bad(size),
      exclusiveMaximum: bad(size),
      multipleOf: bad(fc.constantFrom<Json>(1, 2, 0.5)),
      pattern: bad(fc.constantFrom('^a', 'b$', '^[a-z]+$')),
      format: bad(fc.constantFrom('date-time', 'uri-reference', 'date', 'uuid', 'regex', 'strange')),
      examples: bad(
        fc.array(fc.oneof(anyEvent, fc.record({ $schema: fc.constant('/a/b/1.0.0') })), { maxLength: 2 }),
      ),
    };
    const chosen = fc
      .subarray(Object.keys(keywords) as (keyof typeof keywords)[], { maxLength: 5 })
      .chain((keys) => fc.record(Object.fromEntries(keys.map((key) => [key, keywords[key]]))));
    return {
      schema: chosen as fc.Arbitrary<Json>,
      node: fc.oneof({ maxDepth: 3, depthSize: 'small' }, fc.record({ type: typeName }), tie('schema')),
    };
  });
  return fc.tuple(schema, fc.boolean()).map(([made, isEvent]) => ({
    title: 'a/b',
    $id: '/a/b/1.0.0',
    ...(isEvent ? { $schema: 'https://json-schema.org/draft-07/schema#' } : {}),
    ...(made as JsonObject),
  }));
}
