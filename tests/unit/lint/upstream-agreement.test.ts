import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lintSchema } from '@/lib/domain/lint/lint';
import type { JsonObject } from '@/lib/domain/schema/json';
import { bounds, rawInput } from './lint-input';
import { anySchema } from './schema-arbitraries';
import { failingUpstream, upstreamNames } from './upstream-robustness';

const options = { enforcedNumericBounds: bounds, skipSchemaTestCases: {} };

function failingHere(schema: JsonObject): Set<string> {
  const names = lintSchema(rawInput(schema)).map((finding) => finding.rule);
  return new Set(names.filter((name) => upstreamNames.includes(name)));
}

/** A proposal shows the source and the version together, so a rule fails where upstream fails on either. */
function failingThere(schema: JsonObject): Set<string> {
  const asVersion = failingUpstream({ schema, current: false }, options);
  return new Set([...asVersion, ...failingUpstream({ schema, current: true }, options)]);
}

describe('the rules that carry upstream’s names give upstream’s verdict', () => {
  test.each([
    ['well-formed schemas', 0],
    ['schemas with broken parts', 2],
  ])('on %s', (_, junk) => {
    fc.assert(
      fc.property(anySchema(junk), (schema) => {
        expect([...failingHere(schema)].sort()).toEqual([...failingThere(schema)].sort());
      }),
      { numRuns: 400 },
    );
  });

  test('on schemas that make upstream crash', () => {
    const crashing: JsonObject[] = [
      { type: 'object', oneOf: [{ type: 'object' }, { type: 'object', required: ['a'] }] },
      { properties: { a: null } },
      { allOf: {} },
      { allOf: [null] },
      { required: 'a', properties: { a: {} } },
      { examples: 'x', properties: { $schema: { type: 'string' } } },
      { examples: [null], properties: { $schema: { type: 'string' } } },
      { oneOf: [null] },
      { type: 'object', required: ['toString'], properties: { a: { type: 'string' } } },
    ];
    for (const schema of crashing) {
      expect([...failingHere(schema)].sort()).toEqual([...failingThere(schema)].sort());
    }
  });
});
