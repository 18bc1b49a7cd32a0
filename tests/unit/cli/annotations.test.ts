import { describe, expect, test } from 'vitest';
import { printOutcome } from '@/lib/cli/schema/print-findings';
import { runSchemaCommand } from '@/lib/cli/schema/run-schema-command';
import { config, releasedRepository } from './click-repository';
import type { MemoryFileSystem } from './memory-file-system';

async function pathsFrom(cwd: string, fileSystem: MemoryFileSystem, ...words: string[]): Promise<string[]> {
  let out = '';
  const io = { stdout: { write: (text: string) => (out += text) }, stderr: { write: () => undefined }, cwd };
  await runSchemaCommand([...words, '--format', 'gitlab'], io, fileSystem);
  const report = JSON.parse(out) as { location: { path: string } }[];
  return [...new Set(report.map(({ location }) => location.path))];
}

/** A repository whose source and settings are both broken, in the working tree `/work`. */
async function brokenRepository(): Promise<MemoryFileSystem> {
  const fileSystem = await releasedRepository();
  fileSystem.files.set('/work/repo/jsonschema/analytics/click/current.yaml', 'a: [\n');
  fileSystem.files.set('/work/repo/.jsonschema-tools.yaml', `${config}contentTypes: [yaml]\n`);
  fileSystem.files.set('/work/.git/HEAD', 'ref: refs/heads/main\n');
  return fileSystem;
}

const broken = ['repo/.jsonschema-tools.yaml', 'repo/jsonschema/analytics/click/current.yaml'];

describe('the paths of annotations', () => {
  test.each([
    ['/work', 'repo'],
    ['/work/repo', '.'],
    ['/work/repo/jsonschema', '..'],
    ['/elsewhere', '/work/repo'],
  ])('are those of the change, called in %s', async (cwd, directory) => {
    expect(await pathsFrom(cwd, await brokenRepository(), 'lint', directory)).toEqual(broken);
  });

  test('are from the inner of two working trees', async () => {
    const fileSystem = await brokenRepository();
    fileSystem.files.set('/work/repo/.git', 'gitdir: ../.git/modules/repo\n');
    expect(await pathsFrom('/work', fileSystem, 'lint', 'repo')).toEqual(
      broken.map((path) => path.slice('repo/'.length)),
    );
  });

  test('are from where the command was called, outside of every working tree', async () => {
    const fileSystem = await brokenRepository();
    fileSystem.files.delete('/work/.git/HEAD');
    expect(await pathsFrom('/work/repo', fileSystem, 'lint', '.')).toEqual(
      broken.map((path) => path.slice('repo/'.length)),
    );
  });
});

test('each finding of a GitLab report has a fingerprint of its own', () => {
  const finding = {
    file: 'a.yaml',
    line: 3,
    column: 1,
    rule: 'duplicate-key',
    severity: 'error',
    path: '/a',
    params: { key: 'a' },
  } as const;
  const fingerprints = (...lines: number[]) => {
    const findings = lines.map((line) => ({ ...finding, line }));
    const report = JSON.parse(printOutcome({ findings, subject: '' }, 'gitlab'));
    return (report as { fingerprint: string }[]).map(({ fingerprint }) => fingerprint);
  };
  const both = fingerprints(3, 4);
  expect(new Set(both).size).toBe(2);
  expect(fingerprints(7, 9, 12).slice(0, 2)).toEqual(both);
});
