import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createValidationPool, type ValidationPool } from '@/lib/adapters/validation/validation-pool';
import type { Verdict } from '@/lib/adapters/validation/verdict';
import type { Json, JsonObject } from '@/lib/domain/schema/json';
import { findCompileProblems } from '@/lib/domain/validate/compile-problems';
import { validateAtIntake, validateEvent } from '@/lib/domain/validate/validate-event';
import { findInsecurities } from '@/lib/domain/validate/validate-schema';
import { schemaOf } from '../../differential/schema-arbitraries';
import { type BuiltThread, buildValidationThread } from '../../support/validation-thread';
import { anyEvent, anySchema } from '../lint/schema-arbitraries';
import { schemaWithNames } from '../lint/schemas-with-names';
import { askAjv } from '../lint/upstream-robustness';
import { schemaWithDefaults } from './schemas-with-defaults';

let program: BuiltThread;
let pool: ValidationPool;

beforeAll(async () => {
  program = await buildValidationThread();
  pool = createValidationPool(program.path, { threads: 1 });
});
afterAll(async () => {
  await pool.close();
  program.remove();
});

/** What the interpreter says that browser and server share; it fills in no defaults. */
function askInterpreter(schema: JsonObject, events: Json[]): boolean[] | 'refused' {
  if (findCompileProblems(schema).length > 0) return 'refused';
  return events.map((event) => validateEvent(schema, event).length === 0);
}

function toAnswer(verdict: Verdict): boolean[] | 'refused' {
  return verdict.kind === 'refused' ? 'refused' : verdict.events.map((event) => event.valid);
}

async function expectAgreement(schema: JsonObject, events: Json[]): Promise<void> {
  const verdict = await pool.validate({ schema, events, allowInsecure: true });
  expect({ answer: toAnswer(verdict), verdict }).toEqual({ answer: askInterpreter(schema, events), verdict });
}

test.each([
  ['well-formed schemas', 0],
  ['schemas with broken parts', 1],
])('judges as the interpreter does: %s', async (_, junk) => {
  const events = fc.array(anyEvent, { minLength: 1, maxLength: 4 });
  await fc.assert(fc.asyncProperty(anySchema(junk), events, expectAgreement), { numRuns: 300 });
});

test('a fragment that is used twice leaves its $id in both places', async () => {
  const user = (maxLength: number) => ({ $id: '/fragment/user/1.0.0', type: 'string', maxLength });
  const schema = {
    $id: '/a/1.0.0',
    type: 'object',
    properties: { performer: user(3), target: user(5), nested: { $id: '/a/1.0.0', type: 'integer' } },
  };
  await expectAgreement(schema, [
    { performer: 'abc', target: 'abcde' },
    { performer: 'abcd' },
    { nested: 'x' },
  ]);
});

/** Keywords that change what a schema is called or fill in values, of which the interpreter knows nothing. */
const unlike = new Set(['$id', 'id', 'default', 'definitions']);

function without(value: Json): Json {
  if (Array.isArray(value)) return value.map(without);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !unlike.has(key))
      .map(([key, part]) => [key, without(part)]),
  );
}

test('judges as the interpreter does: schemas over all keywords', async () => {
  const events = fc.array(anyEvent, { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(schemaOf(false).map(without), events, async (schema, list) => {
      // The interpreter matches no patterns with references, which it cannot bound.
      fc.pre(!JSON.stringify(schema).includes('(ab)\\\\1'));
      await expectAgreement(schema as JsonObject, list);
    }),
    { numRuns: 300 },
  );
});

test('compiles no alternative beside one that accepts anything, as ajv does not', async () => {
  const strange = { type: 'string', format: 'strange' };
  await expectAgreement({ anyOf: [{ description: 'Anything.' }, strange] }, [1]);
  await expectAgreement({ anyOf: [{ type: 'integer' }, strange] }, [1]);
  expect(findCompileProblems({ anyOf: [{}, strange] })).toEqual([]);
  expect(findCompileProblems({ anyOf: [strange] })).toHaveLength(1);
});

/** The options that EventGate gives ajv 6. */
const asEventGate = { allErrors: true, useDefaults: true };

/** The interpreter answers as ajv 6 in the options of EventGate, and leaves the event as it is. */
function expectInterpreterAsEventGate(schema: JsonObject, events: Json[]): void {
  const before = structuredClone(events);
  const answers = events.map((event) => (validateAtIntake(schema, event).length === 0 ? 'valid' : 'invalid'));
  expect(answers).toEqual(askAjv(schema, structuredClone(events), asEventGate));
  expect(events).toEqual(before);
}

async function expectAsEventGate(schema: JsonObject, events: Json[]): Promise<void> {
  const expected = askAjv(schema, structuredClone(events), asEventGate);
  const verdict = await pool.validate({ schema, events, allowInsecure: true });
  const answer = toAnswer(verdict);
  const verdicts =
    answer === 'refused' ? events.map(() => 'throws') : answer.map((one) => (one ? 'valid' : 'invalid'));
  expect(verdicts).toEqual(expected);
}

const filled = { a: { default: 1 } };

test.each<[string, JsonObject, Json]>([
  ['what allOf requires and the schema fills in', { properties: filled, allOf: [{ required: ['a'] }] }, {}],
  ['what the schema requires and allOf fills in', { required: ['a'], allOf: [{ properties: filled }] }, {}],
  [
    'what one part of allOf fills in for the next',
    { allOf: [{ properties: filled }, { required: ['a'] }] },
    {},
  ],
  [
    'what one part of allOf requires of the next',
    { allOf: [{ required: ['a'] }, { properties: filled }] },
    {},
  ],
  ['an object that is filled up to a constant', { properties: filled, const: { a: 1 } }, {}],
  [
    'items that are filled up to be equal',
    { items: { properties: filled }, uniqueItems: true },
    [{}, { a: 1 }],
  ],
  ['an item that is filled in', { items: [{}, { default: 1 }], minItems: 2 }, [0]],
  [
    'a name that a dependency fills in, though no other name may be there',
    { properties: { b: {} }, additionalProperties: false, dependencies: { b: { properties: filled } } },
    { b: 1 },
  ],
  [
    'nothing filled in by an alternative',
    { anyOf: [{ properties: filled }], allOf: [{ required: ['a'] }] },
    {},
  ],
])('fills in defaults when ajv 6 does: %s', async (_, schema, event) => {
  await expectAsEventGate(schema, [event]);
  expectInterpreterAsEventGate(schema, [event]);
});

test('the interpreter fills in defaults when ajv 6 does, in any schema', () => {
  fc.assert(
    fc.property(
      schemaWithDefaults,
      fc.array(anyEvent, { minLength: 1, maxLength: 4 }),
      expectInterpreterAsEventGate,
    ),
    { numRuns: 1000 },
  );
});

test('fills in defaults when ajv 6 does, in any schema', async () => {
  await fc.assert(
    fc.asyncProperty(
      schemaWithDefaults,
      fc.array(anyEvent, { minLength: 1, maxLength: 4 }),
      expectAsEventGate,
    ),
    { numRuns: 500 },
  );
});

test('refuses the names that ajv 6 refuses', async () => {
  await fc.assert(
    fc.asyncProperty(schemaWithNames, (schema) => expectAsEventGate(schema, [{}])),
    { numRuns: 300 },
  );
});

test('asks each list for what it must contain, an empty one too', async () => {
  const schema = { additionalProperties: { contains: { minItems: 2 } } };
  await expectAsEventGate(schema, [{ a: [0] }, { a: [0], b: [] }, { a: [], b: [0] }]);
});

test('finds the same schemas insecure', async () => {
  await fc.assert(
    fc.asyncProperty(anySchema(0), async (schema) => {
      fc.pre(findCompileProblems(schema).length === 0);
      const verdict = await pool.validate({ schema, events: [] });
      const isInsecure = verdict.kind === 'refused' && verdict.code === 'insecure-schema';
      expect(isInsecure).toBe(findInsecurities(schema).length > 0);
    }),
    { numRuns: 200 },
  );
});
