import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  createValidationPool,
  type PoolLimits,
  type ValidationPool,
} from '@/lib/adapters/validation/validation-pool';
import type { Verdict } from '@/lib/adapters/validation/verdict';
import type { Json, JsonObject } from '@/lib/domain/schema/json';
import { type BuiltThread, buildValidationThread } from '../../support/validation-thread';
import { hostileCases } from './hostile-schemas';

let program: BuiltThread;
let pools: ValidationPool[] = [];

beforeAll(async () => {
  program = await buildValidationThread();
});
afterEach(async () => {
  await Promise.all(pools.map((pool) => pool.close()));
  pools = [];
});
afterAll(() => program.remove());

function createPool(limits: Partial<PoolLimits> = {}): ValidationPool {
  const pool = createValidationPool(program.path, limits);
  pools.push(pool);
  return pool;
}

const codeOf = (verdict: Verdict) => (verdict.kind === 'refused' ? verdict.code : verdict.kind);

async function validities(pool: ValidationPool, schema: JsonObject, events: Json[]): Promise<boolean[]> {
  const verdict = await pool.validate({ schema, events });
  if (verdict.kind === 'refused') throw new Error(`${verdict.code} ${verdict.detail}`);
  return verdict.events.map((event) => event.valid);
}

const word: JsonObject = { type: 'string', maxLength: 5 };
const endless: JsonObject = { type: 'string', pattern: '^(a+)+$', maxLength: 100 };
const endlessEvent = `${'a'.repeat(60)}!`;

describe('judging as EventGate', () => {
  test.each<[string, JsonObject, Json[], boolean[]]>([
    ['a type', word, ['short', 'too long', 1], [true, false, false]],
    ['defaults, which count as given', { properties: { a: { default: 1 } }, required: ['a'] }, [{}], [true]],
    [
      'nothing beside a $ref',
      { definitions: { a: {} }, $ref: '#/definitions/a', type: 'string' },
      [1],
      [true],
    ],
    ['patterns without flags', { pattern: '^\\-.$', maxLength: 9 }, ['-a', '-😀'], [true, false]],
    [
      'keywords that came later',
      { type: 'string', nullable: true, $async: true, id: 1 },
      [null, ''],
      [false, true],
    ],
    ['loose formats', { format: 'date-time', maxLength: 99 }, ['2026-19-39 29:59:59z'], [true]],
    ['a time without zone', { format: 'time', maxLength: 99 }, ['12:00:00'], [true]],
  ])('knows %s', async (_, schema, events, expected) => {
    expect(await validities(createPool(), schema, events)).toEqual(expected);
  });

  test('says every error with its place', async () => {
    const schema = { properties: { 'a/b': word, c: { minimum: 3 } }, required: ['d'] };
    const verdict = await createPool().validate({ schema, events: [{ 'a/b': 1, c: 2 }] });
    expect(verdict).toMatchObject({
      kind: 'judged',
      events: [
        {
          valid: false,
          errors: [
            { path: '', schemaPath: '/required', keyword: 'required', params: { missingProperty: 'd' } },
            {
              path: '/a~1b',
              schemaPath: '/properties/a~1b/type',
              keyword: 'type',
              params: { type: 'string' },
            },
            { path: '/c', schemaPath: '/properties/c/minimum', keyword: 'minimum', params: { limit: 3 } },
          ],
        },
      ],
    });
  });

  test.each<[string, JsonObject]>([
    ['invalid-schema', { type: 'strng' }],
    ['insecure-schema', { type: 'string', pattern: '^a' }],
    ['unknown-dialect', { $schema: 'http://json-schema.org/draft-04/schema#' }],
    ['unknown-format', { properties: { a: { format: 'iso-time', maxLength: 9 } } }],
    ['unresolved-reference', { properties: { a: { $ref: '/fragment/common/1.0.0' } } }],
    ['not-compilable', { $id: 'http://json-schema.org/draft-07/schema#' }],
  ])('refuses to compile: %s', async (code, schema) => {
    expect(codeOf(await createPool().validate({ schema, events: [] }))).toBe(code);
  });

  test('compiles an insecure schema only where that is asked for', async () => {
    const pool = createPool({ threads: 1 });
    const job = { schema: { pattern: '^a' }, events: ['a'] };
    expect(codeOf(await pool.validate({ ...job, allowInsecure: true }))).toBe('judged');
    expect(codeOf(await pool.validate(job))).toBe('insecure-schema');
  });
});

describe('what is hostile', () => {
  const limits = { timeLimit: 400, memoryLimit: 48 };

  test.each(hostileCases)(
    'refuses $name',
    async ({ schema, event, code }) => {
      const pool = createPool({ ...limits, timeLimit: code === 'memory-limit' ? 20_000 : 400 });
      expect(codeOf(await pool.validate({ schema, events: [event] }))).toBe(code);
      expect(await validities(pool, word, ['good'])).toEqual([true]);
    },
    40_000,
  );

  test('costs nobody else an answer', async () => {
    const pool = createPool(limits);
    const flood = [...hostileCases, ...hostileCases].map(({ schema, event }) =>
      pool.validate({ schema, events: [event], owner: 'hostile' }),
    );
    let isFlooded = true;
    const flooding = Promise.all(flood).then((verdicts) => {
      isFlooded = false;
      return verdicts;
    });
    for (let round = 0; round < 20; round += 1) {
      const schema = { properties: { [`field_${round}`]: word } };
      const verdict = await pool.validate({
        schema,
        events: [{ [`field_${round}`]: 'fine' }],
        owner: 'good',
      });
      expect(verdict).toEqual({ kind: 'judged', events: [{ valid: true, errors: [] }] });
    }
    // The good ones did not have to wait until the flood was over.
    expect(isFlooded).toBe(true);
    const verdicts = await flooding;
    expect(verdicts.every((verdict) => verdict.kind === 'refused')).toBe(true);
  }, 60_000);

  test('never lets the answer outgrow the question', async () => {
    const schema = { additionalProperties: false, required: ['x'.repeat(100_000)] };
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`key_${index}`, index]));
    const verdict = await createPool().validate({ schema, events: Array.from({ length: 100 }, () => many) });
    expect(verdict.kind === 'judged' && verdict.events.every((event) => !event.valid)).toBe(true);
    expect(JSON.stringify(verdict).length).toBeLessThan(1_000_000);
  });
});

describe('the pool itself', () => {
  test('refuses what finds no room in the queue', async () => {
    const pool = createPool({ threads: 1, timeLimit: 300, maxQueuedEach: 1 });
    const job = { schema: endless, events: [endlessEvent] };
    const verdicts = await Promise.all([1, 2, 3].map(() => pool.validate(job)));
    expect(verdicts.map(codeOf)).toEqual(['time-limit', 'time-limit', 'queue-full']);
  });

  test('answers what runs and what waits when it is closed, and refuses afterwards', async () => {
    const pool = createPool({ threads: 1, timeLimit: 60_000 });
    await pool.validate({ schema: word, events: [] });
    const open = [endless, word].map((schema) => pool.validate({ schema, events: [endlessEvent] }));
    await pool.close();
    expect((await Promise.all(open)).map(codeOf)).toEqual(['closed', 'closed']);
    expect(codeOf(await pool.validate({ schema: word, events: [] }))).toBe('closed');
  });

  test('refuses where its program is missing', async () => {
    const pool = createValidationPool('/nowhere/validation-thread.mjs', { threads: 1 });
    pools.push(pool);
    expect(codeOf(await pool.validate({ schema: word, events: [] }))).toBe('no-thread');
  });

  test('forgets schemas that were not asked for in a long time, and judges them again', async () => {
    const pool = createPool({ threads: 1 });
    for (let round = 0; round < 2; round += 1)
      for (let length = 0; length < 150; length += 1)
        expect(
          await validities(pool, { maxLength: length }, ['x'.repeat(length), 'x'.repeat(length + 1)]),
        ).toEqual([true, false]);
  }, 30_000);
});
