import { describe, expect, test } from 'vitest';
import { run } from './click-repository';
import { type MemoryFile, MemoryFileSystem } from './memory-file-system';

const linkless = 'shouldSymlinkExtensionless: false\nshouldSymlinkLatest: false\n';

/** A source without fields of its own, and further lines. */
function source(title: string, lines = ''): string {
  return `title: ${title}\n$id: /${title}/1.0.0\n${lines}`;
}

function referTo(...uris: string[]): string {
  return `allOf: [${uris.map((uri) => `{$ref: ${uri}}`).join(', ')}]\n`;
}

function repository(files: Record<string, MemoryFile>): MemoryFileSystem {
  const below = Object.entries(files).map(([path, file]) => [`/work/repo/${path}`, file]);
  return new MemoryFileSystem({
    '/work/repo/.jsonschema-tools.yaml': 'contentTypes: [yaml]\n',
    ...Object.fromEntries(below),
  });
}

/** The errors of a run, as `FILE: MESSAGE (RULE)`, and whether the version of `a` was written. */
async function materialize(fileSystem: MemoryFileSystem, ...words: string[]) {
  const { out } = await run(fileSystem, 'materialize', 'repo', ...words);
  const errors = out.flatMap((line) => {
    const [, file, said] = /^repo\/(\S+?):\d+:\d+: error: (.*)$/.exec(line) ?? [];
    return file === undefined ? [] : [`${file}: ${said}`];
  });
  return { errors, isWritten: fileSystem.files.has('/work/repo/a/1.0.0.yaml') };
}

describe('a reference to a source that is not released yet', () => {
  test.each([
    [
      'a key that stands there twice',
      'properties: {x: {type: string}, x: {type: integer}}\n',
      'duplicate-key',
    ],
    ['a date that is not quoted', 'properties: {x: {const: 2020-01-01}}\n', 'unquoted-timestamp'],
  ])('is refused for %s', async (_, lines, rule) => {
    const files = {
      'a/current.yaml': source('a', referTo('/b/1.0.0')),
      'b/current.yaml': source('b', lines),
    };
    const { errors, isWritten } = await materialize(repository(files));
    expect(isWritten).toBe(false);
    expect(errors).toEqual([
      'a/current.yaml: The reference /b/1.0.0 leads to b/current.yaml, which has errors itself. (ref-target-unusable)',
      expect.stringMatching(new RegExp(`^b/current.yaml: .*\\(${rule}\\)$`)),
    ]);
  });

  test('is refused where that source cannot be read, or names another schema', async () => {
    for (const broken of ['title: [\n', 'title: b\n$id: /c/1.0.0\n']) {
      const files = { 'a/current.yaml': source('a', referTo('/b/1.0.0')), 'b/current.yaml': broken };
      const { errors, isWritten } = await materialize(repository(files));
      expect([isWritten, errors[0]]).toEqual([false, expect.stringContaining('b/current.yaml, which has')]);
    }
  });

  test('in a circle says so to each of it, and to nobody else', async () => {
    const { errors } = await materialize(
      repository({
        'a/current.yaml': source('a', referTo('/b/1.0.0')),
        'b/current.yaml': source('b', referTo('/c/1.0.0')),
        'c/current.yaml': source('c', referTo('/a/1.0.0')),
        'd/current.yaml': source('d', referTo('/a/1.0.0')),
      }),
    );
    expect(errors.map((line) => line.replace(/:.*\(/, ' '))).toEqual([
      'a/current.yaml cyclic-ref)',
      'b/current.yaml cyclic-ref)',
      'c/current.yaml cyclic-ref)',
      'd/current.yaml ref-target-unusable)',
    ]);
  });
});

describe('a reference means what stands at that very path', () => {
  const released = {
    'z/current.yaml': source('z'),
    'z/1.0.0.yaml': source('z'),
    'z/1.0.0': { link: '1.0.0.yaml' },
    'z/latest': { link: './1.0.0.yaml' },
    'z/latest.yaml': '1.0.0.yaml',
    'lib.yaml': 'type: object\n',
  };

  test.each([
    '/z/1.0.0',
    '/z/1.0.0.yaml',
    '/z//1.0.0',
    '/z/1.0.0/',
    '/z/latest',
    '/z/latest.yaml',
    '/z/current.yaml',
    '/lib.yaml',
  ])('%s', async (uri) => {
    const files = { ...released, 'a/current.yaml': source('a', referTo(uri)) };
    expect(await materialize(repository(files))).toEqual({ errors: [], isWritten: true });
  });

  test.each(['/z/1.0.0.json', '/z/2.0.0', '/lib', '/z'])('%s leads nowhere', async (uri) => {
    const files = { ...released, 'a/current.yaml': source('a', referTo(uri)) };
    const { errors, isWritten } = await materialize(repository(files));
    expect(isWritten).toBe(false);
    expect(errors).toEqual([`a/current.yaml: The reference ${uri} leads nowhere. (unresolved-ref)`]);
  });

  test('a link that nobody makes leads nowhere, before the release as after', async () => {
    const files: Record<string, MemoryFile> = {
      '.jsonschema-tools.yaml': `contentTypes: [yaml]\n${linkless}`,
      'a/current.yaml': source('a', referTo('/z/1.0.0')),
      'z/current.yaml': source('z'),
    };
    expect((await materialize(repository(files))).errors[0]).toContain('leads nowhere');
    const released = { ...files, 'z/1.0.0.yaml': source('z') };
    expect((await materialize(repository(released))).errors[0]).toContain('leads nowhere');
    files['a/current.yaml'] = source('a', referTo('/z/1.0.0.yaml'));
    expect((await materialize(repository(files))).isWritten).toBe(true);
  });

  test.each([
    ['in a circle', { 'z/1.0.0': { link: '1.1.0' }, 'z/1.1.0': { link: '1.0.0' } }],
    ['out of the repository', { 'z/1.0.0': { link: '/work/outside.yaml' } }],
    ['out of it by a relative path', { 'z/1.0.0': { link: '../../outside.yaml' } }],
  ])('a link %s leads nowhere', async (_, links) => {
    const fileSystem = repository({ ...links, 'a/current.yaml': source('a', referTo('/z/1.0.0')) });
    fileSystem.files.set('/work/outside.yaml', 'description: secret\n');
    expect(await materialize(fileSystem)).toEqual({
      errors: ['a/current.yaml: The reference /z/1.0.0 leads nowhere. (unresolved-ref)'],
      isWritten: false,
    });
  });
});

describe('schemaBaseUris', () => {
  const own = (uris: string, lines = referTo('/z/1.0.0')) => ({
    '.jsonschema-tools.yaml': `contentTypes: [yaml]\nschemaBaseUris: ${uris}\n`,
    'a/current.yaml': source('a', lines),
  });

  test('what is not at hand is named, with the way to it', async () => {
    const uris = '[https://example.org/schemas/, ../gone/]';
    const fileSystem = repository(own(uris));
    expect((await materialize(fileSystem)).errors).toEqual([
      'a/current.yaml: The reference /z/1.0.0 was not found here, and https://example.org/schemas/, ../gone/ could not be looked at. (ref-out-of-reach)',
    ]);
    fileSystem.files.set('/work/other/z/1.0.0', source('z'));
    expect((await materialize(fileSystem, '--refs', 'other')).errors).toEqual([]);
  });

  test('leave the repository out where they do not name it, unless an address may be its own', async () => {
    const released = { 'z/1.0.0.yaml': source('z'), 'z/1.0.0': { link: '1.0.0.yaml' } };
    const elsewhere = repository({ ...own('[./z/]'), ...released });
    expect((await materialize(elsewhere)).errors).toEqual([
      'a/current.yaml: The reference /z/1.0.0 leads nowhere. (unresolved-ref)',
    ]);
    const published = repository({ ...own('[https://example.org/schemas/]'), ...released });
    expect(await materialize(published)).toEqual({ errors: [], isWritten: true });
  });

  test('are asked in their order, and file: names a folder', async () => {
    const fileSystem = repository(own('[file:///work/first/, ../second/]'));
    fileSystem.files.set('/work/first/z/1.0.0', 'description: first\n');
    fileSystem.files.set('/work/second/z/1.0.0', 'description: second\n');
    await materialize(fileSystem);
    expect(fileSystem.files.get('/work/repo/a/1.0.0.yaml')).toContain('description: first');
  });

  test('the root of the machine is passed over, and no folder is listed', async () => {
    const fileSystem = repository(own('[/, /work/other]', referTo('/work/other/z/1.0.0')));
    fileSystem.files.set('/work/other/z/1.0.0', source('z'));
    const listed: string[] = [];
    const list = fileSystem.list.bind(fileSystem);
    fileSystem.list = (folder) => {
      listed.push(folder);
      return list(folder);
    };
    const { out } = await run(fileSystem, 'materialize', 'repo');
    expect(out).toContainEqual(expect.stringMatching(/: warning: The entry “\/” .*\(base-uri-too-wide\)$/));
    expect(out).toContainEqual(expect.stringMatching(/\(unresolved-ref\)$/));
    expect(listed).toEqual(['/work/repo']);
  });

  test('nothing hidden is read, and no link leads out', async () => {
    for (const uri of ['/.secret', '/z/.secret', '/z/1.0.0']) {
      const fileSystem = repository(own('[../other]', referTo(uri)));
      fileSystem.files.set('/work/other/.secret', 'description: secret\n');
      fileSystem.files.set('/work/other/z/.secret', 'description: secret\n');
      fileSystem.files.set('/work/outside', 'description: secret\n');
      fileSystem.files.set('/work/other/z/1.0.0', { link: '../../outside' });
      expect((await materialize(fileSystem)).isWritten).toBe(false);
    }
  });
});
