import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { nodeFileSystem } from '@/lib/cli/schema/read-directory';
import { runSchemaCommand } from '@/lib/cli/schema/run-schema-command';
import { clickSource, commonSource, config, countField } from './click-repository';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assent-cli-'));
  put('.jsonschema-tools.yaml', config);
  put('jsonschema/fragment/common/current.yaml', commonSource);
  put('jsonschema/analytics/click/current.yaml', clickSource('1.0.0'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(path: string, content: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), content);
}

async function run(...words: string[]): Promise<{ status: number; out: string }> {
  let out = '';
  const collect = { write: (text: string) => (out += text) };
  return { status: await runSchemaCommand(words, { stdout: collect, stderr: collect, cwd: folder }), out };
}

function git(...words: string[]): void {
  const person = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
  execFileSync('git', [...person, ...words], { cwd: folder, stdio: 'ignore' });
}

describe('the commands on a real folder', () => {
  test('write files and relative links, and move “latest”', async () => {
    expect((await run('materialize', '.')).status).toBe(0);
    const click = join(folder, 'jsonschema/analytics/click');
    expect(readlinkSync(join(click, 'latest'))).toBe('1.0.0.yaml');
    put('jsonschema/analytics/click/current.yaml', clickSource('1.1.0', countField));
    expect((await run('materialize', '.')).status).toBe(0);
    expect(readlinkSync(join(click, 'latest'))).toBe('1.1.0.yaml');
    expect(readFileSync(join(click, 'latest'), 'utf8')).toBe(readFileSync(join(click, '1.1.0.yaml'), 'utf8'));
    expect(await run('check', '.')).toEqual({
      status: 0,
      out: '2 schemas, 3 versions: 0 errors, 0 warnings, 0 hints.\n',
    });
  });

  test('--changed asks git, and sees new, staged and edited sources', async () => {
    git('init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'Begin');
    expect((await run('materialize', '.', '--changed')).out).toBe(
      '0 schemas: 0 errors, 0 warnings, 0 hints.\n',
    );
    await run('materialize', '.');
    put('jsonschema/analytics/click/current.yaml', clickSource('1.1.0', countField));
    git('add', 'jsonschema/analytics/click/current.yaml');
    put(
      'jsonschema/analytics/new/current.yaml',
      clickSource('1.0.0').replaceAll('analytics/click', 'analytics/new'),
    );
    const { status, out } = await run('materialize', '.', '--changed');
    expect([status, out.split('\n').at(-2)]).toEqual([0, '2 schemas: 0 errors, 0 warnings, 0 hints.']);
    expect(existsSync(join(folder, 'jsonschema/analytics/new/1.0.0.yaml'))).toBe(true);
  });

  test('links to folders are not entered, and links in the place of sources not followed', async () => {
    symlinkSync('..', join(folder, 'jsonschema/loop'));
    mkdirSync(join(folder, 'jsonschema/stolen'));
    symlinkSync('/etc/passwd', join(folder, 'jsonschema/stolen/current.yaml'));
    const { status, out } = await run('check', '.');
    expect(status).toBe(1);
    expect(out).toContain('stolen/current.yaml:1:1: error: This is a symbolic link where a file is needed.');
    expect(out).not.toContain('root:');
  });

  test('a new file never takes the place of one that is there, nor follows a link', () => {
    symlinkSync('elsewhere', join(folder, 'link'));
    expect(() => nodeFileSystem.writeNew(join(folder, 'link'), 'x')).toThrow(/EEXIST/);
    expect(existsSync(join(folder, 'elsewhere'))).toBe(false);
  });

  test('--out takes no file for a folder', async () => {
    put('out', 'a file');
    const { status, out } = await run('materialize', '.', '--out', 'out');
    expect(status).toBe(2);
    expect(out).toMatch(/^--out needs a folder, and a file stands there\.\n/);
  });

  test('a folder of schemas that is a link leads out of the repository only where the repository is', async () => {
    const outside = join(folder, 'outside');
    mkdirSync(outside);
    put('repo/.jsonschema-tools.yaml', 'schemaBasePath: ./js\ncontentTypes: [yaml]\n');
    put('outside/a/current.yaml', 'title: a\n$id: /a/1.0.0\n');
    symlinkSync('../outside', join(folder, 'repo/js'));
    const { status, out } = await run('materialize', 'repo');
    expect([status, out]).toEqual([1, expect.stringContaining('(base-path-outside)')]);
    expect(readdirSync(join(outside, 'a'))).toEqual(['current.yaml']);
    rmSync(join(folder, 'repo/js'));
    renameSync(outside, join(folder, 'repo/inside'));
    symlinkSync('inside', join(folder, 'repo/js'));
    expect((await run('materialize', 'repo')).status).toBe(0);
    expect(existsSync(join(folder, 'repo/inside/a/1.0.0.yaml'))).toBe(true);
  });

  test.each<[string, (path: string) => void]>([
    ['a pipe', (path) => execFileSync('mkfifo', [path])],
    ['a link to a device', (path) => symlinkSync('/dev/zero', path)],
    ['a link to something large', (path) => symlinkSync('../large', path)],
    ['a link that leads nowhere', (path) => symlinkSync('nowhere', path)],
    ['a link to itself', (path) => symlinkSync('.jsonschema-tools.yaml', path)],
    ['a folder', (path) => mkdirSync(path)],
  ])('%s in the place of the configuration is told, and nothing is written', async (_, make) => {
    put('large', ' '.repeat(4 * 1024 * 1024 + 1));
    put('repo/a/current.yaml', 'title: a\n$id: /a/1.0.0\n');
    make(join(folder, 'repo/.jsonschema-tools.yaml'));
    const { status, out } = await run('materialize', 'repo');
    expect([status, out]).toEqual([
      1,
      expect.stringMatching(/error: .*\((not-a-file|file-too-large|unreadable)\)/),
    ]);
    expect(readdirSync(join(folder, 'repo/a'))).toEqual(['current.yaml']);
  });

  test.each(['nowhere', '1.0.0.yaml', '/dev/zero'])(
    'a version that is a link to %s ends nothing',
    async (target) => {
      symlinkSync(target, join(folder, 'jsonschema/fragment/common/1.0.0.yaml'));
      const { status, out } = await run('materialize', '.');
      expect([status, out]).toEqual([1, expect.stringContaining('(link-instead-of-file)')]);
      expect((await run('check', '.')).out).toContain('(link-instead-of-file)');
    },
  );

  test('what is not written leaves nothing behind', () => {
    mkdirSync(join(folder, 'taken/inside'), { recursive: true });
    expect(() => nodeFileSystem.writeLink(join(folder, 'taken'), 'x')).toThrow();
    expect(() => nodeFileSystem.write(join(folder, 'taken'), 'x')).toThrow();
    expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
  });

  test('--out through a link never reaches the schemas', async () => {
    await run('materialize', '.');
    symlinkSync('jsonschema', join(folder, 'way'));
    const { status, out } = await run('materialize', '.', '--out', 'way/new');
    expect([status, out]).toEqual([2, expect.stringMatching(/^--out needs a folder outside of the schemas/)]);
    expect(existsSync(join(folder, 'jsonschema/new'))).toBe(false);
  });
});

describe('what a revision holds', () => {
  const committed = (directory: string, revision: string | null = null) => {
    const found = nodeFileSystem.listCommitted(join(folder, directory), revision);
    return typeof found === 'string' ? found : [...found].sort();
  };

  test('is told from the folder, and for HEAD before the first commit, too', () => {
    expect(committed('')).toBe('no-working-tree');
    git('init', '-q');
    expect(committed('')).toEqual([]);
    git('add', 'jsonschema');
    expect(committed('')).toEqual([]);
    git('commit', '-q', '-m', 'Begin');
    git('tag', '-a', '-m', 'First', 'first');
    put('jsonschema/fragment/new', 'x');
    git('add', 'jsonschema');
    git('commit', '-q', '-m', 'Go on');
    expect(committed('jsonschema/fragment')).toEqual(['common/current.yaml', 'new']);
    expect(committed('jsonschema/fragment', 'first')).toEqual(['common/current.yaml']);
    for (const revision of ['gone', '', '--help', 'HEAD:jsonschema'])
      expect(committed('', revision)).toBe('git-refuses');
  });

  test('is that of the folder, whatever a hook has in its environment, and no program of its settings is run', () => {
    git('init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'Begin');
    git('config', 'core.fsmonitor', `touch ${join(folder, 'ran')}`);
    for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE']) vi.stubEnv(name, '/nowhere');
    expect(committed('jsonschema/fragment')).toEqual(['common/current.yaml']);
    vi.unstubAllEnvs();
    expect(existsSync(join(folder, 'ran'))).toBe(false);
  });

  test('check --base takes what came after for new', async () => {
    await run('materialize', '.');
    git('init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'Begin');
    const field = '  is_new:\n    type: boolean\n';
    put('jsonschema/analytics/click/current.yaml', clickSource('1.1.0', field));
    await run('materialize', '.');
    expect((await run('check', '.')).out).toContain('error: The field is_new has no description.');
    git('add', '.');
    git('commit', '-q', '-m', 'Add a field');
    expect((await run('check', '.')).status).toBe(0);
    expect((await run('check', '.', '--base', 'HEAD~1')).status).toBe(1);
    expect(await run('check', '.', '--base', 'gone')).toEqual({
      status: 2,
      out: expect.stringMatching(/^git finds no revision gone here\.\n/),
    });
  });
});

describe('diff', () => {
  test('between a source and what was made of it there is nothing', async () => {
    await run('materialize', '.');
    const paths = ['1.0.0.yaml', 'current.yaml'].map((name) => join('jsonschema/analytics/click', name));
    expect(await run('diff', ...paths)).toMatchObject({
      status: 0,
      out: expect.stringContaining('Nothing changed'),
    });
  });

  test('takes no text whose meaning is not certain', async () => {
    put('one.yaml', 'title: a\ntype: object\ntype: string\n');
    put('other.yaml', 'title: a\ntype: object\n');
    expect(await run('diff', 'one.yaml', 'other.yaml')).toMatchObject({ status: 2 });
  });
});

describe('what a checkout brings along', () => {
  test('no filter of its own runs while git is asked what changed', async () => {
    git('init', '-q');
    git('config', 'user.name', 'A');
    git('config', 'user.email', 'a@example.org');
    git('add', '-A');
    git('commit', '-qm', 'first');
    git('config', 'filter.x.clean', `touch ${join(folder, 'ran')}; cat`);
    put('.gitattributes', '*.yaml filter=x\n');
    put('jsonschema/analytics/click/current.yaml', clickSource('1.1.0', countField));
    expect((await run('materialize', '.', '--changed')).status).toBe(0);
    expect(existsSync(join(folder, 'ran'))).toBe(false);
    expect(existsSync(join(folder, 'jsonschema/analytics/click/1.1.0.yaml'))).toBe(true);
  });
});

test('a version is there as a whole or not at all', () => {
  mkdirSync(join(folder, 'a'));
  nodeFileSystem.writeNew(join(folder, 'a/b/1.0.0.yaml'), 'x: 1\n');
  expect(readFileSync(join(folder, 'a/b/1.0.0.yaml'), 'utf8')).toBe('x: 1\n');
  expect(() => nodeFileSystem.writeNew(join(folder, 'a/b/1.0.0.yaml'), 'y: 2\n')).toThrow(/EEXIST/);
  expect(readdirSync(join(folder, 'a/b'))).toEqual(['1.0.0.yaml']);
  expect(readFileSync(join(folder, 'a/b/1.0.0.yaml'), 'utf8')).toBe('x: 1\n');
});
