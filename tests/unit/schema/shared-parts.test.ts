import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '@/lib/domain/schema/json';
import { materialize } from '@/lib/domain/schema/materialize';
import { readSource } from '@/lib/domain/schema/read-source';
import { createSharedParts, type SharedParts } from '@/lib/domain/schema/shared-parts';
import { serializeYaml } from '@/lib/domain/schema/serialize-yaml';
import { defaultMaterializeOptions } from '@/lib/domain/schema/types';
import { fragmentUris, materializeCase } from '../../differential/schema-arbitraries';

const runs = Number(process.env['ASSENT_DIFFERENTIAL_RUNS'] ?? 300);

/** What is written of a schema, or the rules by which it is refused. */
function write(schema: JsonObject, fragments: Map<string, Json>, shared?: SharedParts): string {
  const { source } = readSource(JSON.stringify(schema));
  if (!source) return 'unread';
  const options = { ...defaultMaterializeOptions, shouldGenerateExample: true, shouldTrackOrigins: false };
  const lookup = (uri: string) => fragments.get(uri);
  const result = materialize(source, lookup, shared ? { ...options, shared } : options);
  if (!result.schema) return result.findings.map(({ rule, path }) => `${rule} ${path}`).join('\n');
  const origins = [...result.origins].map(([pointer, origin]) => `${pointer} ${JSON.stringify(origin)}`);
  return `${serializeYaml(result.schema, shared)}${origins.join('\n')}`;
}

function read(fragments: Record<string, Json>): Map<string, Json> {
  return new Map(Object.entries(JSON.parse(JSON.stringify(fragments)) as Record<string, Json>));
}

describe('schemas that are materialized with the same fragments', () => {
  test('are what they are alone', () => {
    fc.assert(
      fc.property(fc.array(materializeCase, { minLength: 1, maxLength: 3 }), (cases) => {
        const fragments = cases[0]?.fragments ?? {};
        const shared = createSharedParts();
        const together = read(fragments);
        // Each twice: what the first time left behind must not show.
        for (const { schema } of [...cases, ...cases])
          expect(write(schema, together, shared)).toBe(write(schema, read(fragments)));
      }),
      { numRuns: runs, seed: Number(process.env['ASSENT_DIFFERENTIAL_SEED'] ?? 42) },
    );
  }, 600_000);

  test('hold the same instance of what they take in as it is, and each its own where one takes it in twice', () => {
    const [uri = ''] = fragmentUris;
    const fragment = { properties: { dt: { type: 'string', maxLength: 128 }, count: { type: 'integer' } } };
    const fragments = read({ [uri]: { title: 'fragment/one', $id: uri, type: 'object', ...fragment } });
    const shared = createSharedParts();
    const propertiesOf = (schema: JsonObject) => {
      const { source } = readSource(JSON.stringify(schema));
      if (!source) throw new Error('unread');
      const options = { ...defaultMaterializeOptions, shouldTrackOrigins: false, shared };
      const result = materialize(source, (asked) => fragments.get(asked) ?? null, options);
      return result.schema?.['properties'] as Record<string, JsonObject>;
    };
    const one = propertiesOf({ title: 'a', $id: '/a/1.0.0', allOf: [{ $ref: uri }] });
    const other = propertiesOf({ title: 'b', $id: '/b/1.0.0', allOf: [{ $ref: uri }] });
    expect(one['count']).toBe(other['count']);
    expect(one['count']).toHaveProperty('minimum');
    const twice = propertiesOf({
      title: 'c',
      $id: '/c/1.0.0',
      properties: { left: { $ref: `${uri}#/properties/dt` }, right: { $ref: `${uri}#/properties/dt` } },
    });
    expect(twice['left']).toEqual(twice['right']);
    expect(twice['left']).not.toBe(twice['right']);
  });
});
