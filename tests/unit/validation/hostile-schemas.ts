import type { Json, JsonObject } from '@/lib/domain/schema/json';
import type { RefusalCode } from '@/lib/adapters/validation/verdict';

export interface HostileCase {
  name: string;
  schema: JsonObject;
  event: Json;
  code: RefusalCode;
}

function nested(depth: number, wrap: (inner: JsonObject) => JsonObject): JsonObject {
  let schema: JsonObject = { type: 'string' };
  for (let level = 0; level < depth; level += 1) schema = wrap(schema);
  return schema;
}

/** Each reference is followed twice, so that the last is reached 2^30 times. */
function doublingReferences(): JsonObject {
  const definitions: JsonObject = { d30: { type: 'string' } };
  for (let level = 0; level < 30; level += 1) {
    const next = { $ref: `#/definitions/d${level + 1}` };
    definitions[`d${level}`] = { allOf: [next, next] };
  }
  return { definitions, allOf: [{ $ref: '#/definitions/d0' }] };
}

const numbersTo = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Schemas and events that are made to exhaust who checks them, with what is said of them. */
export const hostileCases: HostileCase[] = [
  {
    name: 'a pattern that takes exponential time',
    schema: { type: 'string', pattern: '^(a+)+$', maxLength: 100 },
    event: `${'a'.repeat(60)}!`,
    code: 'time-limit',
  },
  { name: 'references that double', schema: doublingReferences(), event: 'fits', code: 'time-limit' },
  {
    name: 'an enumeration of 200,000 values',
    schema: { enum: numbersTo(200_000).map((index) => `v${index}`) },
    event: 'v1',
    code: 'time-limit',
  },
  {
    name: 'more errors than memory',
    schema: { items: { anyOf: numbersTo(2_000).map(() => ({ type: 'string' })) } },
    event: numbersTo(100_000),
    code: 'memory-limit',
  },
  {
    name: 'parts that are shared, and grow without end where they are written',
    schema: nested(60, (inner) => ({ allOf: [inner, inner] })),
    event: 1,
    code: 'too-large',
  },
  {
    name: 'a schema nested 10,000 deep',
    schema: nested(10_000, (inner) => ({ properties: { a: inner } })),
    event: {},
    code: 'too-deep',
  },
  {
    name: 'an event nested 10,000 deep',
    schema: {},
    event: nested(10_000, (inner) => ({ a: inner })),
    code: 'too-deep',
  },
  { name: 'a schema that is itself', schema: { allOf: [{ $ref: '#' }] }, event: {}, code: 'too-deep' },
  {
    name: 'a property called __proto__ in the schema',
    schema: JSON.parse('{"properties":{"__proto__":{"type":"string"}}}'),
    event: {},
    code: 'reserved-name',
  },
  {
    name: 'a property called __proto__ in the event',
    schema: {},
    event: JSON.parse('{"__proto__":{"isAdmin":true}}'),
    code: 'reserved-name',
  },
  {
    name: 'a reference to another machine',
    schema: { $ref: 'http://127.0.0.1:9/schema' },
    event: 1,
    code: 'unresolved-reference',
  },
  {
    name: 'a property that stands in for a method',
    schema: { enum: [{ valueOf: 1 }] },
    event: { valueOf: 1 },
    code: 'validator-failed',
  },
];
