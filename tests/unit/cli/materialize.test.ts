import { describe, expect, test } from 'vitest';
import { clickSource, commonSource, config, countField, releasedRepository, run } from './click-repository';
import { MemoryFileSystem } from './memory-file-system';

const click = '/work/repo/jsonschema/analytics/click';

describe('materialize', () => {
  test('writes what is missing, referenced ones first, and nothing twice', async () => {
    const fileSystem = new MemoryFileSystem({
      '/work/repo/.jsonschema-tools.yaml': config,
      [`${click}/current.yaml`]: clickSource('1.0.0'),
      '/work/repo/jsonschema/fragment/common/current.yaml': commonSource,
    });
    expect(await run(fileSystem, 'materialize', 'repo')).toEqual({
      status: 0,
      error: '',
      out: [
        'wrote repo/jsonschema/fragment/common/1.0.0.yaml',
        'wrote repo/jsonschema/fragment/common/latest.yaml',
        'wrote repo/jsonschema/fragment/common/1.0.0',
        'wrote repo/jsonschema/fragment/common/latest',
        'wrote repo/jsonschema/analytics/click/1.0.0.yaml',
        'wrote repo/jsonschema/analytics/click/latest.yaml',
        'wrote repo/jsonschema/analytics/click/1.0.0',
        'wrote repo/jsonschema/analytics/click/latest',
        '2 schemas: 0 errors, 0 warnings, 0 hints.',
      ],
    });
    expect(fileSystem.files.get(`${click}/1.0.0.yaml`)).toContain('\n  meta:\n');
    expect(fileSystem.files.get(`${click}/latest`)).toEqual({ link: '1.0.0.yaml' });
    const again = await run(fileSystem, 'materialize', 'repo', '--all');
    expect(again.out).toEqual(['2 schemas: 0 errors, 0 warnings, 0 hints.']);
  });

  test('moves “latest” to a newer version and leaves the older one as it is', async () => {
    const fileSystem = await releasedRepository();
    expect(fileSystem.files.get(`${click}/latest.yaml`)).toEqual({ link: '1.1.0.yaml' });
    expect(fileSystem.files.get(`${click}/1.0.0`)).toEqual({ link: '1.0.0.yaml' });
    expect(fileSystem.files.get(`${click}/1.0.0.yaml`)).not.toContain('press_count');
  });

  test('refuses to alter a released version, and writes the others', async () => {
    const fileSystem = await releasedRepository();
    const before = fileSystem.files.get(`${click}/1.1.0.yaml`);
    fileSystem.files.set(`${click}/current.yaml`, clickSource('1.1.0', countField.replace('1000', '2000')));
    fileSystem.files.delete('/work/repo/jsonschema/fragment/common/latest');
    const { status, out } = await run(fileSystem, 'materialize', 'repo');
    expect(status).toBe(1);
    expect(out).toEqual([
      'wrote repo/jsonschema/fragment/common/latest',
      'repo/jsonschema/analytics/click/current.yaml:1:1: error: Version 1.1.0 is released and would change at “/properties/press_count/maximum”, so it was not written. (released-version-differs)',
      '2 schemas: 1 error, 0 warnings, 0 hints.',
    ]);
    expect(fileSystem.files.get(`${click}/1.1.0.yaml`)).toBe(before);
  });

  test('leaves a released version alone that differs in the order of keys only', async () => {
    const fileSystem = await releasedRepository();
    const text = fileSystem.files.get(`${click}/1.1.0.yaml`) as string;
    const [first, second, ...rest] = text.split('\n');
    fileSystem.files.set(`${click}/1.1.0.yaml`, [second, first, ...rest].join('\n'));
    const { status, out } = await run(fileSystem, 'materialize', 'repo');
    expect([status, out]).toEqual([0, ['2 schemas: 0 errors, 0 warnings, 0 hints.']]);
  });

  test('with --out writes every source elsewhere and leaves the repository untouched', async () => {
    const fileSystem = await releasedRepository();
    const before = new Map(fileSystem.files);
    const { out } = await run(fileSystem, 'materialize', 'repo', '--out', 'there');
    expect(out.slice(0, 2)).toEqual([
      'wrote there/analytics/click/1.1.0.yaml',
      'wrote there/fragment/common/1.0.0.yaml',
    ]);
    expect(fileSystem.files.get('/work/there/analytics/click/1.1.0.yaml')).toBe(
      before.get(`${click}/1.1.0.yaml`),
    );
    for (const [path, content] of before) expect(fileSystem.files.get(path)).toBe(content);
  });

  test('with --changed writes what a changed source refers to and is not released, and says nothing of others', async () => {
    const source = (title: string, lines = '') => `title: ${title}\n$id: /${title}/1.0.0\n${lines}`;
    const fileSystem = new MemoryFileSystem({
      '/work/repo/.jsonschema-tools.yaml': 'contentTypes: [yaml]\n',
      '/work/repo/a/current.yaml': source('a', 'allOf: [{$ref: /b/1.0.0}]\n'),
      '/work/repo/b/current.yaml': source('b', 'type: object\n'),
      '/work/repo/c/current.yaml': 'title: [\n',
      '/work/repo/d/current.yaml': source('d'),
    });
    fileSystem.changed = ['a/current.yaml'];
    const { out, status } = await run(fileSystem, 'materialize', 'repo', '--changed');
    expect(status).toBe(0);
    expect(out.at(-1)).toBe('1 schema: 0 errors, 0 warnings, 0 hints.');
    const written = ['a', 'b', 'd'].filter((title) => fileSystem.files.has(`/work/repo/${title}/1.0.0.yaml`));
    expect(written).toEqual(['a', 'b']);
    expect(out.findIndex((line) => line.includes('b/1.0.0.yaml'))).toBeLessThan(
      out.findIndex((line) => line.includes('a/1.0.0.yaml')),
    );
  });

  test('with --changed looks at the sources that git calls changed', async () => {
    const fileSystem = await releasedRepository();
    fileSystem.files.set(`${click}/current.yaml`, clickSource('1.2.0', countField));
    fileSystem.files.delete('/work/repo/jsonschema/fragment/common/latest');
    fileSystem.changed = ['jsonschema/analytics/click/current.yaml', 'README.md'];
    const { out } = await run(fileSystem, 'materialize', 'repo', '--changed');
    expect(out.at(-1)).toBe('1 schema: 0 errors, 0 warnings, 0 hints.');
    expect(fileSystem.files.has(`${click}/1.2.0.yaml`)).toBe(true);
    expect(fileSystem.files.has('/work/repo/jsonschema/fragment/common/latest')).toBe(false);
    fileSystem.changed = null;
    expect((await run(fileSystem, 'materialize', 'repo', '--changed')).status).toBe(2);
  });

  test('writes every content type, with links to the first', async () => {
    const fileSystem = new MemoryFileSystem({
      '/work/repo/.jsonschema-tools.yaml': 'contentTypes: [json, yaml]\ncurrentName: current.yaml\n',
      '/work/repo/fragment/common/current.yaml': commonSource,
    });
    await run(fileSystem, 'materialize', 'repo');
    const folder = '/work/repo/fragment/common';
    expect([...fileSystem.files.keys()].slice(2)).toEqual([
      `${folder}/1.0.0.json`,
      `${folder}/latest.json`,
      `${folder}/1.0.0`,
      `${folder}/latest`,
      `${folder}/1.0.0.yaml`,
      `${folder}/latest.yaml`,
    ]);
    expect(fileSystem.files.get(`${folder}/1.0.0`)).toEqual({ link: '1.0.0.json' });
  });

  test('looks for references in --refs and in the folders of schemaBaseUris', async () => {
    const other = {
      '/work/other/.jsonschema-tools.yaml': config,
      '/work/other/jsonschema/fragment/common/current.yaml': commonSource,
    };
    const own = { '/work/repo/jsonschema/analytics/click/current.yaml': clickSource('1.0.0') };
    const fileSystem = new MemoryFileSystem({
      ...other,
      ...own,
      '/work/repo/.jsonschema-tools.yaml': config,
    });
    await run(fileSystem, 'materialize', 'other');
    const alone = await run(fileSystem, 'materialize', 'repo');
    expect(alone.status).toBe(1);
    expect(alone.out[0]).toMatch(
      /current\.yaml:7:5: error: .*\/fragment\/common\/1\.0\.0.* \(unresolved-ref\)$/,
    );
    expect((await run(fileSystem, 'materialize', 'repo', '--refs', 'other', '--out', 'a')).status).toBe(0);
    fileSystem.files.set(
      '/work/repo/.jsonschema-tools.yaml',
      `${config}schemaBaseUris: [./jsonschema/, ../other/jsonschema/]\n`,
    );
    expect((await run(fileSystem, 'materialize', 'repo')).status).toBe(0);
  });

  test('never writes outside of the repository, and goes on after what it cannot read', async () => {
    const fileSystem = await releasedRepository();
    fileSystem.files.set(
      '/work/repo/jsonschema/evil/current.yaml',
      'title: ../../evil\n$id: /../../evil/1.0.0\n',
    );
    fileSystem.files.set('/work/repo/jsonschema/broken/current.yaml', 'title: [\n');
    fileSystem.files.set('/work/repo/jsonschema/binary/current.yaml', new Uint8Array([0xff, 0xfe]));
    fileSystem.files.set(`${click}/current.yaml`, clickSource('1.2.0', countField));
    const { status, out } = await run(fileSystem, 'materialize', 'repo');
    expect(status).toBe(1);
    expect(fileSystem.files.has(`${click}/1.2.0.yaml`)).toBe(true);
    expect([...fileSystem.files.keys()].filter((path) => /evil|broken/.test(path))).toHaveLength(2);
    expect(out.filter((line) => line.includes(': error: ')).map((line) => line.replace(/.*\(/, '('))).toEqual(
      ['(not-utf-8)', expect.stringMatching(/^\(invalid-yaml\)$/), '(title-directory-mismatch)'],
    );
  });

  test('two sources that refer to each other are refused, and nothing hangs', async () => {
    const source = (name: string, other: string) =>
      `title: ${name}\n$id: /${name}/1.0.0\nallOf: [{$ref: /${other}/1.0.0}]\n`;
    const fileSystem = new MemoryFileSystem({
      '/work/repo/a/current.yaml': source('a', 'b'),
      '/work/repo/b/current.yaml': source('b', 'a'),
    });
    const { status, out } = await run(fileSystem, 'materialize', 'repo');
    expect(status).toBe(1);
    expect(out.some((line) => line.startsWith('wrote'))).toBe(false);
  });

  test('does not put a link in the place of a file that is none', async () => {
    const fileSystem = await releasedRepository();
    fileSystem.files.set(`${click}/latest`, 'notes of somebody\n');
    const { status, out } = await run(fileSystem, 'materialize', 'repo');
    expect(status).toBe(1);
    expect(out[0]).toContain('(link-occupied)');
    expect(fileSystem.files.get(`${click}/latest`)).toBe('notes of somebody\n');
  });
});
