import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { listChanged } from '@/lib/cli/schema/git-changes';

let folder = '';
let repository = '';

beforeEach(() => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'assent-git-'));
  repository = join(folder, 'repository');
  mkdirSync(join(repository, 'schemas'), { recursive: true });
  put('schemas/old.yaml', 'a: 1\n');
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'Begin');
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function put(path: string, content: string): void {
  writeFileSync(join(repository, path), content);
}

function git(...words: string[]): void {
  const person = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
  execFileSync('git', [...person, ...words], { cwd: repository, stdio: 'ignore' });
}

describe('what git calls changed', () => {
  test('is told from the folder, with edited, staged and new files', () => {
    put('schemas/old.yaml', 'a: 2\n');
    put('schemas/staged.yaml', 'b: 1\n');
    git('add', 'schemas/staged.yaml');
    put('schemas/näw.yaml', 'c: 1\n');
    put('elsewhere.yaml', 'd: 1\n');
    expect(listChanged(join(repository, 'schemas'))?.sort()).toEqual(['näw.yaml', 'old.yaml', 'staged.yaml']);
  });

  test('is that of the folder’s own repository, in a hook of another one as well', () => {
    put('schemas/old.yaml', 'a: 2\n');
    const other = join(folder, 'other');
    mkdirSync(other);
    execFileSync('git', ['init', '-q'], { cwd: other });
    vi.stubEnv('GIT_DIR', join(other, '.git'));
    vi.stubEnv('GIT_WORK_TREE', other);
    vi.stubEnv('GIT_INDEX_FILE', join(other, '.git', 'index'));
    expect(listChanged(join(repository, 'schemas'))).toEqual(['old.yaml']);
  });

  test('is null where there is no working tree', () => {
    expect(listChanged(folder)).toBeNull();
    expect(listChanged(join(repository, '.git'))).toBeNull();
  });

  test('cannot be said without git, and that is told', () => {
    vi.stubEnv('PATH', folder);
    expect(() => listChanged(repository)).toThrow('there is none on the path');
  });

  test('cannot be said where git refuses, and its reason is told', () => {
    put('.git/config', 'no settings\n');
    expect(() => listChanged(repository)).toThrow(/refuses: .*bad config/);
  });

  test.skipIf(process.platform === 'win32')('is found without a program that the checkout names', () => {
    const program = join(folder, 'program');
    writeFileSync(program, `#!/bin/sh\ntouch '${join(folder, 'ran')}'\n`);
    chmodSync(program, 0o755);
    git('config', 'core.fsmonitor', program);
    expect(listChanged(repository)).toEqual([]);
    expect(existsSync(join(folder, 'ran'))).toBe(false);
  });
});
