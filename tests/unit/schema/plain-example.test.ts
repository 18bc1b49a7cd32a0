import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generateExample } from '@/lib/domain/schema/example/generate';
import type { Node } from '@/lib/domain/schema/example/nodes';
import { plainExample } from '@/lib/domain/schema/example/plain-example';
import type { Json, JsonObject } from '@/lib/domain/schema/json';
import { name, schemaOf, scalar } from '../../differential/schema-arbitraries';

const length = fc.integer({ min: 0, max: 60 });
const bound = fc.integer({ min: -1000, max: 1000 });
const optional = { requiredKeys: [], noNullPrototype: true };

/** Schemas as people write them: most are plain, and some are nearly so. */
const usual = fc.letrec<{ schema: JsonObject }>((tie) => ({
  schema: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    fc.record({ type: fc.constant('string'), minLength: length, maxLength: length }, optional),
    fc.record({ type: fc.constant('string'), format: fc.constantFrom('date-time', 'uri', 'uuid', 'ipv4') }),
    fc.record({ type: fc.constant('string'), pattern: fc.constantFrom('^[a-z]{3}$', '^a+$') }),
    fc.record({ type: fc.constantFrom('integer', 'number'), minimum: bound, maximum: bound }, optional),
    fc.record({ type: fc.constant('boolean'), default: scalar, const: scalar }, optional),
    fc.record({ enum: fc.array(scalar, { maxLength: 9 }), type: fc.constantFrom('string', 'integer') }),
    fc.record(
      { type: fc.constant('array'), items: tie('schema'), minItems: fc.nat(3), maxItems: fc.nat(9) },
      optional,
    ),
    fc.record({ type: fc.constant('object'), additionalProperties: tie('schema') }),
    fc
      .tuple(
        fc.dictionary(name, tie('schema'), { maxKeys: 5, noNullPrototype: true }),
        fc.boolean(),
        fc.boolean(),
      )
      .map(
        ([properties, requires, closed]): JsonObject => ({
          type: 'object',
          properties,
          ...(requires ? { required: Object.keys(properties).slice(0, 2) } : {}),
          ...(closed ? { additionalProperties: false } : {}),
        }),
      ),
  ) as fc.Arbitrary<JsonObject>,
})).schema;

function generated(schema: JsonObject): unknown {
  return generateExample(structuredClone(schema) as Node, schema);
}

test.each([
  ['usual schemas', usual],
  ['schemas of any keywords', schemaOf(false)],
])('%s get the example that the generator makes', (_, schemas) => {
  let plain = 0;
  fc.assert(
    fc.property(schemas, (schema: Json) => {
      const example = plainExample(schema as JsonObject, null);
      if (example === undefined) return;
      plain += 1;
      expect(example).toEqual(generated(schema as JsonObject));
    }),
    { numRuns: Number(process.env['ASSENT_DIFFERENTIAL_RUNS'] ?? 3_000), seed: 42 },
  );
  expect(plain).toBeGreaterThan(300);
});
