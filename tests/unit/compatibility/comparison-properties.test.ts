import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBreaking } from '@/lib/domain/compatibility/change';
import { compareSchemas } from '@/lib/domain/compatibility/compare-schemas';
import { findCounterExample } from '@/lib/domain/compatibility/counter-example';
import { describeChange } from '@/lib/domain/compatibility/describe-change';
import { isVersionAllowed, suggestVersion } from '@/lib/domain/compatibility/suggest-version';
import { validateEvent } from '@/lib/domain/validate/validate-event';
import { declaredValue, eventSchemaArbitrary, versionPairArbitrary } from './schema-arbitraries';

const pairs = versionPairArbitrary;

describe('comparing any two versions', { timeout: 60_000 }, () => {
  test('a schema compared with itself, or with a copy, has not changed', () => {
    fc.assert(
      fc.property(eventSchemaArbitrary, (schema) => {
        expect(compareSchemas(schema, schema).changes).toEqual([]);
        expect(compareSchemas(schema, structuredClone(schema))).toEqual({
          changes: [],
          upstream: { verdict: 'compatible', compatible: true, reasons: [] },
          strict: { compatible: true },
        });
      }),
    );
  });

  test('what is strictly compatible accepts every event of declared fields that the older version accepts', () => {
    let compared = 0;
    fc.assert(
      fc.property(
        pairs.filter(([older, newer]) => compareSchemas(older, newer).strict.compatible),
        fc.infiniteStream(fc.integer()),
        ([older, newer], seeds) => {
          const [seed] = [...seeds.take(1)];
          for (const event of fc.sample(declaredValue(older), { numRuns: 30, seed: seed! })) {
            if (validateEvent(older, event).length > 0) continue;
            compared += 1;
            expect(validateEvent(newer, event)).toEqual([]);
          }
        },
      ),
      { numRuns: 100 },
    );
    expect(compared).toBeGreaterThan(100);
  });

  test('an event that only the newer version accepts is announced by a change other than documentation', () => {
    fc.assert(
      fc.property(pairs, fc.integer(), ([older, newer], seed) => {
        const changes = compareSchemas(older, newer).changes;
        if (changes.some((change) => change.classification !== 'documentation')) return;
        for (const event of fc.sample(declaredValue(newer), { numRuns: 20, seed })) {
          expect(validateEvent(older, event).length === 0).toBe(validateEvent(newer, event).length === 0);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('every counter-example is accepted by one version and refused by the other', () => {
    let found = 0;
    fc.assert(
      fc.property(pairs, ([older, newer]) => {
        for (const change of compareSchemas(older, newer).changes) {
          const example = findCounterExample(older, newer, change);
          if (example === null) continue;
          found += 1;
          expect(isBreaking(change)).toBe(true);
          expect(validateEvent(older, example.event).length === 0).toBe(example.acceptedBy === 'older');
          expect(validateEvent(newer, example.event).length === 0).toBe(example.acceptedBy === 'newer');
        }
      }),
      { numRuns: 100 },
    );
    expect(found).toBeGreaterThan(30);
  });

  test('the suggested version may be given, and every change has a sentence', () => {
    fc.assert(
      fc.property(pairs, ([older, newer]) => {
        const comparison = compareSchemas(older, newer);
        const suggestion = suggestVersion('1.2.3', comparison);
        expect(isVersionAllowed('1.2.3', suggestion.version, comparison)).toBe(true);
        expect(isVersionAllowed('1.2.3', '1.2.3', comparison)).toBe(false);
        expect(isVersionAllowed('1.2.3', '1.3.0', comparison)).toBe(comparison.strict.compatible);
        expect(isVersionAllowed('1.2.3', '2.0.0', comparison)).toBe(true);
        for (const change of comparison.changes) expect(describeChange(change)).toMatch(/^[“A-Z].+\.$/);
      }),
    );
  });
});
