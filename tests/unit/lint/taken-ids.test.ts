import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeFinding } from '@/lib/domain/findings/catalogue';
import { lintSchema } from '@/lib/domain/lint/lint';
import type { JsonObject } from '@/lib/domain/schema/json';
import { draft07MetaSchema } from '@/lib/domain/validate/meta-schemas';
import { bounds, findingsOf, rawInput } from './lint-input';
import { schemaWithNames } from './schemas-with-names';
import { failingUpstream } from './upstream-robustness';

const rule = 'schema-examples-are-valid';
const withExample = (schema: JsonObject): JsonObject => ({ ...schema, examples: [{}] });

test('a schema with names inside it has the verdict of upstream', () => {
  fc.assert(
    fc.property(schemaWithNames.map(withExample), (schema) => {
      const options = { enforcedNumericBounds: bounds, skipSchemaTestCases: {} };
      const upstream = failingUpstream({ schema, current: false }, options);
      const here = lintSchema(rawInput(schema)).some((finding) => finding.rule === rule);
      expect(here).toBe(upstream.has(rule));
    }),
    { numRuns: 1000 },
  );
});

const metaId = 'http://json-schema.org/draft-07/schema#';

test('a part that bears the name of the meta-schema is named, and says why', () => {
  const schema = withExample({ $id: '/a/1.0.0', properties: { a: { type: 'object', $id: metaId } } });
  const [finding, ...others] = findingsOf(rule, rawInput(schema));
  expect([finding?.path, others]).toEqual(['/properties/a/$id', []]);
  expect(describeFinding(finding!)).toContain('is the $id of JSON Schema itself');
});

test('two different parts of one local name are named, and say why', () => {
  const schema = withExample({ definitions: { a: { $id: '#x' }, b: { $id: '#x', type: 'string' } } });
  const [finding, ...others] = findingsOf(rule, rawInput(schema));
  expect([finding?.path, others]).toEqual(['/definitions/a/$id', []]);
  expect(describeFinding(finding!)).toContain('is the $id of two schemas that differ');
});

test('the meta-schema itself may stand in a schema', () => {
  expect(findingsOf(rule, rawInput(withExample({ definitions: { meta: draft07MetaSchema } })))).toEqual([]);
});
