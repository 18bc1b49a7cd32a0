import { describe, expect, test } from 'vitest';
import { isBreaking } from '@/lib/domain/compatibility/change';
import { compareSchemas } from '@/lib/domain/compatibility/compare-schemas';
import { findCounterExample } from '@/lib/domain/compatibility/counter-example';
import { validateEvent } from '@/lib/domain/validate/validate-event';
import { toExampleEvent } from '@/lib/domain/views/example-event';
import { corpusPairs, corpusVersions, hasCorpus } from './corpus-versions';

describe.skipIf(!hasCorpus)('counter-examples for the corpus', () => {
  test('every breaking change between consecutive versions, forth and back, has a verified one', () => {
    const without: string[] = [];
    let found = 0;
    for (const pair of corpusPairs()) {
      for (const [older, newer] of [
        [pair.older, pair.newer],
        [pair.newer, pair.older],
      ] as const) {
        for (const change of compareSchemas(older, newer).changes.filter(isBreaking)) {
          const { found: example, reason } = findCounterExample(older, newer, change);
          if (example === null) {
            without.push(`${pair.name} ${change.kind} ${change.path} ${reason}`);
            continue;
          }
          found += 1;
          const accepting = example.acceptedBy === 'older' ? older : newer;
          const refusing = example.acceptedBy === 'older' ? newer : older;
          expect(validateEvent(accepting, example.event)).toEqual([]);
          expect(validateEvent(refusing, example.event)).not.toEqual([]);
        }
      }
    }
    expect(without).toEqual([]);
    expect(found).toBeGreaterThan(20);
  });
});

describe.skipIf(!hasCorpus)('example events for the corpus', () => {
  test('every version gets a valid one', () => {
    const invalid = corpusVersions()
      .map(({ name, schema }) => ({ name, errors: validateEvent(schema, toExampleEvent(schema)) }))
      .filter(({ errors }) => errors.length > 0)
      .map(({ name, errors }) => `${name} ${JSON.stringify(errors[0])}`);
    expect(invalid).toEqual([]);
  });
});
