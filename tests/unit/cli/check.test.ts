import { describe, expect, test } from 'vitest';
import { clickSource, countField, releasedRepository, run } from './click-repository';
import type { MemoryFileSystem } from './memory-file-system';

const click = '/work/repo/jsonschema/analytics/click';

async function rulesAfter(change: (fileSystem: MemoryFileSystem) => void): Promise<string[]> {
  const fileSystem = await releasedRepository();
  change(fileSystem);
  const { out, status } = await run(fileSystem, 'check', 'repo');
  const errors = out.flatMap(
    (line) =>
      /repo\/jsonschema\/(?:analytics\/)?(\S+): error: .*\((\S+)\)$/.exec(line)?.slice(1).join(' ') ?? [],
  );
  expect(status).toBe(errors.length > 0 ? 1 : 0);
  return errors;
}

function edit(fileSystem: MemoryFileSystem, path: string, from: string, to: string): void {
  const text = fileSystem.files.get(path) as string;
  expect(text).toContain(from);
  fileSystem.files.set(path, text.replace(from, to));
}

describe('check', () => {
  test('finds nothing in a repository as upstream would have it', async () => {
    const fileSystem = await releasedRepository();
    expect(await run(fileSystem, 'check', 'repo')).toEqual({
      status: 0,
      error: '',
      out: ['2 schemas, 3 versions: 0 errors, 0 warnings, 0 hints.'],
    });
  });

  test.each<[string, (fileSystem: MemoryFileSystem) => void, string[]]>([
    [
      'a source that is missing',
      (files) => files.files.delete(`${click}/current.yaml`),
      ['click/current.yaml:1:1 current-file-exists'],
    ],
    [
      'a source that is not materialized',
      (files) => files.files.set(`${click}/current.yaml`, clickSource('1.2.0', countField)),
      ['click/current.yaml:1:1 version-file-exists'],
    ],
    [
      'a source that was edited without a new version',
      (files) => edit(files, `${click}/current.yaml`, 'A person pressed', 'Somebody pressed'),
      ['click/current.yaml:1:1 current-equals-newest-version'],
    ],
    [
      'a name “current” without extension',
      (files) => files.writeLink(`${click}/current`, 'current.yaml'),
      ['click/current:1:1 no-current-link'],
    ],
    [
      '“latest” left at an older version',
      (files) => files.writeLink(`${click}/latest`, '1.0.0.yaml'),
      ['click/latest:1:1 latest-link'],
    ],
    [
      '“latest.yaml” missing',
      (files) => files.files.delete(`${click}/latest.yaml`),
      ['click/latest.yaml:1:1 latest-link'],
    ],
    [
      'a copy in the place of a link',
      (files) => files.files.set(`${click}/1.0.0`, '1.0.0.yaml'),
      ['click/1.0.0:1:1 version-link'],
    ],
    [
      'a link with a path',
      (files) => files.writeLink(`${click}/1.0.0`, './1.0.0.yaml'),
      ['click/1.0.0:1:1 version-link'],
    ],
    [
      'an $id of another schema',
      (files) =>
        edit(files, `${click}/1.0.0.yaml`, '$id: /analytics/click/1.0.0', '$id: /analytics/other/1.0.0'),
      [
        'click/1.0.0.yaml:1:1 id-matches-directory',
        'click/1.0.0.yaml:39:5 schema-examples-$schema-matches-schema-$id',
      ],
    ],
    [
      'a title of another schema',
      (files) => edit(files, `${click}/1.0.0.yaml`, 'title: analytics/click', 'title: analytics/other'),
      ['click/1.0.0.yaml:1:1 title-directory-mismatch'],
    ],
    [
      'an example of another version',
      (files) =>
        edit(
          files,
          `${click}/1.0.0.yaml`,
          '$schema: /analytics/click/1.0.0',
          '$schema: /analytics/click/0.9.0',
        ),
      ['click/1.0.0.yaml:39:5 schema-examples-$schema-matches-schema-$id'],
    ],
    [
      'a released version that breaks the one before',
      (files) => edit(files, `${click}/1.0.0.yaml`, '- hold', '- jump'),
      ['click/1.1.0.yaml:19:5 schema-version-compatibility'],
    ],
  ])('%s', async (_, change, expected) => {
    expect(await rulesAfter(change)).toEqual(expected);
  });

  test('a break before release is an error of both, and one after release of upstream’s alone', async () => {
    const narrowed = clickSource('1.2.0', countField).replace('[press, hold]', '[press]');
    const change = (fileSystem: MemoryFileSystem) => fileSystem.files.set(`${click}/current.yaml`, narrowed);
    expect(await rulesAfter(change)).toEqual([
      'click/current.yaml:1:1 version-file-exists',
      'click/current.yaml:10:3 compatible-with-previous-version',
      'click/current.yaml:13:5 schema-version-compatibility',
    ]);
    const fileSystem = await releasedRepository();
    change(fileSystem);
    await run(fileSystem, 'materialize', 'repo');
    const { out } = await run(fileSystem, 'check', 'repo');
    expect(
      out.map((line) => /: (error|warning): .*\((\S+)\)$/.exec(line)?.slice(1).join(' ')).slice(0, -1),
    ).toEqual(['warning compatible-with-previous-version', 'error schema-version-compatibility']);
  });

  test('skipSchemaTestCases lifts upstream’s tests for the schemas it names', async () => {
    const fileSystem = await releasedRepository();
    edit(fileSystem, `${click}/1.0.0.yaml`, '- hold', '- jump');
    fileSystem.files.set(
      '/work/repo/.jsonschema-tools.yaml',
      'schemaBasePath: ./jsonschema/\ncontentTypes: [yaml]\nskipSchemaTestCases:\n  /analytics/click/1.1: [schema-version-compatibility]\n',
    );
    expect((await run(fileSystem, 'check', 'repo')).status).toBe(0);
  });

  test('a checkout that holds all its links as small files is told once, and not refused', async () => {
    const fileSystem = await releasedRepository();
    for (const [path, file] of fileSystem.files) {
      if (typeof file === 'object' && 'link' in file) fileSystem.files.set(path, file.link);
    }
    const { status, out } = await run(fileSystem, 'check', 'repo');
    expect(status).toBe(0);
    expect(out[0]).toMatch(
      /^repo:1:1: warning: This checkout holds 7 links as small files .*\(links-are-files\)$/,
    );
    expect(out).toHaveLength(2);
    fileSystem.files.set(`${click}/1.0.0`, '1.1.0.yaml');
    expect((await run(fileSystem, 'check', 'repo')).status).toBe(1);
  });

  test('style is asked of new fields alone', async () => {
    const fileSystem = await releasedRepository();
    const undescribed = (name: string) => `  ${name}:\n    type: boolean\n`;
    fileSystem.files.set(`${click}/current.yaml`, clickSource('1.2.0', countField + undescribed('is_old')));
    await run(fileSystem, 'materialize', 'repo');
    expect((await run(fileSystem, 'check', 'repo')).status).toBe(0);
    const fields = countField + undescribed('is_old') + undescribed('is_new');
    fileSystem.files.set(`${click}/current.yaml`, clickSource('1.3.0', fields));
    await run(fileSystem, 'materialize', 'repo', '--out', 'out');
    const { out } = await run(fileSystem, 'check', 'repo');
    expect(out.filter((line) => line.endsWith('(property-description)'))).toEqual([
      'repo/jsonschema/analytics/click/current.yaml:21:3: error: The field is_new has no description. (property-description)',
    ]);
  });
});

describe('check of versions that are not committed yet', () => {
  const undescribed = '  is_new:\n    type: boolean\n';
  const versions = ['1.0.0', '1.1.0'].map((version) => `jsonschema/analytics/click/${version}.yaml`);

  /** A repository whose committed version files are those named, and a fragment. */
  async function rulesOf(sources: string[], committed: string[], ...words: string[]): Promise<string[]> {
    const fileSystem = await releasedRepository();
    for (const source of sources) {
      fileSystem.files.set(`${click}/current.yaml`, source);
      await run(fileSystem, 'materialize', 'repo');
    }
    const common = 'jsonschema/fragment/common/1.0.0.yaml';
    fileSystem.committed = { HEAD: new Set([common, ...committed]), main: new Set([common, ...versions]) };
    const { out } = await run(fileSystem, 'check', 'repo', ...words);
    return out.flatMap((line) => /: (error|warning): .*\((\S+)\)$/.exec(line)?.slice(1).join(' ') ?? []);
  }

  test('our own rules look at what is new since, though it is materialized', async () => {
    const source = clickSource('1.2.0', countField + undescribed);
    expect(await rulesOf([source], versions)).toEqual(['error property-description']);
    expect(await rulesOf([source], [...versions, 'jsonschema/analytics/click/1.2.0.yaml'])).toEqual([]);
  });

  test('two new versions are looked at together, each for itself', async () => {
    const older = clickSource('1.2.0', countField + undescribed);
    const source = clickSource('1.3.0', countField + undescribed);
    expect(await rulesOf([older, source], versions)).toEqual([
      'error property-description',
      'error property-description',
    ]);
    const committed = [...versions, 'jsonschema/analytics/click/1.2.0.yaml'];
    expect(await rulesOf([older, source], committed)).toEqual([]);
  });

  const described = `${undescribed}    description: Whether the person is new.\n`;

  test('a new version that the source has left behind is looked at', async () => {
    const older = clickSource('1.2.0', countField + undescribed);
    const source = clickSource('1.3.0', countField + described);
    expect(await rulesOf([older, source], versions)).toEqual(['error property-description']);
    expect(await rulesOf([older, source], versions, '--base', 'main')).toEqual([
      'error property-description',
    ]);
    const committed = [...versions, 'jsonschema/analytics/click/1.2.0.yaml'];
    expect(await rulesOf([older, source], committed)).toEqual([]);
  });

  const extra = `title: fragment/extra
description: What some events have.
$id: /fragment/extra/1.0.0
$schema: https://json-schema.org/draft-07/schema#
type: object
properties:
  is_new:
    type: boolean
examples: [{is_new: true}]
`;
  const withExtra = (version: string) =>
    clickSource(version, countField).replace(
      '/fragment/common/1.0.0#\n',
      '/fragment/common/1.0.0#\n  - $ref: /fragment/extra/1.0.0#\n',
    );

  /** The files of which descriptions are missing, after these versions where a fragment offers `is_new`. */
  async function descriptionsAfter(texts: string[]): Promise<string[]> {
    const fileSystem = await releasedRepository();
    fileSystem.files.set('/work/repo/jsonschema/fragment/extra/current.yaml', extra);
    for (const text of texts) {
      fileSystem.files.set(`${click}/current.yaml`, text);
      await run(fileSystem, 'materialize', 'repo');
    }
    const fragments = ['common', 'extra'].map((name) => `jsonschema/fragment/${name}/1.0.0.yaml`);
    fileSystem.committed = { HEAD: new Set([...fragments, ...versions]) };
    const { out } = await run(fileSystem, 'check', 'repo');
    return out.flatMap((line) => /([^/]*):\d+:\d+: .*\(property-description\)$/.exec(line)?.[1] ?? []);
  }

  test.each([
    ['that the source uses still', withExtra('1.3.0')],
    ['that the source uses no longer', clickSource('2.0.0', countField)],
  ])('what a new version has from a fragment %s is not held against it', async (_, source) => {
    expect(await descriptionsAfter([withExtra('1.2.0'), source])).toEqual([]);
  });

  test('what a new version has from its source is, though a fragment offers the same', async () => {
    const texts = ['1.2.0', '1.3.0'].map((version) => clickSource(version, countField + undescribed));
    expect(await descriptionsAfter(texts)).toEqual(['1.2.0.yaml', 'current.yaml']);
  });

  test('a schema of which nothing is committed is a new one', async () => {
    const source = clickSource('2.0.0', countField).replace(
      'allOf:\n  - $ref: /fragment/common/1.0.0#\n',
      '',
    );
    expect(await rulesOf([source], versions)).toContain('warning event-required-properties');
    expect(await rulesOf([source], [])).toContain('error event-required-properties');
  });

  test('a break of our own rules is an error until it is committed, and upstream’s stays what it is', async () => {
    const stricter = `${countField}additionalProperties: false\n`;
    const source = clickSource('1.2.0', stricter);
    const committed = [...versions, 'jsonschema/analytics/click/1.2.0.yaml'];
    expect(await rulesOf([source], versions)).toContain('error compatible-with-previous-version');
    expect(await rulesOf([source], committed)).toEqual(['warning compatible-with-previous-version']);
    expect(await rulesOf([source], committed, '--base', 'main')).toContain(
      'error compatible-with-previous-version',
    );
  });

  test('a revision that is not there is a wrong call, and a git that is silent a warning', async () => {
    const fileSystem = await releasedRepository();
    const { status, error } = await run(fileSystem, 'check', 'repo', '--base', 'gone');
    expect([status, error.split('\n')[0]]).toEqual([2, 'git finds no revision gone here.']);
    fileSystem.committed = { HEAD: 'git-refuses' };
    const { out } = await run(fileSystem, 'check', 'repo');
    expect(out[0]).toMatch(/^repo:1:1: warning: .*\(new-versions-unknown\)$/);
  });
});

describe('lint', () => {
  test('gives the place of each finding in the source', async () => {
    const fileSystem = await releasedRepository();
    const field = '  pressedTwice:\n    type: boolean\n    description: Whether the person pressed twice.\n';
    fileSystem.files.set(`${click}/current.yaml`, clickSource('1.2.0', field));
    const { status, out } = await run(fileSystem, 'lint', 'repo');
    expect(status).toBe(1);
    expect(out[0]).toMatch(
      /^repo\/jsonschema\/analytics\/click\/current\.yaml:14:3: error: .*\(schema-snake-case-properties\)$/,
    );
  });
});
