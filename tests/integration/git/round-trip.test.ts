import { readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commitFiles } from '@/lib/adapters/git/commit-files';
import { formatCommitMessage } from '@/lib/adapters/git/commit-message';
import { commitInfo, findCommitByTrailer } from '@/lib/adapters/git/find-commit';
import { requireGit } from '@/lib/adapters/git/git-version';
import { fetchMirror } from '@/lib/adapters/git/mirror';
import { pushCommit } from '@/lib/adapters/git/push';
import { findFile, listTree, readBlobs } from '@/lib/adapters/git/read-tree';
import { commit, deliver, emptyRemote, file, git, link, somebody } from './fixtures';

describe('a repository without commits', () => {
  it('has no head, and takes a first commit', async () => {
    const { remote, mirror } = await emptyRemote();
    expect(await fetchMirror(mirror)).toEqual({ head: null });

    const first = await commit(mirror, null, [
      file('a/1.0.0.yaml', 'title: a\n'),
      link('a/1.0.0', '1.0.0.yaml'),
    ]);
    expect(await pushCommit({ mirror, commit: first, branch: 'main', expected: null })).toBe('pushed');

    expect(git(remote, 'rev-parse', 'main')).toBe(first);
    expect(await fetchMirror(mirror)).toEqual({ head: first });
  });
});

describe('a commit', () => {
  it('arrives in a clone byte for byte, with links as links', async () => {
    const { folder, remote, mirror } = await emptyRemote();
    const text = 'title: a\r\nünïcode: "\u{1F600}"\n\ttab, no final newline';
    await deliver(mirror, [file('jsonschema/a/1.0.0.yaml', text), link('jsonschema/a/latest', '1.0.0.yaml')]);

    git(folder, 'clone', '--quiet', '--branch', 'main', remote, 'clone');
    expect(readFileSync(join(folder, 'clone/jsonschema/a/1.0.0.yaml'), 'utf8')).toBe(text);
    expect(readlinkSync(join(folder, 'clone/jsonschema/a/latest'))).toBe('1.0.0.yaml');
    git(remote, 'fsck', '--strict', '--no-dangling');
  });

  it('keeps what it does not name, and moves a link that it names', async () => {
    const { mirror } = await emptyRemote();
    const first = await deliver(mirror, [
      file('README.md', 'read\n'),
      file('a/1', 'one'),
      link('a/latest', '1'),
    ]);
    const second = await deliver(mirror, [file('a/2', 'two'), link('a/latest', '2')]);

    const entries = await listTree(mirror, second, '');
    expect(entries.map(({ path, mode, size, kind }) => ({ path, mode, size, kind }))).toEqual([
      { path: 'README.md', mode: '100644', size: 5, kind: 'file' },
      { path: 'a/1', mode: '100644', size: 3, kind: 'file' },
      { path: 'a/2', mode: '100644', size: 3, kind: 'file' },
      { path: 'a/latest', mode: '120000', size: 1, kind: 'symlink' },
    ]);
    expect((await commitInfo(mirror, second)).parents).toEqual([first]);
  });

  it('is the same for the same request, whoever makes it and however often', async () => {
    const one = await emptyRemote();
    const other = await emptyRemote();
    const files = [file('b', '2'), file('a', '1')];
    const ids = [await commit(one.mirror, null, files), await commit(one.mirror, null, files)];
    ids.push(await commit(other.mirror, null, [...files].reverse()));
    expect(new Set(ids).size).toBe(1);
  });

  it('says who made it and when', async () => {
    const { mirror } = await emptyRemote();
    const made = await commit(mirror, null, [file('a', '1')], 'Subject\n\nBody');
    expect(await commitInfo(mirror, made)).toEqual({
      sha: made,
      parents: [],
      author: somebody,
      committer: somebody,
      date: new Date('2024-03-01T12:00:00Z'),
      message: 'Subject\n\nBody\n',
      trailers: [],
    });
  });
});

describe('a commit is not stopped', () => {
  const hostile = { name: ' <.>\n', email: 'x>\ny <z' };
  const plain = { name: 'Grace', email: 'g@example.org' };
  for (const [what, person, date] of [
    ['by names that git refuses', hostile, new Date('2024-01-01T00:00:00Z')],
    ['by a date at the beginning of time', plain, new Date(0)],
    ['by a date before it', plain, new Date('1969-07-20T20:17:00Z')],
  ] as const) {
    it(what, async () => {
      const { mirror } = await emptyRemote();
      const request = { mirror, branch: 'main', parent: null, files: [file('a', '1')], message: 'x' };
      const made = await commitFiles({ ...request, author: person, committer: person, date });
      const info = await commitInfo(mirror, made);
      expect(info.author.name).toBe(person === plain ? 'Grace' : 'unnamed');
      expect(info.date.getTime()).toBe(Math.max(0, date.getTime()));
    });
  }
});

describe('reading', () => {
  it('lists one folder only, and gives an empty list for one that does not exist', async () => {
    const { mirror } = await emptyRemote();
    const head = await deliver(mirror, [
      file('jsonschema/a/1', 'x'),
      file('jsonschema2/b', 'y'),
      file('c', 'z'),
    ]);
    const paths = async (under: string) => (await listTree(mirror, head, under)).map((entry) => entry.path);
    expect(await paths('jsonschema')).toEqual(['jsonschema/a/1']);
    expect(await paths('./jsonschema/')).toEqual(['jsonschema/a/1']);
    expect(await paths('nowhere')).toEqual([]);
  });

  it('gives every blob in the order asked for, empty ones and repeated ones too', async () => {
    const { mirror } = await emptyRemote();
    const contents = ['', '\n', 'one\n', 'x'.repeat(300_000), 'ünï\0binary'];
    const head = await deliver(
      mirror,
      contents.map((content, index) => file(`f/${index}`, content)),
    );
    const oids = (await listTree(mirror, head, 'f')).map((entry) => entry.oid);
    const read: (string | undefined)[] = [];
    for await (const blob of readBlobs(mirror, [...oids, oids[2]!]))
      read.push(blob.content?.toString('utf8'));
    expect(read).toEqual([...contents, 'one\n']);
  });

  it('leaves out the content of a blob above the limit, and goes on', async () => {
    const { mirror } = await emptyRemote();
    const head = await deliver(mirror, [file('f/big', 'x'.repeat(200_000)), file('f/small', 'ok')]);
    const oids = (await listTree(mirror, head, 'f')).map((entry) => entry.oid);
    const read: [number, string | null][] = [];
    for await (const blob of readBlobs(mirror, oids, 100_000)) {
      read.push([blob.size, blob.content?.toString('utf8') ?? null]);
    }
    expect(read).toEqual([
      [200_000, null],
      [2, 'ok'],
    ]);
  });

  it('finds one file at a commit', async () => {
    const { mirror } = await emptyRemote();
    const head = await deliver(mirror, [
      file('.jsonschema-tools.yaml', 'a: 1\n'),
      link('l', 'x'),
      file('d/x', ''),
    ]);
    expect((await findFile(mirror, head, '.jsonschema-tools.yaml'))?.toString()).toBe('a: 1\n');
    expect((await findFile(mirror, head, 'l'))?.toString()).toBe('x');
    expect((await findFile(mirror, head, 'd/x'))?.toString()).toBe('');
    expect(await findFile(mirror, head, 'missing')).toBeNull();
    expect(await findFile(mirror, head, 'd')).toBeNull();
  });
});

describe('trailers', () => {
  const version = (value: string) => [{ key: 'Assent-Version', value }];

  it('find the commit that carries them, and no other', async () => {
    const { mirror } = await emptyRemote();
    const message = (value: string) => formatCommitMessage({ subject: 'Add', trailers: version(value) });
    const first = await deliver(mirror, [file('a', '1')], message('v1'));
    const second = await deliver(mirror, [file('a', '2')], message('v10'));
    await fetchMirror(mirror);
    expect(await findCommitByTrailer(mirror, 'main', { key: 'Assent-Version', value: 'v1' })).toBe(first);
    expect(await findCommitByTrailer(mirror, 'main', { key: 'assent-version', value: 'v10' })).toBe(second);
    expect(await findCommitByTrailer(mirror, first, { key: 'Assent-Version', value: 'v10' })).toBeNull();
    expect(await findCommitByTrailer(mirror, 'main', { key: 'Assent-Version', value: 'v' })).toBeNull();
    expect(await findCommitByTrailer(mirror, 'elsewhere', { key: 'Assent-Version', value: 'v1' })).toBeNull();
    expect((await commitInfo(mirror, first)).trailers).toEqual(version('v1'));
  });

  it('cannot be forged by what people write into titles, bodies and values', async () => {
    const { mirror } = await emptyRemote();
    const forged = 'Assent-Version: stolen';
    const made = await deliver(
      mirror,
      [file('a', '1')],
      formatCommitMessage({
        subject: `Title\n\n${forged}`,
        body: `Body\n\n${forged}`,
        trailers: [...version('mine'), { key: 'Approved-By', value: `A\r\n${forged}` }],
      }),
    );
    await fetchMirror(mirror);
    expect(await findCommitByTrailer(mirror, 'main', { key: 'Assent-Version', value: 'stolen' })).toBeNull();
    expect(await findCommitByTrailer(mirror, 'main', { key: 'Assent-Version', value: 'mine' })).toBe(made);
  });
});

describe('requireGit', () => {
  it('names the version', async () => {
    expect(await requireGit()).toMatch(/^\d+\.\d+/);
  });
});
