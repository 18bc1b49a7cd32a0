import { afterAll, describe, expect, test } from 'vitest';
import type { JsonObject } from '@/lib/domain/schema/json';
import { judge, runAssent, runOracle } from '../../differential/agreement';
import { Oracle } from '../../differential/oracle';

/** Schemas that generated cases seldom hit on, merged by both. */

const oracle = new Oracle();
afterAll(() => oracle.stop());

async function verdictOn(schema: JsonObject, shouldGenerateExample = false) {
  const testCase = { schema, fragments: {}, shouldGenerateExample };
  const ours = runAssent(testCase);
  return { ...judge(ours, await runOracle(oracle, testCase)), ours };
}

describe('a list of items beside a schema for all', () => {
  test.each<[JsonObject['items'], JsonObject['items']]>([
    [{ type: 'string' }, []],
    [[], { type: 'string' }],
    [{ type: 'string' }, [{ minLength: 1 }]],
    [[{ minLength: 1 }, { maxLength: 2 }], true],
    [[{ minLength: 1 }], false],
    [{ '01': {} }, []],
    [{ '0': {} }, [{}]],
  ])('%j and %j', async (one, other) => {
    for (const shouldGenerateExample of [false, true]) {
      const schema = { type: 'array', items: one, allOf: [{ items: other }] } as JsonObject;
      const { outcome, disagreement } = await verdictOn(schema, shouldGenerateExample);
      expect([outcome, disagreement]).toEqual(['same', null]);
      const below = { properties: { a: schema } };
      expect((await verdictOn(below, shouldGenerateExample)).disagreement).toBeNull();
    }
  });

  test('positions that leave gaps are refused: upstream writes what it cannot read', async () => {
    const gap = { items: { '3': {} }, allOf: [{ items: [] }] };
    expect((await verdictOn(gap)).ours).toMatchObject({ findings: [{ rule: 'value-not-in-json' }] });
  });

  test('a position beyond any list ends soon', () => {
    const schema = { items: { '4294967294': {} }, allOf: [{ items: [] }] };
    const ours = runAssent({ schema, fragments: {}, shouldGenerateExample: false });
    expect(ours).toMatchObject({ kind: 'refused', findings: [{ rule: 'schema-too-large' }] });
  });

  test('a keyword called length makes both fail, unless it is no schema', async () => {
    const schema = { items: { length: { type: 'string' } }, allOf: [{ items: [] }] };
    expect((await verdictOn(schema)).outcome).toBe('both-refuse');
    const refused = { items: { length: {} }, allOf: [{ items: [{}, {}] }, { items: false }] };
    expect((await verdictOn(refused)).disagreement).toBeNull();
  });
});

test.each<[unknown, unknown]>([
  [{}, 'text'],
  [{ a: {} }, 'text'],
  [{ a: { type: 'string' } }, true],
  [{ a: {} }, 3],
  [{}, null],
  ['other', 'text'],
])('properties that are %j and %j', async (properties, other) => {
  for (const beside of [{}, { additionalProperties: false }]) {
    const schema = { ...beside, properties, allOf: [{ properties: other }] } as JsonObject;
    const { outcome, disagreement } = await verdictOn(schema);
    expect([outcome, disagreement]).toEqual(['same', null]);
  }
});

test.each<[unknown, unknown]>([
  [{ a: {} }, null],
  [{ a: {} }, false],
  [{ length: {} }, 'text'],
  [{ '0': { type: 'string' } }, 'text'],
])('properties that are %j and %j make both fail or agree', async (properties, other) => {
  const schema = { additionalProperties: {}, properties, allOf: [{ properties: other }] } as JsonObject;
  expect((await verdictOn(schema)).disagreement).toBeNull();
});

describe('multiples', () => {
  test.each<[unknown, unknown]>([
    [1e-7, 1e21],
    [1e21, 3],
    [9007199254740991, 9007199254740989],
    [1e300, 0.5],
    [1e300, 1e-7],
    [1e300, 7e299],
    [1e-20, 1],
    [0.30000000000000004, 1],
    [-4, 6],
    [5e-324, 0],
    ['3.5', 1],
    [null, 2],
    [[2], true],
  ])('%j and %j', async (one, other) => {
    const schema = { multipleOf: one, allOf: [{ multipleOf: other }] } as JsonObject;
    const { outcome, disagreement } = await verdictOn(schema);
    expect([outcome, disagreement]).toEqual(['same', null]);
  });

  test.each<[unknown, unknown]>([
    [1e308, 0.5],
    [5e-324, 0.3],
    ['three', 2],
    [{}, 2],
  ])('%j and %j make upstream go on for ever, and are refused at once', async (one, other) => {
    const schema = { multipleOf: one, allOf: [{ multipleOf: other }] } as JsonObject;
    expect((await verdictOn(schema)).outcome).toBe('both-refuse');
  });
});

test.each<[unknown, number, number]>([
  [-3, 0, 10],
  [-3, -10, -1],
  [-0.5, -10, -1],
  [1e21, 0, 1e300],
  [1e-7, 0, 1],
  ['3', 0, 10],
  [[2], 0, 10],
  [true, 0, 10],
  [null, 0, 10],
])('an example of multiples of %j from %d to %d', async (multipleOf, minimum, maximum) => {
  for (const type of ['number', 'integer']) {
    const schema = { type, multipleOf, minimum, maximum } as JsonObject;
    const { outcome, disagreement } = await verdictOn(schema, true);
    expect([outcome, disagreement]).toEqual(['same', null]);
  }
});
