import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltCommandLine, buildCommandLine } from '../../support/command-line';
import { commonSource, config } from './click-repository';

let built: BuiltCommandLine;
let here = '';

/** With no network, and nothing kept from earlier, so that nothing but the tarball can be installed. */
function npm(folder: string, ...words: string[]): string {
  const alone = ['--offline', '--cache', join(built.folder, 'npm-cache'), '--no-audit', '--no-fund'];
  return execFileSync('npm', [...words, ...alone], { cwd: folder, encoding: 'utf8' });
}

function put(path: string, content: string): void {
  mkdirSync(dirname(join(here, path)), { recursive: true });
  writeFileSync(join(here, path), content);
}

beforeAll(async () => {
  built = await buildCommandLine();
  const [packed] = JSON.parse(npm(built.folder, 'pack', '--ignore-scripts', '--json'));
  here = join(built.folder, 'elsewhere');
  put('package.json', '{"private": true}');
  put('repo/.jsonschema-tools.yaml', config);
  put('repo/jsonschema/fragment/common/current.yaml', commonSource);
  npm(here, 'install', join(built.folder, packed.filename));
}, 60_000);

afterAll(() => built.remove());

function filesBelow(folder: string): string[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort();
}

describe('the tarball', () => {
  test('is the command line with its license, and nothing else', () => {
    expect(filesBelow(join(here, 'node_modules', 'assent'))).toEqual([
      'LICENSE',
      'README.md',
      'dist/assent.cjs',
      'dist/commands/check.cjs',
      'dist/commands/diff.cjs',
      'dist/commands/lint.cjs',
      'dist/commands/materialize.cjs',
      'package.json',
    ]);
    expect(readFileSync(join(here, 'node_modules/assent/LICENSE'), 'utf8')).toContain('Apache License');
  });

  test('holds the license of every package whose code it holds', () => {
    const check = readFileSync(join(here, 'node_modules/assent/dist/commands/check.cjs'), 'utf8');
    expect(built.packages.length).toBeGreaterThan(0);
    for (const name of built.packages)
      expect(check).toContain(readFileSync(`node_modules/${name}/LICENSE`, 'utf8').trim());
  });

  test('needs no package', () => {
    expect(readdirSync(join(here, 'node_modules')).sort()).toEqual(['.bin', '.package-lock.json', 'assent']);
  });

  test('runs by the name that npm links to it', () => {
    const path = `${dirname(process.execPath)}${delimiter}${process.env['PATH']}`;
    const options = { cwd: here, encoding: 'utf8', env: { ...process.env, PATH: path } } as const;
    const assent = (...words: string[]) => spawnSync('node_modules/.bin/assent', words, options);
    const written = assent('materialize', 'repo');
    expect([written.status, written.stderr]).toEqual([0, '']);
    expect(written.stdout).toContain('wrote repo/jsonschema/fragment/common/1.0.0.yaml\n');
    expect(assent('check', 'repo').status).toBe(0);
  });

  test('starts with the line from which npm makes a command on Windows', () => {
    expect(readFileSync(built.path, 'utf8').split('\n')[0]).toBe('#!/usr/bin/env node');
  });
});
