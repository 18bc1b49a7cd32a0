import { expect, test } from 'vitest';
import { listSchemaNodes } from '@/lib/domain/lint/schema-node';
import type { JsonObject } from '@/lib/domain/schema/json';
import { listRefs } from '@/lib/domain/schema/refs';
import { findCompileProblems } from '@/lib/domain/validate/compile-problems';
import { findTakenIds } from '@/lib/domain/validate/taken-ids';

const properties = Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`p${index}`, {}]));
const unknown = { format: 'unknown' };

test.each<[string, JsonObject]>([
  ['properties', { properties: { ...properties, $id: unknown } }],
  ['alternatives', { anyOf: [unknown, ...Object.values(properties).map(() => ({ type: 'string' }))] }],
])('every one of 200,000 %s is looked at', (_, schema) => {
  expect(listSchemaNodes(schema)).toHaveLength(200_002);
  expect(listRefs(schema)).toEqual([]);
  expect(findTakenIds(schema)).toEqual([]);
  expect(findCompileProblems(schema)).toHaveLength(1);
});
