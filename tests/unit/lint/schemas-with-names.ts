import fc from 'fast-check';
import type { Json, JsonObject } from '@/lib/domain/schema/json';

const ids = fc.constantFrom(
  'http://json-schema.org/draft-07/schema#',
  'http://json-schema.org/draft-07/schema',
  'http://json-schema.org/draft-07/schema#/',
  'https://json-schema.org/draft-07/schema#',
  'http://json-schema.org/schema',
  'HTTP://JSON-Schema.org:80/draft-07/./schema',
  'http://json-schema.org/draft-07/other',
  '//json-schema.org/draft-07/schema',
  'schema',
  '/draft-07/schema#',
  '/fragment/user/1.0.0',
  '#name',
  '#',
);

/** Under which a subschema stands that is compiled, one that is only looked at, or something that is no schema. */
const places = fc.constantFrom<(inner: Json) => JsonObject>(
  (inner) => ({ properties: { a: inner } }),
  (inner) => ({ properties: { $id: inner } }),
  (inner) => ({ definitions: { a: inner } }),
  (inner) => ({ patternProperties: { '^b': inner } }),
  (inner) => ({ dependencies: { a: inner } }),
  (inner) => ({ items: inner }),
  (inner) => ({ items: [inner] }),
  (inner) => ({ additionalProperties: inner }),
  (inner) => ({ allOf: [inner] }),
  (inner) => ({ not: { not: inner } }),
  (inner) => ({ if: inner }),
  (inner) => ({ unknown: inner }),
  (inner) => ({ unknown: [inner] }),
  (inner) => ({ default: inner }),
  (inner) => ({ enum: [inner] }),
  (inner) => ({ const: inner }),
);

const named: fc.Arbitrary<Json> = fc.record({ $id: ids, maxLength: fc.constantFrom(1, 2) });

const holder: fc.Arbitrary<JsonObject> = fc
  .tuple(places, fc.option(ids), named, fc.option(places))
  .map(([place, id, inner, around]) => {
    const schema = { ...place(inner), ...(id === null ? {} : { $id: id }) };
    return around === null ? schema : around(schema);
  });

/** Schemas with one or two subschemas that have names of their own, in any place. */
export const schemaWithNames: fc.Arbitrary<JsonObject> = fc
  .tuple(
    fc.option(fc.oneof(ids, fc.constantFrom('/a/1.0.0', 'http://json-schema.org/draft-07/root'))),
    holder,
    holder,
  )
  .map(([id, first, second]) => ({
    ...(id === null ? {} : { $id: id }),
    properties: { first },
    definitions: { second },
  }));
