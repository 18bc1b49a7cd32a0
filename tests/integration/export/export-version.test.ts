import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportVersion } from '@/lib/services/export/export-version';
import { retryExport } from '@/lib/services/export/retry-export';
import { approveNewSchema, createInstallation, type TestInstallation } from '../../factories/installation';
import { createTestDatabase, type TestDatabase } from '../test-database';

const clock = () => new Date('2026-05-04T10:00:00.000Z');

function git(dir: string, ...words: string[]): string {
  return execFileSync('git', ['-C', dir, ...words], { encoding: 'utf8' }).trim();
}

/** Pushes a file as somebody else would. */
function pushByHand(remote: string, path: string, content: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'assent-by-hand-'));
  git(folder, 'clone', '--quiet', remote, 'work');
  const work = join(folder, 'work');
  mkdirSync(join(work, path, '..'), { recursive: true });
  writeFileSync(join(work, path), content);
  git(work, 'add', '--', path);
  git(work, '-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.org', 'commit', '-qm', 'By hand');
  git(work, 'push', '--quiet', 'origin', 'HEAD');
  rmSync(folder, { recursive: true, force: true });
}

describe('exporting a version', () => {
  let database: TestDatabase;
  let installation: TestInstallation;
  beforeAll(async () => {
    database = await createTestDatabase();
    installation = await createInstallation(database.db, clock);
  });
  afterAll(async () => {
    await database.close();
    installation.remove();
  });
  const find = (id: string) =>
    database.db.export.findUniqueOrThrow({ where: { id }, include: { version: true } });

  it('commits source, version and links, with who stands for it in the trailers', async () => {
    const { remote, cast } = installation;
    const id = await approveNewSchema(cast, 'analytics/test/plain', clock);
    await exportVersion(id, clock);
    const row = await find(id);
    expect(row).toMatchObject({ state: 'exported', commit: git(remote, 'rev-parse', 'main'), error: null });
    const folder = 'jsonschema/analytics/test/plain';
    const listed = git(remote, 'ls-tree', '-r', 'main', '--', folder).split('\n');
    expect(listed.map((line) => line.replace(/^(\d+) .*\t.*\/(.*)$/, '$1 $2'))).toEqual([
      '120000 1.0.0',
      '100644 1.0.0.yaml',
      '100644 current.yaml',
      '120000 latest',
      '120000 latest.yaml',
    ]);
    expect(git(remote, 'show', `main:${folder}/latest`)).toBe('1.0.0.yaml');
    expect(`${git(remote, 'show', `main:${folder}/1.0.0.yaml`)}\n`).toBe(row.version.text);
    expect(
      git(remote, 'log', '-1', '--format=%an|%(trailers:key=Approved-by,valueonly,separator=%x2C )', 'main'),
    ).toBe('Edda Engineer|Emil Engineer (engineer), Amir Analyst (analyst)');
    expect(git(remote, 'log', '-1', '--format=%(trailers:key=Privacy-sign-off-by,valueonly)', 'main')).toBe(
      'Ana Analyst',
    );
    const proposal = await database.db.proposal.findUniqueOrThrow({ where: { id: row.proposalId } });
    expect(proposal.state).toBe('exported');
  });

  it('does nothing more when the job runs again', async () => {
    const { remote, cast } = installation;
    const id = await approveNewSchema(cast, 'analytics/test/twice', clock);
    await Promise.all([exportVersion(id, clock), exportVersion(id, clock)]);
    const head = git(remote, 'rev-parse', 'main');
    await database.db.export.update({ where: { id }, data: { state: 'running', commit: null } });
    await exportVersion(id, clock);
    expect(await find(id)).toMatchObject({ state: 'exported', commit: head });
    expect(git(remote, 'rev-parse', 'main')).toBe(head);
    expect(git(remote, 'log', '--format=%H', `--grep=Assent-Export: ${id}`, 'main').split('\n')).toEqual([
      head,
    ]);
  });

  it('goes on top of what somebody else pushed meanwhile', async () => {
    const { remote, cast } = installation;
    const id = await approveNewSchema(cast, 'analytics/test/meanwhile', clock);
    pushByHand(remote, 'README.md', 'By hand.\n');
    await exportVersion(id, clock);
    expect((await find(id)).state).toBe('exported');
    expect(git(remote, 'show', 'main:README.md')).toBe('By hand.');
  });

  it('leaves other bytes under its number alone, and tells', async () => {
    const { remote, cast } = installation;
    const id = await approveNewSchema(cast, 'analytics/test/conflict', clock);
    const path = 'jsonschema/analytics/test/conflict/1.0.0.yaml';
    pushByHand(remote, path, 'title: analytics/test/conflict\n');
    await exportVersion(id, clock);
    const row = await find(id);
    expect(row).toMatchObject({ state: 'conflict', commit: null });
    expect(row.error).toContain(path);
    expect(git(remote, 'show', `main:${path}`)).toBe('title: analytics/test/conflict');
    await expect(retryExport(cast.vera, id, clock)).rejects.toMatchObject({ code: 'not-allowed' });
    await retryExport(cast.edda, id, clock);
    expect((await find(id)).state).toBe('pending');
  });

  it('keeps an export that cannot reach its repository, and delivers it later', async () => {
    const { remote, cast } = installation;
    const id = await approveNewSchema(cast, 'analytics/test/unreachable', clock);
    renameSync(remote, `${remote}.away`);
    await expect(exportVersion(id, clock)).rejects.toThrow();
    expect(await find(id)).toMatchObject({ state: 'failed', attempts: 1 });
    renameSync(`${remote}.away`, remote);
    await exportVersion(id, clock);
    expect(await find(id)).toMatchObject({ state: 'exported', attempts: 2, error: null });
  });
});
