import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodeFileSystem } from '@/lib/cli/schema/read-directory';
import { lintNewVersion, lintSource } from '@/lib/cli/schema/lint-schema-file';
import { materializedValue } from '@/lib/cli/schema/materialized-source';
import { loadNamespace } from '@/lib/cli/schema/namespace';
import { createVersionFields } from '@/lib/cli/schema/version-origins';

const repositories = resolve(process.env['ASSENT_CORPUS'] ?? '../shared/corpus', 'repositories');
const everything = { isNewSchema: true, fields: null };

describe.skipIf(!existsSync(repositories))('the rules on a version', () => {
  test.each(['primary', 'secondary'])('say of %s only what they say of its source', (name) => {
    const primary = resolve(repositories, 'primary/jsonschema');
    const namespace = loadNamespace(nodeFileSystem, { root: resolve(repositories, name), refs: [primary] });
    const fieldsOf = createVersionFields(namespace);
    const invented: string[] = [];
    let said = 0;
    for (const schema of namespace.checkout.tree.schemas) {
      const made = namespace.materializeSource(schema);
      const path = `${schema.directory}/${made?.version}.yaml`;
      const source = namespace.readVersion(path);
      if (made === null || source === null || materializedValue(made) === null) continue;
      const ofSource = new Set(
        lintSource(namespace, made, everything).map(({ rule, params }) => JSON.stringify([rule, params])),
      );
      const fields = fieldsOf(source.value, made);
      for (const { rule, params } of lintNewVersion(namespace, {
        source,
        title: schema.title,
        fields,
        asked: everything,
      })) {
        said += 1;
        if (!ofSource.has(JSON.stringify([rule, params])))
          invented.push(`${path} ${rule} ${JSON.stringify(params)}`);
      }
    }
    expect(invented).toEqual([]);
    expect(said).toBeGreaterThan(20);
  });
});
