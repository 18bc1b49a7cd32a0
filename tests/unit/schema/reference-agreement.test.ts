import { afterAll, describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '@/lib/domain/schema/json';
import { judge, runAssent, runOracle } from '../../differential/agreement';
import { Oracle } from '../../differential/oracle';

/** References that generated cases seldom hit on, followed by both. */

const oracle = new Oracle();
afterAll(() => oracle.stop());

const fragments: Record<string, Json> = {
  '/f': {
    description: 'f',
    definitions: { a: { type: 'object' } },
    properties: { b: { $ref: '#/definitions/a' } },
  },
  '/rooted': { $ref: '#/definitions/a', title: 'x', definitions: { a: { type: 'object' } } },
  '/list': [{ title: 'one', allOf: [{ minLength: 1 }] }, { maxLength: 4 }],
  '/word': 'words',
};

async function verdictOn(schema: JsonObject, shouldGenerateExample = false) {
  const testCase = { schema, fragments, shouldGenerateExample };
  const ours = runAssent(testCase);
  return { ...judge(ours, await runOracle(oracle, testCase)), ours };
}

const a = { type: 'object', properties: { x: { $ref: '#/definitions/b' }, y: { $ref: '#/definitions/b' } } };
const b = { minLength: 3, maxLength: 9 };

describe('a reference at the root', () => {
  test.each<[string, JsonObject]>([
    ['into its own definitions', { $ref: '#/definitions/b', title: 't', definitions: { b } }],
    ['with nothing but definitions', { $ref: '#/definitions/b', definitions: { b } }],
    ['whose parts refer on', { $ref: '#/definitions/a', title: 't', definitions: { a, b } }],
    [
      'into a part of a definition',
      { $ref: '#/definitions/a/properties', title: 't', definitions: { a, b } },
    ],
    ['to itself', { $ref: '#', title: 't' }],
    ['to itself by way of a path', { $ref: ' ./#/definitions/b', title: 't', definitions: { b } }],
    [
      'beside references to the same',
      { $ref: '#/definitions/b', properties: { z: { $ref: '#/definitions/b' } }, definitions: { b } },
    ],
    ['to a fragment that has one itself', { $ref: '/rooted', title: 't' }],
    ['into a fragment', { $ref: '/f#/properties/b', title: 't' }],
    ['to a list', { $ref: '/list' }],
    ['to a list, with keys beside it', { $ref: '/list', title: 't' }],
    ['to a word', { $ref: '/word' }],
  ])('%s', async (_, schema) => {
    for (const shouldGenerateExample of [false, true]) {
      const { outcome, disagreement } = await verdictOn({ type: 'object', ...schema }, shouldGenerateExample);
      expect([outcome, disagreement]).toEqual(['same', null]);
      expect((await verdictOn(schema, shouldGenerateExample)).disagreement).toBeNull();
    }
  });

  test.each<[string, JsonObject]>([
    [
      'to a definition that refers on',
      { $ref: '#/definitions/a', definitions: { a: { $ref: '#/definitions/b' }, b } },
    ],
    ['to a scalar of its own', { $ref: '#/title', title: 't' }],
    [
      'to what is only in what it refers to',
      { $ref: '/f#/definitions/a', properties: { b: { $ref: '#/type' } } },
    ],
  ])('%s makes both fail', async (_, schema) => {
    expect((await verdictOn(schema)).outcome).toBe('both-refuse');
  });
});

test('a reference to what holds it, with keys beside it, takes in what stands there', async () => {
  const schema = { title: 't', not: { $ref: '#', description: 'd' } };
  expect((await verdictOn(schema)).outcome).toBe('same');
});

describe('a circle', () => {
  test.each<[string, Json]>([
    ['items', { items: { $ref: '#/definitions/node' } }],
    ['a list of items', { items: { allOf: [{ items: [{ $ref: '#/definitions/node' }] }] } }],
    ['the parts themselves', { properties: { child: { allOf: [{ $ref: '#/definitions/node' }] } } }],
  ])('is opened by an allOf on the way round, here about %s', async (_, part) => {
    const node = { type: 'object', properties: { child: { allOf: [part, { title: 't' }] } } };
    const { outcome, disagreement } = await verdictOn({ definitions: { node } } as JsonObject, true);
    expect([outcome, disagreement]).toEqual(['same', null]);
  });

  test('that nothing opens makes both fail, and ends soon however large it is', async () => {
    const fields = Object.fromEntries(Array.from({ length: 3_000 }, (_, i) => [`f${i}`, { type: 'string' }]));
    const properties = { ...fields, child: { $ref: '#' } } as JsonObject;
    const { outcome, ours } = await verdictOn({ properties });
    expect(outcome).toBe('both-refuse');
    expect(ours).toMatchObject({ findings: [{ rule: 'cyclic-ref', path: '/properties/child' }] });
  }, 10_000);
});

test('a fragment that was written to stays as the lookup gave it', async () => {
  const schema = { definitions: { a: { $ref: '#/definitions/a/b', title: 't', b: { $ref: '/f' } } } };
  expect((await verdictOn(schema)).disagreement).toBeNull();
});

test.each([
  '/list',
  '/list#/0',
  '/list#/1/maxLength',
  '/word',
  '/word#/0',
  '/word#/length',
  '//f',
  ' /%66#/d%65finitions/a ',
])('%j stands wherever it is referred to', async ($ref) => {
  for (const schema of [
    { properties: { a: { $ref } } },
    { allOf: [{ $ref }, { title: 't' }] },
    { default: { $ref }, 'x-note': { $ref, more: 1 } },
    { items: { $ref }, oneOf: [{ $ref }, { $ref }] },
    { definitions: { a: { $ref, title: 't' } }, enum: [{ $ref }, { $ref }] },
  ] as JsonObject[])
    expect((await verdictOn(schema)).disagreement).toBeNull();
});

test('a circle that ends only because the stack does, within a combination, is refused', async () => {
  const choices: JsonObject[] = [{ $ref: '#/definitions/a' }, { pattern: '^[a-z]+$' }];
  const a = { anyOf: choices };
  const other = { definitions: { a: { type: 'object', anyOf: [{ type: 'string' }] } } };
  const { outcome, ours } = await verdictOn({ definitions: { a }, allOf: [other] });
  expect(outcome).toBe('stricter');
  expect(ours).toMatchObject({ findings: [{ rule: 'cyclic-ref' }] });
});
