import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runSchemaCommand } from '@/lib/cli/schema/run-schema-command';
import { Oracle } from '../../differential/oracle';

/** References into a repository on disk, followed by the command and by upstream. */

const require = createRequire(import.meta.url);
const tools = require.resolve('@wikimedia/jsonschema-tools/lib/jsonschema-tools.js');
const oracle = new Oracle();
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assent-references-'));
  put(
    'repo/.jsonschema-tools.yaml',
    'schemaBasePath: ./jsonschema/\ncontentTypes: [yaml]\nlogLevel: error\n',
  );
  put(
    'repo/jsonschema/real/z/1.0.0.yaml',
    '$id: /real/z/1.0.0\ndescription: one\ndefinitions: {a b: {title: x}}\n',
  );
  link('1.0.0.yaml', 'repo/jsonschema/real/z/1.0.0');
  link('real', 'repo/jsonschema/linked');
  link('../linked/z', 'repo/jsonschema/real/again');
  link('../lib', 'repo/jsonschema/lib');
  link(join(folder, 'repo/jsonschema/real'), 'repo/jsonschema/absolute');
  put('repo/lib/part', 'description: from beside the schemas\n');
  put('repo/jsonschema/list.yaml', '- title: first\n- {description: second}\n');
  put('repo/jsonschema/list', '[{"title": "a"},\n\t{"description": "tabs are JSON, too"}]');
  put('repo/jsonschema/number', '1e3\n');
  put('repo/jsonschema/word.yaml', 'just words\n');
  put('repo/jsonschema/nothing', 'null\n');
  put('repo/jsonschema/notes.md', 'title: no data\n');
  put('repo/jsonschema/broken', 'a: [\n');
  put('repo/jsonschema/twice.json', '{"title": "a", "title": "b"}');
  put('repo/jsonschema/with space', 'description: spaced\n');
  put('outside/secret', 'description: secret\n');
});

beforeEach(() => {
  for (const written of ['repo/jsonschema/a', 'out'])
    rmSync(join(folder, written), { recursive: true, force: true });
});

afterAll(() => {
  oracle.stop();
  rmSync(folder, { recursive: true, force: true });
});

function put(path: string, content: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), content);
}

function link(target: string, path: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  symlinkSync(target, join(folder, path));
}

function sourceOf(ref: string): string {
  const $ref = JSON.stringify(ref);
  return `title: a\n$id: /a/1.0.0\ndefault: {$ref: ${$ref}}\nallOf: [{$ref: ${$ref}}, {maximum: 1}]\n`;
}

/** What the command writes; null and its words where it writes nothing. */
async function materialize(ref: string): Promise<{ yaml: string | null; said: string }> {
  put('repo/jsonschema/a/current.yaml', sourceOf(ref));
  let said = '';
  const collect = { write: (text: string) => (said += text) };
  const words = ['materialize', 'repo', '--out', 'out'];
  await runSchemaCommand(words, { stdout: collect, stderr: collect, cwd: folder });
  const file = join(folder, 'out/a/1.0.0.yaml');
  return { yaml: existsSync(file) ? readFileSync(file, 'utf8') : null, said };
}

const upstream = (ref: string) =>
  oracle.run({ text: sourceOf(ref), bases: [join(folder, 'repo/jsonschema/')] });

describe('what upstream finds is found', () => {
  test.each([
    ...['/real/z/1.0.0', '/real//z/1.0.0', '//real/z/1.0.0', ' /real/z/1.0.0 ', '/real/%7A/1.0.0.yaml'],
    ...['/real/z/1.0.0#/definitions/a%20b', '/real/z/1.0.0#/definitions/a b', '/real\\z\\1.0.0'],
    ...['/with space', '/with%20space', '/real/%2e%2e/real/z/1.0.0'],
    ...['/linked/z/1.0.0', '/real/again/1.0.0', '/lib/part', '/absolute/z/1.0.0', '/linked/%2e%2e/lib/part'],
    ...['/list.yaml', '/list.yaml#/1', '/list.yaml#/length', '/list', '/list#/0/title', '/list#/0/title/0'],
    ...['/number', '/word.yaml', '/notes.md', '/broken', '/twice.json'],
  ])('%j', async (ref) => {
    const theirs = await upstream(ref);
    expect(await materialize(ref)).toMatchObject({ yaml: theirs.kind === 'written' ? theirs.yaml : '' });
  });
});

describe('what upstream does not find is not found', () => {
  test.each([
    ...['/real/z', '/real/z/1.0.0#/definitions/a', '/list.yaml#/2', '/number#/x', '/nothing', '/nothing#/x'],
    ...[
      '/none/%2e%2e/real/z/1.0.0',
      '/list.yaml/%2e%2e/list',
      '/real/z/%',
      '/REAL/z/1.0.0',
      '/real%2Fz/1.0.0',
    ],
  ])('%j', async (ref) => {
    expect((await upstream(ref)).kind).toBe('error');
    expect((await materialize(ref)).yaml).toBeNull();
  });
});

test('nothing is read outside of the repository, whatever links say', async () => {
  link('../../outside', 'repo/jsonschema/out');
  link(join(folder, 'outside'), 'repo/jsonschema/far');
  for (const ref of [
    '/out/secret',
    '/far/secret',
    '/%2e%2e/%2e%2e/outside/secret',
    '/lib/%2e%2e/%2e%2e/outside/secret',
  ]) {
    const { yaml, said } = await materialize(ref);
    expect([ref, yaml]).toEqual([ref, null]);
    expect(said).toContain('unresolved-ref');
  }
});

describe('a folder that is a link', () => {
  test('is not searched for schemas, as upstream does not', async () => {
    put('outside/more/current.yaml', 'title: more\n$id: /more/1.0.0\n');
    link('../../outside/more', 'repo/jsonschema/more');
    put('repo/lib/b/current.yaml', 'title: lib/b\n$id: /lib/b/1.0.0\n');
    const { said } = await materialize('/real/z/1.0.0');
    await runSchemaCommand(['materialize', 'repo'], {
      stdout: { write: () => true },
      stderr: { write: () => true },
      cwd: folder,
    });
    expect(said).not.toContain('more');
    expect(readdirSync(join(folder, 'outside/more'))).toEqual(['current.yaml']);
    expect(readdirSync(join(folder, 'repo/lib/b'))).toEqual(['current.yaml']);
    const script = `process.stdout.write(JSON.stringify(require(${JSON.stringify(tools)}).findSchemaPaths()))`;
    const found = execFileSync(process.execPath, ['-e', script], {
      cwd: join(folder, 'repo'),
      encoding: 'utf8',
    });
    expect(JSON.parse(found)).toEqual(
      ['a/1.0.0.yaml', 'a/current.yaml', 'real/z/1.0.0.yaml'].map((path) => `jsonschema/${path}`),
    );
  });
});
