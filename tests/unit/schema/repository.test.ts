import { describe, expect, test } from 'vitest';
import { describeFinding } from '@/lib/domain/findings/catalogue';
import {
  defaultRepositoryConfig,
  readRepositoryConfig,
  toMaterializeOptions,
} from '@/lib/domain/schema/repository-config';
import { defaultMaterializeOptions } from '@/lib/domain/schema/types';
import { planVersionFiles } from '@/lib/domain/schema/version-files';

describe('readRepositoryConfig', () => {
  test.each(['', '\n# nothing\n', '{}', '---\n'])('%j is all defaults', (text) => {
    expect(readRepositoryConfig(text)).toEqual({ config: defaultRepositoryConfig, findings: [] });
    expect(toMaterializeOptions(readRepositoryConfig(text).config)).toEqual(defaultMaterializeOptions);
  });

  test('every key is read', () => {
    const { config, findings } = readRepositoryConfig(`
schemaBasePath: ./jsonschema/
contentTypes: [json, yaml]
currentName: draft
schemaVersionField: version
shouldGenerateExample: true
shouldSymlinkLatest: false
enforcedNumericBounds: [0, 10]
ignoreSchemas: [/old/.*]
skipSchemaTestCases: {/legacy/.*: [schema-is-secure]}
`);
    expect(findings).toEqual([]);
    expect(config).toEqual({
      ...defaultRepositoryConfig,
      schemaBasePath: './jsonschema/',
      schemaBaseUris: ['./jsonschema/'],
      contentTypes: ['json', 'yaml'],
      currentName: 'draft.json',
      schemaVersionField: 'version',
      shouldGenerateExample: true,
      shouldSymlinkLatest: false,
      enforcedNumericBounds: [0, 10],
      ignoreSchemas: ['/old/.*'],
      skipSchemaTestCases: { '/legacy/.*': ['schema-is-secure'] },
    });
  });

  test('bounds can be switched off', () => {
    expect(readRepositoryConfig('enforcedNumericBounds: false').config.enforcedNumericBounds).toBeNull();
  });

  test('a wrong value is a finding and leaves the default', () => {
    const { config, findings } = readRepositoryConfig(
      'contentTypes: yaml\nshouldGenerateExample: 3\ncolour: red\n',
    );
    expect(config).toEqual(defaultRepositoryConfig);
    expect(findings).toMatchObject([
      { rule: 'unknown-setting', severity: 'warning', path: '/colour', range: { start: { line: 3 } } },
      { rule: 'bad-setting', severity: 'error', path: '/contentTypes', range: { start: { line: 1 } } },
      { rule: 'bad-setting', severity: 'error', path: '/shouldGenerateExample' },
    ]);
  });

  test.each([
    ['contentTypes: [yaml, yaml]', 'bad-setting', '/contentTypes'],
    ["ignoreSchemas: ['(']", 'bad-setting', '/ignoreSchemas'],
    ["skipSchemaTestCases: {'(': [schema-is-valid]}", 'bad-setting', '/skipSchemaTestCases'],
    ["ignoreSchemas: ['(a+)+$']", 'unsafe-setting-pattern', '/ignoreSchemas'],
    ['shouldDereference: false', 'unsupported-setting', '/shouldDereference'],
  ])('%s cannot be followed', (text, rule, path) => {
    const { findings } = readRepositoryConfig(text);
    expect(findings).toMatchObject([{ rule, severity: 'error', path, range: { start: { line: 1 } } }]);
    for (const finding of findings) expect(describeFinding(finding)).toMatch(/^The .*\.$/);
  });

  test('a single test to skip needs no list', () => {
    const { config, findings } = readRepositoryConfig('skipSchemaTestCases: {a: schema-is-valid}');
    expect([config.skipSchemaTestCases, findings]).toEqual([{ a: ['schema-is-valid'] }, []]);
  });

  test('a broken text is a finding', () => {
    const { config, findings } = readRepositoryConfig('a: [');
    expect(config).toEqual(defaultRepositoryConfig);
    expect(findings).toMatchObject([{ rule: 'invalid-yaml' }]);
  });
});

describe('planVersionFiles', () => {
  const plan = {
    title: 'a/b',
    version: '1.1.0',
    sourceText: 'title: a/b # mine\n',
    schema: { title: 'a/b' },
    config: { ...defaultRepositoryConfig, schemaBasePath: './jsonschema/' },
    latestVersion: '1.0.0',
  };

  test('the newest version comes with all links', () => {
    expect(planVersionFiles(plan)).toEqual([
      { path: 'jsonschema/a/b/current.yaml', kind: 'file', content: 'title: a/b # mine\n' },
      { path: 'jsonschema/a/b/1.1.0.yaml', kind: 'file', content: 'title: a/b\n' },
      { path: 'jsonschema/a/b/latest.yaml', kind: 'symlink', content: '1.1.0.yaml' },
      { path: 'jsonschema/a/b/1.1.0', kind: 'symlink', content: '1.1.0.yaml' },
      { path: 'jsonschema/a/b/latest', kind: 'symlink', content: '1.1.0.yaml' },
      { path: 'jsonschema/a/b/1.1.0.json', kind: 'file', content: '{\n  "title": "a/b"\n}' },
      { path: 'jsonschema/a/b/latest.json', kind: 'symlink', content: '1.1.0.json' },
    ]);
  });

  test('an older version leaves latest alone', () => {
    const paths = planVersionFiles({ ...plan, latestVersion: '2.0.0' }).map(({ path }) => path);
    expect(paths.filter((path) => path.includes('latest'))).toEqual([]);
    expect(paths).toContain('jsonschema/a/b/1.1.0');
  });

  test('the first version, and the same version again, are the latest', () => {
    for (const latestVersion of [null, '1.1.0'])
      expect(planVersionFiles({ ...plan, latestVersion }).map(({ path }) => path)).toContain(
        'jsonschema/a/b/latest',
      );
  });

  test('links can be switched off, and the base path can be the root', () => {
    const config = {
      ...defaultRepositoryConfig,
      shouldSymlinkExtensionless: false,
      shouldSymlinkLatest: false,
    };
    const paths = planVersionFiles({ ...plan, config }).map(({ path }) => path);
    expect(paths).toEqual(['a/b/current.yaml', 'a/b/1.1.0.yaml', 'a/b/1.1.0.json']);
  });

  test.each([
    ['../evil', '1.0.0'],
    ['a//b', '1.0.0'],
    ['a', '1.0.0/../../x'],
    ['a', 'latest'],
  ])('%s %s is no path', (title, version) => {
    expect(() => planVersionFiles({ ...plan, title, version })).toThrow(RangeError);
  });
});
