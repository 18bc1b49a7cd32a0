import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assessDraft } from '@/lib/domain/draft/assess-draft';
import { nextMinor, nextVersionText } from '@/lib/domain/draft/next-version-text';
import { applyEdits } from '@/lib/domain/schema/edit-source';
import { readSource } from '@/lib/domain/schema/read-source';
import { readRepositoryConfig } from '@/lib/domain/schema/repository-config';
import { compareVersions, parseSchemaId } from '@/lib/domain/schema/schema-id';
import { hasCorpus, listCurrentFiles, listSchemaFiles } from '../schema/corpus-files';
import { corpusLookup } from '../schema/corpus-lookup';

/** The newest released version of each title. */
function newestVersions(): Map<string, string> {
  const newest = new Map<string, string>();
  for (const path of listSchemaFiles()) {
    const id = parseSchemaId(/jsonschema(\/.+\/\d+\.\d+\.\d+)\.yaml$/.exec(path)?.[1] ?? '');
    const known = id ? newest.get(id.title) : undefined;
    if (id && (known === undefined || compareVersions(id.version, known) > 0))
      newest.set(id.title, id.version);
  }
  return newest;
}

describe.skipIf(!hasCorpus)('beginning the next version of every schema of the corpus', () => {
  it('gives a draft without an error, once the example that is offered is taken', () => {
    const newest = newestVersions();
    const files = listCurrentFiles();
    expect(files.length).toBe(78);
    for (const { path, title, text } of files) {
      const version = newest.get(title) ?? '';
      const base = corpusLookup(`/${title}/${version}`);
      const configText = readFileSync(
        join(path.slice(0, path.indexOf('/jsonschema/')), '.jsonschema-tools.yaml'),
        'utf8',
      );
      const assess = (draft: string) =>
        assessDraft({
          ...{ text: draft, title, metrics: [], exceptions: [], isNewSchema: false, lookup: corpusLookup },
          base: base ? { version, schema: base } : null,
          config: readRepositoryConfig(configText).config,
        });
      const draft = nextVersionText(text, version);
      expect(readSource(draft).source?.value['$id']).toBe(`/${title}/${nextMinor(version)}`);
      const fix = assess(draft).findings.find(({ rule }) => rule === 'examples-written-by-author')?.fix;
      const assessment = assess(fix ? applyEdits(draft, fix.edits) : draft);
      const errors = assessment.findings
        .filter(({ severity }) => severity === 'error')
        .map(({ rule }) => rule);
      expect([title, errors, assessment.changedFieldPointers]).toEqual([title, [], []]);
    }
  });
});
