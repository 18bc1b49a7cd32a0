import { describe, expect, test } from 'vitest';
import {
  clickSource,
  config,
  countField,
  releasedRepository,
  repositoryWith,
  run,
  said,
} from './click-repository';
import { type MemoryFile, MemoryFileSystem } from './memory-file-system';

const click = '/work/repo/jsonschema/analytics/click';
const common = '/work/repo/jsonschema/fragment/common';

describe('materialize, where something is in the way', () => {
  const next = { [`${click}/current.yaml`]: clickSource('1.2.0', countField) };

  test.each(['1.2.0', 'latest'])('a folder in the place of the link %s', async (name) => {
    const fileSystem = await repositoryWith(next);
    fileSystem.files.delete(`${click}/${name}`);
    fileSystem.files.set(`${click}/${name}/note.txt`, 'x');
    fileSystem.files.delete(`${common}/latest`);
    const { status, out } = await run(fileSystem, 'materialize', 'repo');
    expect([status, said(out)]).toEqual([1, [`${name} error link-occupied`]]);
    expect(out).toContain('wrote repo/jsonschema/analytics/click/1.2.0.yaml');
    expect(out).toContain('wrote repo/jsonschema/fragment/common/latest');
    expect([...fileSystem.files.keys()].filter((path) => path.startsWith(`${click}/${name}/`))).toHaveLength(
      1,
    );
  });

  test('a folder in the place of the version: nothing of it is written', async () => {
    const fileSystem = await repositoryWith({ ...next, [`${click}/1.2.0.yaml/note.txt`]: 'x' });
    const { out } = await run(fileSystem, 'materialize', 'repo');
    expect(said(out)).toEqual(['1.2.0.yaml error not-a-file']);
    expect(fileSystem.files.has(`${click}/1.2.0`)).toBe(false);
  });

  test('what the system refuses is told with what was written, and the others go on', async () => {
    const fileSystem = await repositoryWith(next);
    fileSystem.files.delete(`${common}/latest`);
    fileSystem.refused.add(`${click}/1.2.0.yaml`);
    const { status, out } = await run(fileSystem, 'materialize', 'repo');
    expect([status, out]).toEqual([
      1,
      [
        'wrote repo/jsonschema/fragment/common/latest',
        'repo/jsonschema/analytics/click/1.2.0.yaml:1:1: error: The system refused to write repo/jsonschema/analytics/click/1.2.0.yaml (EACCES). (not-written)',
        '2 schemas: 1 error, 0 warnings, 0 hints.',
      ],
    ]);
    expect(fileSystem.files.has(`${click}/1.2.0`)).toBe(false);
  });

  test.each<[string, MemoryFile, string]>([
    ['no text', new Uint8Array([0xff]), 'not-utf-8'],
    ['too large', { is: 'too-large' }, 'file-too-large'],
    ['closed', { is: 'closed' }, 'unreadable'],
    ['broken', 'title: [', 'invalid-yaml'],
    ['a link', { link: '1.0.0.yaml' }, 'link-instead-of-file'],
    ['a link that leads nowhere', { link: 'gone' }, 'link-instead-of-file'],
  ])('a released version that is %s is not taken for the same', async (_, file, rule) => {
    const fileSystem = await repositoryWith({ [`${click}/1.1.0.yaml`]: file });
    const { status, out } = await run(fileSystem, 'materialize', 'repo');
    expect([status, said(out)]).toEqual([1, [`1.1.0.yaml error ${rule}`]]);
  });
});

describe('the configuration', () => {
  const next = { [`${click}/current.yaml`]: clickSource('1.2.0', countField) };

  test.each<[string, MemoryFile, string]>([
    ['broken', 'contentTypes: [', 'invalid-yaml'],
    ['a folder', { is: 'folder' }, 'not-a-file'],
    ['a link that leads nowhere', { link: 'gone' }, 'unreadable'],
    ['no text', new Uint8Array([0xff]), 'not-utf-8'],
    ['wrong', `${config}shouldGenerateExample: 3\n`, 'bad-setting'],
    [
      'of two equal content types',
      'schemaBasePath: ./jsonschema/\ncontentTypes: [yaml, yaml]\n',
      'bad-setting',
    ],
    ['without references replaced', `${config}shouldDereference: false\n`, 'unsupported-setting'],
    ['with a broken pattern', `${config}ignoreSchemas: ['(']\n`, 'bad-setting'],
    ['with a hostile pattern', `${config}ignoreSchemas: ['(a+)+$']\n`, 'unsafe-setting-pattern'],
  ])('that is %s keeps everything from being written', async (_, file, rule) => {
    const fileSystem = await repositoryWith({ ...next, '/work/repo/.jsonschema-tools.yaml': file });
    const before = new Map(fileSystem.files);
    for (const words of [[], ['--out', 'there']]) {
      const { status, out } = await run(fileSystem, 'materialize', 'repo', ...words);
      expect(status).toBe(1);
      expect(said(out)).toContain(`.jsonschema-tools.yaml error ${rule}`);
      expect(fileSystem.files).toEqual(before);
    }
  });

  test('dryRun writes nothing and says what it would write', async () => {
    const file = `${config}dryRun: true\n`;
    const fileSystem = await repositoryWith({ ...next, '/work/repo/.jsonschema-tools.yaml': file });
    const before = new Map(fileSystem.files);
    const { status, out } = await run(fileSystem, 'materialize', 'repo');
    expect([status, said(out)]).toEqual([
      0,
      ['1.2.0', '1.2.0.yaml', 'latest', 'latest.yaml'].map((name) => `${name} info dry-run`),
    ]);
    expect((await run(fileSystem, 'materialize', 'repo', '--out', 'there')).out[0]).toContain(
      'there/analytics/click/1.2.0.yaml would be written',
    );
    expect(fileSystem.files).toEqual(before);
  });

  test('a pattern of skipSchemaTestCases that is hostile is told where it stands; a single name needs no list', async () => {
    const skips = "skipSchemaTestCases:\n  click: schema-is-secure\n  '(a+)+$': [schema-is-valid]\n";
    const fileSystem = await repositoryWith({ '/work/repo/.jsonschema-tools.yaml': config + skips });
    for (const command of ['check', 'lint']) {
      const { out } = await run(fileSystem, command, 'repo');
      expect(out.filter((line) => line.includes('jsonschema-tools.yaml:'))).toEqual([
        expect.stringMatching(/:5:3: error: The pattern “\(a\+\)\+\$” .*\(unsafe-setting-pattern\)$/),
      ]);
    }
  });
});

describe('--out', () => {
  test.each([
    ['the repository', 'repo'],
    ['a folder around it', '.'],
    ['the schemas', 'repo/jsonschema'],
    ['a folder of a schema', 'repo/jsonschema/analytics'],
    ['a link to it', 'link/analytics'],
  ])('is never %s', async (_, out) => {
    const fileSystem = await releasedRepository();
    const realPath = fileSystem.realPath.bind(fileSystem);
    fileSystem.realPath = (path) => realPath(path.replace('/work/link', '/work/repo/jsonschema'));
    const before = new Map(fileSystem.files);
    const { status, error } = await run(fileSystem, 'materialize', 'repo', '--out', out);
    expect([status, error.split('\n')[0]]).toEqual([
      2,
      '--out needs a folder outside of the schemas: it would overwrite released versions.',
    ]);
    expect(fileSystem.files).toEqual(before);
  });
});

describe('an $id that names another schema', () => {
  test.each(['/b/1.0.0', 'a/1.0.0', '/a/1.0', '/a/1.0.0-beta.1'])('%s is not released', async (id) => {
    const fileSystem = new MemoryFileSystem({ '/work/repo/a/current.yaml': `title: a\n$id: ${id}\n` });
    const { out } = await run(fileSystem, 'materialize', 'repo');
    expect(said(out)).toEqual(['current.yaml error id-matches-title-and-version']);
    expect(fileSystem.files.size).toBe(1);
  });
});
