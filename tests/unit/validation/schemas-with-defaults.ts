// biome-ignore-all lint/suspicious/noThenProperty: `then` is a keyword of JSON Schema
import fc from 'fast-check';
import type { Json, JsonObject } from '@/lib/domain/schema/json';

const names = fc.constantFrom('a', 'b');
const values = fc.constantFrom<Json>(1, 'x', {}, [], { a: 1 });

/** A few keywords at a time, of which each may hold more of the same, down to a depth. */
function schemaOfDepth(depth: number): fc.Arbitrary<JsonObject> {
  const plain: Record<string, fc.Arbitrary<Json>> = {
    default: values,
    required: fc.uniqueArray(names, { minLength: 1, maxLength: 2 }),
    propertyNames: fc.constant<Json>({ enum: ['a'] }),
    maxProperties: fc.constant(1),
    minProperties: fc.constant(1),
    uniqueItems: fc.constant(true),
    minItems: fc.constant(2),
    const: values,
  };
  const keywords = depth === 0 ? plain : { ...plain, ...applying(schemaOfDepth(depth - 1)) };
  const entry = fc
    .constantFrom(...Object.keys(keywords))
    .chain((keyword) => (keywords[keyword] ?? values).map((value): [string, Json] => [keyword, value]));
  return fc.array(entry, { minLength: 1, maxLength: 4 }).map((entries) => Object.fromEntries(entries));
}

function applying(inner: fc.Arbitrary<JsonObject>): Record<string, fc.Arbitrary<Json>> {
  const list = fc.array(inner, { minLength: 1, maxLength: 2 });
  const map = fc.dictionary(names, inner, { minKeys: 1, maxKeys: 2, noNullPrototype: true });
  return {
    properties: map,
    patternProperties: inner.map((schema): Json => ({ '^b': schema })),
    additionalProperties: fc.oneof(fc.boolean(), inner),
    dependencies: map,
    items: fc.oneof(inner, list),
    additionalItems: fc.oneof(fc.boolean(), inner),
    contains: inner,
    not: inner,
    anyOf: list,
    oneOf: list,
    allOf: list,
    if: inner,
    then: inner,
    else: inner,
  };
}

/** Schemas over few names that fill in defaults and ask for what may have been filled in, in every part. */
export const schemaWithDefaults = schemaOfDepth(3);
