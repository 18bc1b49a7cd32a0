import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRepositoryFromDirectory, initBareRepository } from '@/lib/adapters/git/init-repository';
import { git, somebody, someDate, temporaryFolder } from './fixtures';

function create(folder: string): Promise<string> {
  return createRepositoryFromDirectory({
    sourceDir: join(folder, 'source'),
    dir: join(folder, 'schemas.git'),
    branch: 'main',
    message: 'Begin',
    author: somebody,
    date: someDate,
  });
}

function source(files: Record<string, string>): string {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    const place = join(folder, 'source', path);
    mkdirSync(join(place, '..'), { recursive: true });
    writeFileSync(place, content);
  }
  return folder;
}

function modes(folder: string): Record<string, string> {
  const listing = git(join(folder, 'schemas.git'), 'ls-tree', '-r', 'main');
  return Object.fromEntries(
    listing.split('\n').map((line) => [line.split('\t')[1] ?? '', line.split(' ')[0] ?? '']),
  );
}

describe('initBareRepository', () => {
  it('makes a bare repository with the branch, and leaves one that stands alone', async () => {
    const dir = join(temporaryFolder(), 'deep/er/schemas.git');
    await initBareRepository(dir, 'trunk');
    expect(git(dir, 'symbolic-ref', 'HEAD')).toBe('refs/heads/trunk');
    git(dir, 'config', 'assent.mark', 'kept');
    await initBareRepository(dir, 'trunk');
    expect(git(dir, 'config', 'assent.mark')).toBe('kept');
  });

  it('refuses a folder that holds something else, and touches nothing', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'letter.txt'), 'dear');
    await expect(initBareRepository(folder, 'main')).rejects.toMatchObject({ code: 'refused' });
    expect(readdirSync(folder)).toEqual(['letter.txt']);
  });
});

describe('createRepositoryFromDirectory', () => {
  it('makes links of the text files that stand for links, and of no others', async () => {
    const folder = source({
      'jsonschema/a/1.0.0.yaml': 'title: a\n',
      'jsonschema/a/1.0.0': '1.0.0.yaml',
      'jsonschema/a/latest': '1.0.0.yaml\n',
      'jsonschema/a/latest.yaml': '1.0.0.yaml',
      'jsonschema/a/current.yaml': '1.0.0.yaml',
      'jsonschema/b/latest.yaml': 'title: b\ntype: object\n',
      'jsonschema/b/1.0.0': '2.0.0.yaml',
      'jsonschema/b/2.0.0': '../a/1.0.0.yaml',
      'jsonschema/b/3.0.0': '3.0.0',
      '.git/config': '[core]',
      'node_modules/x/index.js': 'x',
    });
    await create(folder);
    expect(modes(folder)).toEqual({
      'jsonschema/a/1.0.0': '120000',
      'jsonschema/a/1.0.0.yaml': '100644',
      'jsonschema/a/current.yaml': '100644',
      'jsonschema/a/latest': '120000',
      'jsonschema/a/latest.yaml': '120000',
      'jsonschema/b/1.0.0': '100644',
      'jsonschema/b/2.0.0': '100644',
      'jsonschema/b/3.0.0': '100644',
      'jsonschema/b/latest.yaml': '100644',
    });
    expect(git(join(folder, 'schemas.git'), 'show', 'main:jsonschema/a/latest')).toBe('1.0.0.yaml');
  });

  it('keeps real links that stay inside, and refuses those that leave', async () => {
    const folder = source({ 'jsonschema/a/1.0.0.yaml': 'title: a\n' });
    symlinkSync('1.0.0.yaml', join(folder, 'source/jsonschema/a/latest'));
    await create(folder);
    expect(modes(folder)['jsonschema/a/latest']).toBe('120000');

    const outside = source({ 'a.yaml': '' });
    symlinkSync('../../secret', join(outside, 'source/link'));
    await expect(create(outside)).rejects.toMatchObject({ code: 'refused' });
    expect(existsSync(join(outside, 'schemas.git'))).toBe(false);
  });

  it('gives the same commit for the same folder, and replaces nothing', async () => {
    const files = { 'b/1.0.0.yaml': 'title: b\n', 'b/1.0.0': '1.0.0.yaml', 'a.md': 'a' };
    const [one, other] = [source(files), source(files)];
    const commit = await create(one);
    expect(await create(other)).toBe(commit);
    await expect(create(one)).rejects.toMatchObject({ code: 'refused' });
    expect(git(join(one, 'schemas.git'), 'rev-parse', 'main')).toBe(commit);
    expect(readdirSync(one).sort()).toEqual(['schemas.git', 'source']);
  });

  it('names a folder that does not exist or is empty', async () => {
    await expect(create(temporaryFolder())).rejects.toMatchObject({ code: 'not-a-repository' });
    const empty = temporaryFolder();
    mkdirSync(join(empty, 'source'));
    await expect(create(empty)).rejects.toMatchObject({ code: 'refused' });
  });
});
