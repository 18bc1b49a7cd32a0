import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareSchemas } from '@/lib/domain/compatibility/compare-schemas';
import { lintSchema } from '@/lib/domain/lint/lint';
import { createLintMemory, type LintMemory } from '@/lib/domain/lint/memory';
import { createValueReader } from '@/lib/domain/schema/read-source';
import type { SchemaSource } from '@/lib/domain/schema/types';
import { serializeYaml } from '@/lib/domain/schema/serialize-yaml';
import { rawInput } from './lint-input';
import { anySchema } from './schema-arbitraries';

function findings({ value }: SchemaSource, memory?: LintMemory) {
  const copy = memory ? value : structuredClone(value);
  return lintSchema({
    ...rawInput(copy, memory ? { memory } : {}),
    source: { ...rawInput(copy).source, value: copy },
  });
}

test('versions that share their parts get the findings that each gets alone', () => {
  const schemas = fc.array(anySchema(2), { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(schemas, (parts) => {
      const read = createValueReader({ shares: true });
      const memory = createLintMemory();
      // Each version holds the parts of the one before, and one more.
      const versions = parts.flatMap((_, count) => {
        const properties = Object.fromEntries(
          parts.slice(0, count + 1).map((part, at) => [`part_${at}`, part]),
        );
        const { source } = read(serializeYaml({ title: 'a/b', type: 'object', properties }));
        return source ? [source] : [];
      });
      for (const version of [...versions, ...versions])
        expect(findings(version, memory)).toEqual(findings(version));
    }),
    { numRuns: 150 },
  );
});

test('versions that share their parts are compared as copies are', () => {
  fc.assert(
    fc.property(anySchema(2), anySchema(2), anySchema(2), (kept, before, after) => {
      const read = createValueReader({ shares: true });
      const versions = [before, after].flatMap((part) => {
        const { source } = read(serializeYaml({ title: 'a', properties: { kept, part } }));
        return source ? [source.value] : [];
      });
      const [older, newer] = versions;
      fc.pre(older !== undefined && newer !== undefined);
      const apart = compareSchemas(structuredClone(older), structuredClone(newer));
      for (let time = 0; time < 2; time += 1) expect(compareSchemas(older, newer)).toEqual(apart);
    }),
    { numRuns: 300 },
  );
});
