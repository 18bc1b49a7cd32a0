import fc from 'fast-check';
import { isJsonObject, type Json, type JsonObject } from '@/lib/domain/schema/json';

const names = ['a', 'b', 'c', 'page_id'] as const;

/** Small schemas over every keyword that the comparison knows by name. */
export const schemaArbitrary: fc.Arbitrary<JsonObject> = fc.letrec<{ schema: JsonObject }>((tie) => {
  const inner = tie('schema');
  const optional = { requiredKeys: [] };
  const text = fc.record(
    {
      type: fc.constant('string'),
      description: fc.constantFrom('one', 'two'),
      enum: fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { minLength: 1 }),
      maxLength: fc.constantFrom(1, 2, 40),
      minLength: fc.constantFrom(0, 1),
      pattern: fc.constantFrom('^x', '^[xy]'),
      format: fc.constantFrom('date-time', 'uri'),
      const: fc.constantFrom('x', 'y'),
      default: fc.constantFrom('x', 'y'),
    },
    optional,
  );
  const number = fc.record(
    {
      type: fc.constantFrom('integer', 'number'),
      minimum: fc.constantFrom(0, 1),
      maximum: fc.constantFrom(5, 10),
      exclusiveMinimum: fc.constantFrom(0, 2),
      multipleOf: fc.constantFrom(1, 2, 3),
    },
    optional,
  );
  const list = fc.record(
    {
      type: fc.constant('array'),
      items: inner,
      minItems: fc.constantFrom(0, 1),
      maxItems: fc.constantFrom(2, 3),
      uniqueItems: fc.boolean(),
    },
    optional,
  );
  const object = fc.record(
    {
      type: fc.constant('object'),
      properties: fc.dictionary(fc.constantFrom(...names), inner, { maxKeys: 3 }),
      required: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 2 }),
      additionalProperties: fc.oneof(fc.boolean(), inner),
      minProperties: fc.constantFrom(0, 1),
    },
    optional,
  );
  const mixed = fc.record({ oneOf: fc.array(inner, { minLength: 1, maxLength: 2 }), not: inner }, optional);
  return {
    schema: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      text,
      number,
      list,
      object,
      mixed,
    ) as fc.Arbitrary<JsonObject>,
  };
}).schema;

/** An event schema: an object with properties. */
export const eventSchemaArbitrary: fc.Arbitrary<JsonObject> = fc.record({
  type: fc.constant('object'),
  properties: fc.dictionary(fc.constantFrom(...names), schemaArbitrary, { minKeys: 1, maxKeys: 4 }),
  required: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 2 }),
});

/** A version and a later one that keeps, overrides or replaces parts of it. */
export const versionPairArbitrary: fc.Arbitrary<[JsonObject, JsonObject]> = fc
  .tuple(eventSchemaArbitrary, eventSchemaArbitrary, fc.constantFrom('keep', 'override', 'replace'))
  .map(([older, other, how]) => {
    if (how === 'replace') return [older, other];
    return [
      older,
      how === 'keep' ? (mergeJson(other, older) as JsonObject) : (mergeJson(older, other) as JsonObject),
    ];
  });

/** `over` laid over `under`, object by object. */
function mergeJson(under: Json, over: Json): Json {
  if (!isJsonObject(under) || !isJsonObject(over)) return over;
  const merged: JsonObject = { ...under };
  for (const [key, value] of Object.entries(over)) {
    merged[key] = Object.hasOwn(under, key) ? mergeJson(under[key]!, value) : value;
  }
  return merged;
}

const scalars = fc.constantFrom<Json>(
  'x',
  'y',
  'z',
  'xx',
  '',
  0,
  1,
  2,
  3,
  6,
  1.5,
  -1,
  11,
  true,
  null,
  '2024-01-01T00:00:00Z',
);

/** Values that hold only the fields which the schema declares, some of them of the right type. */
export function declaredValue(schema: Json, depth = 0): fc.Arbitrary<Json> {
  if (!isJsonObject(schema) || depth > 4) return scalars;
  const kinds: fc.Arbitrary<Json>[] = [scalars];
  const { properties, items, additionalProperties, oneOf } = schema;
  const rest = additionalProperties;
  if (isJsonObject(properties) || rest !== undefined || schema['type'] === 'object') {
    const declared = Object.entries(isJsonObject(properties) ? properties : {});
    const open = rest === true || isJsonObject(rest) ? ['a', 'b', 'c', 'page_id', 'other'] : [];
    const others = open.filter((name) => !declared.some(([known]) => known === name));
    const entries = [
      ...declared.map(([name, inner]) => [name, declaredValue(inner, depth + 1)] as const),
      ...others.map((name) => [name, declaredValue(rest ?? {}, depth + 1)] as const),
    ];
    kinds.push(fc.record(Object.fromEntries(entries), { requiredKeys: [] }) as fc.Arbitrary<Json>);
  }
  if (items !== undefined || schema['type'] === 'array') {
    kinds.push(fc.array(declaredValue(items ?? {}, depth + 1), { maxLength: 4 }));
  }
  if (Array.isArray(oneOf)) kinds.push(...oneOf.map((branch) => declaredValue(branch, depth + 1)));
  return fc.oneof(...kinds.map((arbitrary, index) => ({ arbitrary, weight: index === 0 ? 1 : 4 })));
}
