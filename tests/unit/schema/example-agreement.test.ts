import { afterAll, expect, test } from 'vitest';
import { judge, runAssent, runOracle } from '../../differential/agreement';
import { Oracle } from '../../differential/oracle';

/** Examples that generated cases seldom ask for, as both write them. */

const oracle = new Oracle();
afterAll(() => oracle.stop());

test.each([
  ...['definitions', 'properties', 'items', 'additionalItems', 'additionalProperties'],
  ...['patternProperties', 'dependencies', 'type', 'other'],
])('a required %s of which nothing is said is one instance wherever it stands', async (name) => {
  const part = { type: 'object', required: [name] };
  const also = { type: 'object', required: [name, 'more'], additionalProperties: true };
  const schema = {
    type: 'object',
    properties: { a: part, b: part, c: also, list: { type: 'array', items: also } },
  };
  const testCase = { schema, fragments: {}, shouldGenerateExample: true };
  expect(judge(runAssent(testCase), await runOracle(oracle, testCase)).disagreement).toBeNull();
});
