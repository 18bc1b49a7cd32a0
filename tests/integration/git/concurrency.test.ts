import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { fetchMirror, openMirror } from '@/lib/adapters/git/mirror';
import { pushCommit } from '@/lib/adapters/git/push';
import { findFile } from '@/lib/adapters/git/read-tree';
import { commit, deliver, emptyRemote, file, git, temporaryFolder } from './fixtures';

describe('pushes at the same time', () => {
  it('let exactly one through, and overwrite nothing', async () => {
    const { remote, folder, mirror } = await emptyRemote();
    const base = await deliver(mirror, [file('base', '0')]);
    const workers = await Promise.all(
      [0, 1, 2, 3, 4].map((n) => openMirror({ dir: join(folder, `m${n}.git`), url: remote, branch: 'main' })),
    );
    const commits = await Promise.all(
      workers.map(async (worker, n) => {
        await fetchMirror(worker);
        return commit(worker, base, [file(`f${n}`, String(n))]);
      }),
    );
    const outcomes = await Promise.all(
      workers.map((worker, n) =>
        pushCommit({ mirror: worker, commit: commits[n]!, branch: 'main', expected: base }),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'pushed')).toHaveLength(1);
    expect(git(remote, 'rev-parse', 'main')).toBe(commits[outcomes.indexOf('pushed')]);
    expect(git(remote, 'rev-list', '--count', 'main')).toBe('2');
  });

  it('refuse a second first commit', async () => {
    const { mirror, remote } = await emptyRemote();
    const one = await commit(mirror, null, [file('a', '1')]);
    const other = await commit(mirror, null, [file('a', '2')]);
    expect(await pushCommit({ mirror, commit: one, branch: 'main', expected: null })).toBe('pushed');
    expect(await pushCommit({ mirror, commit: other, branch: 'main', expected: null })).toBe('rejected');
    expect(git(remote, 'rev-parse', 'main')).toBe(one);
  });

  it('take a repeated delivery for delivered', async () => {
    const { mirror } = await emptyRemote();
    const base = await deliver(mirror, [file('a', '1')]);
    const next = await commit(mirror, base, [file('a', '2')]);
    const request = { mirror, commit: next, branch: 'main', expected: base };
    expect([await pushCommit(request), await pushCommit(request)]).toEqual(['pushed', 'pushed']);
  });

  it('never go back in history or aside', async () => {
    const { mirror, remote } = await emptyRemote();
    const first = await deliver(mirror, [file('a', '1')]);
    const second = await deliver(mirror, [file('a', '2')]);
    const backwards = pushCommit({ mirror, commit: first, branch: 'main', expected: second });
    await expect(backwards).rejects.toMatchObject({ code: 'refused' });
    expect(git(remote, 'rev-parse', 'main')).toBe(second);
  });

  it('report the rules of the remote as its own', async () => {
    const { mirror, remote } = await emptyRemote();
    const base = await deliver(mirror, [file('a', '1')]);
    const hook = join(remote, 'hooks');
    git(remote, 'config', 'core.hooksPath', hook);
    git(remote, 'init', '--quiet', '--bare', '.');
    writeFileSync(join(hook, 'pre-receive'), '#!/bin/sh\necho closed today >&2\nexit 1\n', { mode: 0o755 });
    const next = await commit(mirror, base, [file('a', '2')]);
    const attempt = pushCommit({ mirror, commit: next, branch: 'main', expected: base });
    await expect(attempt).rejects.toMatchObject({
      code: 'push-rejected',
      stderr: expect.stringContaining('closed today'),
    });
  });
});

describe('a copy that several use', () => {
  it('is made once and gives everyone the same head', async () => {
    const { folder, remote, mirror } = await emptyRemote();
    const head = await deliver(mirror, [file('a', '1')]);
    const wanted = { dir: join(folder, 'shared.git'), url: remote, branch: 'main' };
    const heads = await Promise.all(
      [1, 2, 3, 4, 5, 6].map(async () => (await fetchMirror(await openMirror(wanted))).head),
    );
    expect(new Set(heads)).toEqual(new Set([head]));
    expect(readdirSync(folder).filter((name) => name.startsWith('shared.git'))).toEqual(['shared.git']);
  });

  it('is taken over when a process is killed in the middle of fetching', async () => {
    const { folder, remote, mirror } = await emptyRemote();
    const head = await deliver(mirror, [file('a', '1')]);
    const dir = join(folder, 'killed.git');
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const asked = once(server, 'request');
    const child = fetchInOtherProcess(folder, { dir, url: `http://127.0.0.1:${port}/x.git`, branch: 'main' });
    await asked;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
    server.closeAllConnections();
    server.close();

    expect(existsSync(`${dir}.lock`)).toBe(true);
    const again = await openMirror({ dir, url: remote, branch: 'main' });
    expect(await fetchMirror(again)).toEqual({ head });
    expect(existsSync(`${dir}.lock`)).toBe(false);
  });
});

describe('a broken copy is made whole', () => {
  const damage: Record<string, (dir: string) => void> = {
    'an empty folder': (dir) => {
      for (const name of readdirSync(dir)) rmSync(join(dir, name), { recursive: true });
    },
    'no HEAD': (dir) => rmSync(join(dir, 'HEAD')),
    'no objects': (dir) => rmSync(join(dir, 'objects'), { recursive: true }),
    'an empty ref after a power cut': (dir) => truncateSync(join(dir, 'refs/heads/main'), 0),
    'a ref to nothing': (dir) => writeFileSync(join(dir, 'refs/heads/main'), `${'1'.repeat(40)}\n`),
    'a ref that was being written': (dir) => writeFileSync(join(dir, 'refs/heads/main.lock'), ''),
    'a lock of a process that is gone': (dir) =>
      writeFileSync(`${dir}.lock`, JSON.stringify({ id: 'x', pid: 2 ** 22 + 1, host: hostname() })),
    'a file instead of a folder': (dir) => {
      rmSync(dir, { recursive: true });
      writeFileSync(dir, 'not a folder');
    },
  };

  for (const [name, harm] of Object.entries(damage)) {
    it(name, async () => {
      const { mirror } = await emptyRemote();
      const first = await deliver(mirror, [file('a', 'one')]);
      await fetchMirror(mirror);
      harm(mirror.dir);
      const reopened = await openMirror(mirror);
      expect(await fetchMirror(reopened)).toEqual({ head: first });
      const second = await deliver(reopened, [file('a', 'two')]);
      expect(await fetchMirror(reopened)).toEqual({ head: second });
      expect((await findFile(reopened, second, 'a'))?.toString()).toBe('two');
    });
  }

  it('and swept of what killed processes left, but not of what others are working on', async () => {
    const { mirror, folder } = await emptyRemote();
    await deliver(mirror, [file('a', '1')]);
    const old = new Date(Date.now() - 2 * 60 * 60_000);
    for (const name of ['mirror.git.x.tmp', 'mirror.git.lock.x', 'mirror.git/tmp_commit-old']) {
      writeFileSync(join(folder, name), '');
      utimesSync(join(folder, name), old, old);
    }
    mkdirSync(join(mirror.dir, 'tmp_commit-young'));
    writeFileSync(join(mirror.dir, 'tmp_commit-young/index.lock'), '');
    await fetchMirror(mirror);
    expect(readdirSync(folder).sort()).toEqual(['mirror.git', 'remote.git']);
    expect(readdirSync(mirror.dir).filter((name) => name.startsWith('tmp_'))).toEqual(['tmp_commit-young']);
    expect(existsSync(join(mirror.dir, 'tmp_commit-young/index.lock'))).toBe(true);
  });

  it('also after the remote was emptied', async () => {
    const { mirror, remote } = await emptyRemote();
    await deliver(mirror, [file('a', 'one')]);
    await fetchMirror(mirror);
    git(remote, 'update-ref', '-d', 'refs/heads/main');
    expect(await fetchMirror(mirror)).toEqual({ head: null });
  });
});

function fetchInOtherProcess(folder: string, wanted: object): ChildProcess {
  const program = join(temporaryFolder(), 'fetch.mjs');
  const contents = `
    import { fetchMirror, openMirror } from './lib/adapters/git/mirror';
    await fetchMirror(await openMirror(${JSON.stringify(wanted)}));
  `;
  const stdin = { contents, resolveDir: process.cwd(), loader: 'ts' as const };
  buildSync({ stdin, bundle: true, platform: 'node', format: 'esm', outfile: program });
  return spawn(process.execPath, [program], { cwd: folder, stdio: 'ignore' });
}
