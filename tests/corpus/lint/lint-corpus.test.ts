import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Finding } from '@/lib/domain/findings/finding';
import { lintSchema } from '@/lib/domain/lint/lint';
import type { LintInput } from '@/lib/domain/lint/lint-input';
import { listFields } from '@/lib/domain/schema/fields';
import type { JsonObject } from '@/lib/domain/schema/json';
import { materialize } from '@/lib/domain/schema/materialize';
import { readSource } from '@/lib/domain/schema/read-source';
import { type RepositoryConfig, readRepositoryConfig } from '@/lib/domain/schema/repository-config';
import type { SchemaSource } from '@/lib/domain/schema/types';
import {
  basePaths,
  type CurrentFile,
  hasCorpus,
  listCurrentFiles,
  listSchemaFiles,
} from '../schema/corpus-files';
import { failingUpstream, loadUpstreamYaml, upstreamNames } from '../../unit/lint/upstream-robustness';

const configs = new Map(
  hasCorpus ? basePaths.map((base) => [base, readConfig(join(base, '..', '.jsonschema-tools.yaml'))]) : [],
);

function readConfig(path: string): RepositoryConfig {
  return readRepositoryConfig(readFileSync(path, 'utf8')).config;
}

function configOf(path: string): RepositoryConfig {
  const base = basePaths.find((candidate) => path.startsWith(candidate)) ?? '';
  const config = configs.get(base);
  if (!config) throw new Error(`no configuration for ${path}`);
  return config;
}

function sourceOf(text: string): SchemaSource {
  const { source } = readSource(text);
  if (!source) throw new Error('cannot be read');
  return source;
}

function lookup(uri: string): JsonObject | undefined {
  const path = basePaths.map((base) => join(base, `${uri}.yaml`)).find((candidate) => existsSync(candidate));
  return path === undefined ? undefined : sourceOf(readFileSync(path, 'utf8')).value;
}

function inputOf(path: string, text: string, title: string | null): LintInput {
  const config = configOf(path);
  const source = sourceOf(text);
  const made = materialize(source, lookup, config);
  return {
    source,
    materialized: made.schema,
    fields: made.schema ? listFields(made.schema, made.origins) : [],
    expectedTitle: title,
    isNewSchema: false,
    newFieldPointers: null,
    enforcedNumericBounds: config.enforcedNumericBounds,
    skipSchemaTestCases: config.skipSchemaTestCases,
  };
}

const lintCurrent = (file: CurrentFile): Finding[] => lintSchema(inputOf(file.path, file.text, file.title));

describe.skipIf(!hasCorpus)('the corpus', () => {
  test.each([
    ['with the repository’s exceptions', true],
    ['without them', false],
  ])('every released version gets upstream’s verdict from each of the eight rules, %s', (_, excepting) => {
    const files = listSchemaFiles().filter((path) => !path.endsWith('/current.yaml'));
    expect(files).toHaveLength(200);
    for (const path of files) {
      const text = readFileSync(path, 'utf8');
      const config = excepting ? configOf(path) : { ...configOf(path), skipSchemaTestCases: {} };
      const schema = loadUpstreamYaml(text);
      const source = sourceOf(text);
      const input = {
        ...inputOf(path, text, null),
        materialized: source.value,
        fields: listFields(source.value),
        skipSchemaTestCases: config.skipSchemaTestCases,
      };
      const here = new Set(lintSchema(input).map((finding) => finding.rule));
      // The two rules that upstream runs on sources see the same schema twice.
      const there = new Set([
        ...failingUpstream({ schema, current: false }, config),
        ...failingUpstream({ schema, current: true }, config),
      ]);
      expect([path, upstreamNames.filter((name) => here.has(name))]).toEqual([
        path,
        upstreamNames.filter((name) => there.has(name)),
      ]);
    }
  });

  test('no current schema breaks an upstream rule, as upstream’s own run says', () => {
    const broken = listCurrentFiles().flatMap((file) =>
      lintCurrent(file)
        .filter((finding) => upstreamNames.includes(finding.rule))
        .map((finding) => `${file.title} ${finding.rule}`),
    );
    expect(broken).toEqual([]);
  });

  test('every finding has a place in the text', () => {
    for (const file of listCurrentFiles()) {
      for (const finding of lintCurrent(file))
        expect([file.title, finding.rule, finding.range]).not.toContain(undefined);
    }
  });

  test('no name, address, phone or card is suspected where there is none', () => {
    const suspected = listCurrentFiles().flatMap((file) =>
      lintCurrent(file)
        .filter((finding) => finding.rule === 'never-collected')
        .map((finding) => `${file.title} ${String(finding.params.field)}`),
    );
    expect(suspected).toEqual([]);
  });

  test('every fix gives a text that can be read, and takes its finding away', () => {
    for (const file of listCurrentFiles()) {
      const input = {
        ...inputOf(file.path, file.text, file.title),
        isNewSchema: true,
        skipSchemaTestCases: {},
      };
      for (const finding of lintSchema(input)) {
        if (!finding.fix) continue;
        const fixed = applyEdits(file.text, finding);
        const after = lintSchema({
          ...inputOf(file.path, fixed, file.title),
          isNewSchema: true,
          skipSchemaTestCases: {},
        });
        expect(after.map(identity)).not.toContain(identity(finding));
      }
    }
  });
});

const identity = (finding: Finding) => `${finding.rule} ${finding.path} ${JSON.stringify(finding.params)}`;

function applyEdits(text: string, finding: Finding): string {
  return [...(finding.fix?.edits ?? [])]
    .sort((left, right) => right.start - left.start)
    .reduce((done, edit) => done.slice(0, edit.start) + edit.text + done.slice(edit.end), text);
}
