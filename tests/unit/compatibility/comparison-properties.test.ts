import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Change, isBreaking } from '@/lib/domain/compatibility/change';
import { compareSchemas } from '@/lib/domain/compatibility/compare-schemas';
import {
  type CounterExample,
  findCounterExample,
  type NoCounterExample,
} from '@/lib/domain/compatibility/counter-example';
import { describeChange } from '@/lib/domain/compatibility/describe-change';
import { stepsToChange } from '@/lib/domain/compatibility/event-places';
import { judgeTrial } from '@/lib/domain/compatibility/judge-trial';
import { isVersionAllowed, suggestVersion } from '@/lib/domain/compatibility/suggest-version';
import type { Json, JsonObject } from '@/lib/domain/schema/json';
import { validateEvent } from '@/lib/domain/validate/validate-event';
import { askAjv } from '../lint/upstream-robustness';
import { changedFieldArbitrary } from './field-changes';
import { declaredValue, eventSchemaArbitrary, versionPairArbitrary } from './schema-arbitraries';

const pairs = versionPairArbitrary;

function accepts(schema: JsonObject, event: Json): boolean {
  return askAjv(schema, [structuredClone(event)], { useDefaults: true })[0] === 'valid';
}

function expectConfirmed(
  [older, newer]: [JsonObject, JsonObject],
  { event, acceptedBy }: CounterExample,
): void {
  expect([accepts(older, event), accepts(newer, event)]).toEqual([
    acceptedBy === 'older',
    acceptedBy === 'newer',
  ]);
}

interface Unshown {
  older: JsonObject;
  newer: JsonObject;
  change: Change;
  seed: number;
}

/** Of a reason that speaks of events nothing else is known than that random ones do not refute it. */
function expectNoneShows({ older, newer, change, seed }: Unshown, reason: NoCounterExample): void {
  if (!isBreaking(change) || change.kind === 'default-changed') {
    expect(reason).toBe(isBreaking(change) ? 'not-in-events' : 'not-breaking');
    return;
  }
  expect(['none-found', 'no-valid-event']).toContain(reason);
  const steps = stepsToChange(change, [older, newer]);
  const events = [older, newer].flatMap((schema) => fc.sample(declaredValue(schema), { numRuns: 20, seed }));
  const trial = { older, newer, change, problems: { older: [], newer: [] }, steps };
  for (const event of events) expect(judgeTrial(trial, event).kind).not.toBe('shown');
}

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

  test('every breaking change has a counter-example that ajv confirms, or the reason why not', () => {
    let found = 0;
    fc.assert(
      fc.property(pairs, fc.integer(), ([older, newer], seed) => {
        for (const change of compareSchemas(older, newer).changes) {
          const search = findCounterExample(older, newer, change);
          if (search.found === null) expectNoneShows({ older, newer, change, seed }, search.reason);
          else {
            found += 1;
            expect(isBreaking(change)).toBe(true);
            expectConfirmed([older, newer], search.found);
          }
        }
      }),
      // Compositions inside one another can hide an event from any search, so that these pairs are always the same.
      { numRuns: 60, seed: 1 },
    );
    expect(found).toBeGreaterThan(30);
  });

  test('a field that changes in one thing, wherever it stands, has a counter-example for each breaking change', () => {
    let shown = 0;
    fc.assert(
      fc.property(changedFieldArbitrary, ([older, newer]) => {
        for (const change of compareSchemas(older, newer).changes.filter(isBreaking)) {
          const { found, reason } = findCounterExample(older, newer, change);
          expect({ change, found, reason }).toMatchObject({ found: { event: {} } });
          expectConfirmed([older, newer], found!);
          shown += 1;
        }
      }),
      { numRuns: 300 },
    );
    expect(shown).toBeGreaterThan(200);
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
