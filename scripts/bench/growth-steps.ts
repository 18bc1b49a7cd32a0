import { compareSchemas } from '@/lib/domain/compatibility/compare-schemas';
import { lintSchema } from '@/lib/domain/lint/lint';
import { listFields } from '@/lib/domain/schema/fields';
import { materialize } from '@/lib/domain/schema/materialize';
import { readSource } from '@/lib/domain/schema/read-source';
import { defaultRepositoryConfig, toMaterializeOptions } from '@/lib/domain/schema/repository-config';
import { serializeYaml } from '@/lib/domain/schema/serialize-yaml';

const config = { ...defaultRepositoryConfig, shouldGenerateExample: true };

export const steps = ['read', 'materialize', 'write', 'fields', 'lint', 'compare'] as const;

/** Takes a source through every step and gives the time of each in ms. */
export function measureSteps(text: string): Record<(typeof steps)[number], number> {
  const times = { read: 0, materialize: 0, write: 0, fields: 0, lint: 0, compare: 0 };
  const timed = <T>(step: (typeof steps)[number], run: () => T): T => {
    const began = performance.now();
    const result = run();
    times[step] = performance.now() - began;
    return result;
  };
  const { source } = timed('read', () => readSource(text));
  if (!source) throw new Error('The generated source cannot be read.');
  const made = timed('materialize', () => materialize(source, () => null, toMaterializeOptions(config)));
  const { schema, origins } = made;
  if (!schema)
    throw new Error(`The generated source cannot be materialized: ${JSON.stringify(made.findings)}`);
  timed('write', () => serializeYaml(schema));
  const fields = timed('fields', () => listFields(schema, origins));
  timed('lint', () =>
    lintSchema({
      source,
      materialized: schema,
      fields,
      expectedTitle: String(schema['title']),
      isNewSchema: true,
      newFieldPointers: null,
      enforcedNumericBounds: config.enforcedNumericBounds,
      skipSchemaTestCases: {},
    }),
  );
  const before = readSource(text.replaceAll('maximum: 100', 'maximum: 99')).source?.value ?? {};
  timed('compare', () => compareSchemas(before, schema));
  return times;
}
