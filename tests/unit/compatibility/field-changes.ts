import fc from 'fast-check';
import type { Json, JsonObject } from '@/lib/domain/schema/json';

/** Fields that accept something and refuse something, by themselves. */
const plainFields: fc.Arbitrary<JsonObject> = fc.constantFrom<JsonObject>(
  { type: 'boolean' },
  { type: 'string', maxLength: 30 },
  { type: 'string', pattern: '^Q[0-9]+$', maxLength: 12 },
  { type: 'string', format: 'date-time', maxLength: 128 },
  { type: 'string', enum: ['click', 'view'] },
  { type: 'integer', minimum: 1000, maximum: 2000 },
  { type: 'number', exclusiveMinimum: 0, maximum: 1 },
  { type: 'integer', multipleOf: 7, minimum: 1, maximum: 100 },
  { type: 'array', items: { type: 'integer', minimum: 5, maximum: 9 }, minItems: 1, maxItems: 3 },
  { type: 'object', properties: { id: { type: 'integer', minimum: 1 } }, required: ['id'] },
);

/** Two fields that differ in one keyword, so that each accepts, or only one of them, what the other does not. */
const keywordPairs: fc.Arbitrary<[Json, Json]> = fc.constantFrom<[Json, Json]>(
  [{ type: 'string' }, { type: 'string', pattern: '^.+$' }],
  [
    { type: 'string', minLength: 2, maxLength: 9 },
    { type: 'string', minLength: 3, maxLength: 9 },
  ],
  [
    { type: 'string', format: 'uri', maxLength: 1000 },
    { type: 'string', format: 'uri', maxLength: 999 },
  ],
  [
    { type: 'string', format: 'date-time', maxLength: 128 },
    { type: 'string', format: 'date-time', maxLength: 64 },
  ],
  [
    { type: 'string', pattern: '^Q[0-9]+$', maxLength: 20 },
    { type: 'string', pattern: '^Q[0-9]+$', maxLength: 10 },
  ],
  [
    { type: 'string', enum: ['a', 'b'] },
    { type: 'string', enum: ['a'] },
  ],
  [{ const: 'a' }, { const: { b: [1] } }],
  [
    { type: 'integer', minimum: 10, maximum: 90, multipleOf: 3 },
    { type: 'integer', minimum: 20, maximum: 90, multipleOf: 3 },
  ],
  [
    { type: 'integer', minimum: 4, multipleOf: 3 },
    { type: 'integer', minimum: 4, multipleOf: 5 },
  ],
  [
    { type: 'number', exclusiveMinimum: 0, maximum: 1 },
    { type: 'number', exclusiveMinimum: 0.5, maximum: 1 },
  ],
  [
    { type: 'array', items: { type: 'integer', minimum: 5 }, minItems: 3 },
    { type: 'array', items: { type: 'integer', minimum: 5 }, minItems: 3, uniqueItems: true },
  ],
  [
    { type: 'array', items: { type: 'string', enum: ['a', 'b', 'c'] }, uniqueItems: true, maxItems: 3 },
    { type: 'array', items: { type: 'string', enum: ['a', 'b', 'c'] }, uniqueItems: true, maxItems: 2 },
  ],
  [{ type: 'array' }, { type: 'array', items: { type: 'boolean' } }],
  [
    { type: 'array', items: [{ type: 'string' }, { type: 'integer' }] },
    { type: 'array', items: [{ type: 'string' }, { type: 'boolean' }] },
  ],
  [{ type: 'array' }, { type: 'array', contains: { type: 'integer', minimum: 50 } }],
  [
    { type: 'object', properties: { a: {}, b: {}, c: {} }, additionalProperties: false, minProperties: 1 },
    { type: 'object', properties: { a: {}, b: {}, c: {} }, additionalProperties: false, minProperties: 2 },
  ],
  [
    { type: 'object', additionalProperties: { type: 'integer', minimum: 7 }, maxProperties: 5 },
    { type: 'object', additionalProperties: { type: 'integer', minimum: 7 }, maxProperties: 4 },
  ],
  [
    { type: 'object', propertyNames: { maxLength: 40 } },
    { type: 'object', propertyNames: { maxLength: 30 } },
  ],
  [
    { type: 'object', patternProperties: { '^x_': { type: 'integer', minimum: 50 } } },
    { type: 'object', patternProperties: { '^x_': { type: 'integer', minimum: 60 } } },
  ],
  [{ type: 'object' }, { type: 'object', required: ['never_declared'] }],
  [
    { type: 'object', properties: { a: { type: 'integer' } } },
    { type: 'object', properties: { a: { type: 'integer' } }, required: ['a'] },
  ],
  [
    { type: 'object', properties: { a: { type: 'integer' } }, additionalProperties: { type: 'string' } },
    { type: 'object', properties: {}, additionalProperties: { type: 'string' } },
  ],
  [
    { oneOf: [{ type: 'string' }, { type: 'integer' }] },
    { oneOf: [{ type: 'string' }, { type: 'boolean' }] },
  ],
);

/** A map's values, any value, and none. */
const mapPairs: fc.Arbitrary<[Json, Json]> = fc
  .record({
    value: plainFields,
    other: fc.constantFrom<Json | undefined>(false, true, undefined),
    named: fc.boolean(),
  })
  .map(({ value, other, named }) => {
    const base: JsonObject = {
      type: 'object',
      ...(named ? { propertyNames: { maxLength: 6, pattern: '^k_[a-z]+$' } } : {}),
    };
    const rest: JsonObject = other === undefined ? {} : { additionalProperties: other };
    return [
      { ...base, additionalProperties: value },
      { ...base, ...rest },
    ];
  });

/** A field that is forbidden, and anything. */
const forbiddenPairs: fc.Arbitrary<[Json, Json]> = fc
  .tuple(
    fc.oneof(plainFields, fc.constantFrom<Json>(true, {})),
    fc.constantFrom<Json>(false, { not: {} }, { not: true }),
  )
  .map(([field, forbidden]): [Json, Json] => [field, forbidden]);

/** Fields of different types; integers are numbers, so that what differs between those is more than one thing. */
const typePairs: fc.Arbitrary<[Json, Json]> = fc
  .tuple(plainFields, plainFields)
  .filter(([one, other]) => one['type'] !== other['type'] && !(isNumeric(one) && isNumeric(other)));

function isNumeric({ type }: JsonObject): boolean {
  return type === 'integer' || type === 'number';
}

/** A field of which no intake can use the schema, and one of which it can. */
const unusablePairs: fc.Arbitrary<[Json, Json]> = fc.constantFrom<[Json, Json]>(
  [{ type: 'string' }, { type: 'string', format: 'never-heard-of' }],
  [{ type: 'string' }, { type: 'strng' }],
  [{ type: 'string' }, { type: 'string', pattern: '(' }],
  [
    { type: 'integer', minimum: 1 },
    { type: 'integer', minimum: 'one' },
  ],
  [
    { type: 'object', properties: { a: { type: 'string' } } },
    { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: { $ref: '#/nowhere' } },
  ],
);

const aroundFields: fc.Arbitrary<(field: Json) => Json> = fc.constantFrom<((field: Json) => Json)[]>(
  (f) => f,
  (f) => ({ type: 'object', properties: { f }, additionalProperties: false }),
  (f) => ({
    type: 'object',
    properties: {
      f,
      id: { type: 'integer', minimum: 100, multipleOf: 9 },
      at: { type: 'string', format: 'date-time' },
    },
    required: ['id', 'at'],
  }),
  (f) => ({ type: 'array', items: { type: 'object', properties: { f, g: { enum: [4] } }, required: ['g'] } }),
  (f) => ({ type: 'array', items: f, maxItems: 1 }),
  (f) => ({ type: 'object', additionalProperties: f, propertyNames: { pattern: '^[a-z]{1,4}$' } }),
);

const eventOf = (field: Json): JsonObject => ({
  title: 'a/b',
  $id: '/a/b/1.0.0',
  type: 'object',
  properties: {
    $schema: { type: 'string' },
    code: { type: 'string', pattern: '^[A-Z]{3}$', minLength: 3 },
    f: field,
  },
  required: ['$schema', 'code'],
});

/** Two versions of an event schema, of which one field differs in one thing that an event can show; forth and back. */
export const changedFieldArbitrary: fc.Arbitrary<[JsonObject, JsonObject]> = fc
  .record({
    pair: fc.oneof(keywordPairs, mapPairs, forbiddenPairs, unusablePairs, typePairs),
    around: fc.array(aroundFields, { maxLength: 2 }),
    back: fc.boolean(),
  })
  .map(({ pair, around, back }) => {
    const wrapped = (field: Json) => eventOf(around.reduce<Json>((inner, wrap) => wrap(inner), field));
    const [one, other] = pair;
    return back ? [wrapped(other), wrapped(one)] : [wrapped(one), wrapped(other)];
  });
