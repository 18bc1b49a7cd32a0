import { expect, test } from 'vitest';
import type { JsonObject } from '@/lib/domain/schema/json';
import { materialize } from '@/lib/domain/schema/materialize';
import { readSource } from '@/lib/domain/schema/read-source';
import { defaultMaterializeOptions, type SchemaSource } from '@/lib/domain/schema/types';

test('references that each lead through all others are refused soon', () => {
  const definitions: JsonObject = { d1200: { type: 'string' } };
  for (let index = 0; index < 1200; index += 1)
    definitions[`d${index}`] = { description: 'a', $ref: `#/definitions/d${index + 1}` };
  const { source } = readSource(JSON.stringify({ definitions }));
  const { findings } = materialize(source as SchemaSource, () => undefined, defaultMaterializeOptions);
  expect(findings).toMatchObject([{ rule: 'schema-too-large', params: { limit: 500_000 } }]);
});
