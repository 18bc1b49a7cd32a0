import { describe, expect, test } from 'vitest';
import { compareSchemas } from '@/lib/domain/compatibility/compare-schemas';
import { corpusPairs, corpusVersions, hasCorpus } from './corpus-versions';
import { askUpstream } from './upstream-oracle';

describe.skipIf(!hasCorpus)('comparing the versions of the corpus', () => {
  test('upstream gives the same verdict on every consecutive pair', () => {
    const pairs = corpusPairs();
    expect(pairs.length).toBeGreaterThan(50);
    const differing = pairs
      .map(({ name, older, newer }) => ({
        name,
        ours: compareSchemas(older, newer).upstream.verdict,
        upstream: askUpstream(older, newer),
      }))
      .filter(({ ours, upstream }) => ours !== upstream);
    expect(differing).toEqual([]);
  });

  test('upstream gives the same verdict on every pair backwards', () => {
    for (const { name, older, newer } of corpusPairs()) {
      expect([name, compareSchemas(newer, older).upstream.verdict]).toEqual([
        name,
        askUpstream(newer, older),
      ]);
    }
  });

  test('a version compared with itself has not changed', () => {
    for (const { name, schema } of corpusVersions()) {
      expect([name, compareSchemas(schema, schema).changes]).toEqual([name, []]);
    }
  });

  test('a pair that both call the same schema shows no change in either direction', () => {
    for (const { older, newer } of corpusPairs()) {
      const forth = compareSchemas(older, newer).changes.length;
      const back = compareSchemas(newer, older).changes.length;
      expect(forth === 0).toBe(back === 0);
    }
  });
});
