import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listFields } from '@/lib/domain/schema/fields';
import { materialize } from '@/lib/domain/schema/materialize';
import { readSource } from '@/lib/domain/schema/read-source';
import { coerceVersion } from '@/lib/domain/schema/schema-id';
import { serializeJson } from '@/lib/domain/schema/serialize-json';
import { serializeYaml } from '@/lib/domain/schema/serialize-yaml';
import { defaultMaterializeOptions } from '@/lib/domain/schema/types';
import { Oracle } from '../../differential/oracle';
import { basePaths, hasCorpus, listCurrentFiles, listSchemaFiles } from './corpus-files';
import { corpusLookup } from './corpus-lookup';

const options = { ...defaultMaterializeOptions, shouldGenerateExample: true };

/** Copies with links made whole: upstream finds references by extensionless path. */
function copyWithLinks(base: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'assent-corpus-'));
  for (const name of readdirSync(base, { recursive: true, encoding: 'utf8' })) {
    const path = join(base, name);
    if (!/\.yaml$/.test(name) || !statSync(path).isFile()) continue;
    cpSync(path, join(copy, name));
    if (/\/\d+\.\d+\.\d+\.yaml$/.test(path)) cpSync(path, join(copy, name.replace(/\.yaml$/, '')));
  }
  return copy;
}

describe.skipIf(!hasCorpus)('the corpus', () => {
  const oracle = new Oracle(20_000);
  let copies: string[] = [];
  beforeAll(() => {
    copies = basePaths.map(copyWithLinks);
  });
  afterAll(() => {
    oracle.stop();
    for (const copy of copies) rmSync(copy, { recursive: true });
  });

  test('every current schema materializes to the bytes that jsonschema-tools writes', async () => {
    let asReleased = 0;
    for (const { path, title, text } of listCurrentFiles()) {
      const { source, findings } = readSource(text);
      expect(findings, title).toEqual([]);
      if (!source) throw new Error(`${title} was not read`);
      const { schema, findings: problems } = materialize(source, corpusLookup, options);
      expect(problems, title).toEqual([]);
      if (!schema) throw new Error(`${title} was not materialized`);
      const upstream = await oracle.run({ text, bases: copies, options: { shouldGenerateExample: true } });
      const yaml = serializeYaml(schema);
      expect({ kind: 'written', yaml, json: serializeJson(schema) }, title).toEqual(upstream);
      const version = coerceVersion(String(source.value['$id']));
      const released = path.replace(/current\.yaml$/, `${version}.yaml`);
      if (existsSync(released) && readFileSync(released, 'utf8') === yaml) asReleased += 1;
    }
    // Seven were released before the tool sorted keys, or were edited by hand afterwards.
    expect(listCurrentFiles().length - asReleased).toBe(7);
  });

  test('every released file is read and written again as upstream does', async () => {
    const files = listSchemaFiles();
    expect(files.length).toBeGreaterThan(200);
    for (const path of files) {
      const text = readFileSync(path, 'utf8');
      const { source, findings } = readSource(text);
      expect(findings, path).toEqual([]);
      const upstream = await oracle.run({ text, serializeOnly: true });
      const value = source?.value ?? null;
      expect({ kind: 'written', yaml: serializeYaml(value), json: serializeJson(value) }, path).toEqual(
        upstream,
      );
    }
  });

  test('every own field of every current schema has its line, and every other one its fragment', () => {
    for (const { title, text } of listCurrentFiles()) {
      const { source } = readSource(text);
      if (!source) throw new Error(`${title} was not read`);
      const { schema, origins } = materialize(source, corpusLookup, options);
      for (const field of listFields(schema ?? {}, origins)) {
        const place = `${title} ${field.path}`;
        if (field.origin.kind === 'fragment') expect(corpusLookup(field.origin.uri), place).not.toBeNull();
        else if (!/\$ref|allOf/.test(text)) expect(source.rangeOf(field.pointer), place).not.toBeNull();
      }
    }
  });
});
