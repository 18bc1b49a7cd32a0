import fc from 'fast-check';
import type { Json, JsonObject } from '@/lib/domain/schema/json';
import { hostileText } from './view-schemas';

const plainName = fc.constantFrom(
  ...['a', 'b', 'c', 'dt', 'meta', 'edit-count', 'editCount', '$schema', 'select', 'table', 'from', 'order'],
  ...['year', 'Hour', 'data.center', '1st', 'ÿ', 'a b', 'A', 'map', 'struct', 'comment'],
);
/** Any name in Unicode that a JSON text can hold. */
const name = fc.oneof(
  { weight: 6, arbitrary: plainName },
  hostileText.map((text) => text.replace(/\p{Cs}/gu, '\ufffd')),
);
const description = fc.option(
  fc.oneof(
    hostileText.map((text) => text.replace(/\p{Cs}/gu, '\ufffd').replaceAll('\0', '')),
    fc.constant('It’s "one" of `many`; 100%'),
  ),
  { nil: undefined },
);

const { field } = fc.letrec<{ field: JsonObject; object: JsonObject }>((tie) => {
  const inner = tie('field');
  const described = (made: fc.Arbitrary<JsonObject>) =>
    fc
      .tuple(made, description)
      .map(([schema, text]) => (text === undefined ? schema : { ...schema, description: text }));
  return {
    field: described(
      fc.oneof(
        { maxDepth: 4, depthSize: 'small' },
        fc.constantFrom<JsonObject>(
          ...['string', 'integer', 'number', 'boolean'].map((type) => ({ type })),
          { type: ['integer', 'null'] },
          { type: ['string', 'integer'] },
          { oneOf: [{ type: 'string' }, { type: 'string', maxLength: 2 }] },
        ),
        inner.map((items) => ({ type: 'array', items })),
        inner.map((additionalProperties) => ({ type: 'object', additionalProperties })),
        tie('object'),
      ),
    ),
    object: fc
      .dictionary(name, inner, { maxKeys: 4, noNullPrototype: true })
      .map((properties) => ({ type: 'object', properties })),
  };
});

/** Event schemas over all types that a table knows, some that it does not, and names of every kind. */
export const tableSchema: fc.Arbitrary<JsonObject> = fc
  .dictionary(name, field, { minKeys: 1, maxKeys: 6, noNullPrototype: true })
  .map((properties) => ({ type: 'object', properties }));

/** A version and the next: fields come, go, change, or get fields of their own. */
export const tableVersions: fc.Arbitrary<{ older: JsonObject; newer: JsonObject }> = fc
  .tuple(tableSchema, tableSchema, fc.infiniteStream(fc.nat({ max: 5 })))
  .map(([older, other, dice]) => ({ older, newer: grow(older, other, () => dice.next().value as number) }));

function grow(older: Json, other: Json, roll: () => number): JsonObject {
  const from = propertiesOf(older);
  const more = propertiesOf(other);
  const properties: JsonObject = {};
  for (const [key, value] of Object.entries(from)) {
    const turn = roll();
    if (turn === 0) continue;
    properties[key] = changed(value, more[key] ?? other, turn, roll);
  }
  return { type: 'object', properties: { ...more, ...properties } };
}

function changed(value: Json, other: Json, turn: number, roll: () => number): Json {
  const schema = value as JsonObject;
  if (turn === 1) return { type: 'string' };
  if (schema['properties']) return { ...schema, ...grow(schema, other, roll) };
  if (schema['items']) return { ...schema, items: changed(schema['items'], other, roll(), roll) };
  return schema;
}

function propertiesOf(schema: Json): JsonObject {
  const { properties } = schema as { properties?: JsonObject };
  return properties ?? {};
}
