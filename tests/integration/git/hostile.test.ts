import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GitError, redactCredentials } from '@/lib/adapters/git/git-error';
import { requireGit } from '@/lib/adapters/git/git-version';
import { fetchMirror, openMirror } from '@/lib/adapters/git/mirror';
import { listTree, readBlobs } from '@/lib/adapters/git/read-tree';
import { checkBranch } from '@/lib/adapters/git/ref-name';
import { checkRemoteUrl } from '@/lib/adapters/git/remote-url';
import { runGit } from '@/lib/adapters/git/run-git';
import { commit, deliver, emptyRemote, file, git, link, temporaryFolder } from './fixtures';

const refused = { code: 'refused' };

describe('addresses that git must not be told', () => {
  const addresses = [
    '',
    '-c',
    '--upload-pack=touch /tmp/owned',
    'ext::sh -c touch% /tmp/owned',
    'fd::17',
    'transport.helper::x',
    'javascript://alert(1)',
    'ftp://example.org/a.git',
    'ssh://-oProxyCommand=touch%20owned/x',
    'ssh://host/-x',
    'ssh://%2DoProxyCommand=x@host/y',
    '-oProxyCommand=x@host:y',
    'user@-oProxyCommand=x:y',
    'host:-x',
    'https://example.org/a\n.git',
    'https://example.org/%0a',
    `https://example.org/${'a'.repeat(3000)}`,
  ];
  for (const address of addresses) {
    it(JSON.stringify(address.slice(0, 60)), async () => {
      const dir = join(temporaryFolder(), 'm.git');
      await expect(openMirror({ dir, url: address, branch: 'main' })).rejects.toMatchObject(refused);
      expect(existsSync(dir)).toBe(false);
    });
  }

  it('and those that it may', () => {
    for (const url of [
      'https://u:p@example.org/a.git',
      'ssh://git@host:29418/a',
      'git@host:a/b.git',
      '/srv/a.git',
    ]) {
      expect(checkRemoteUrl(url)).toBe(url);
    }
    expect(checkRemoteUrl('schemas.git')).toBe(join(process.cwd(), 'schemas.git'));
  });
});

describe('names of branches', () => {
  it('are allowed exactly where git allows them', () => {
    const part = fc.string({
      unit: fc.constantFrom('a', 'B', '1', '.', '/', '-', '@', '{', '~', ' ', 'é'),
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        fc.oneof(part, fc.constantFrom('a.lock', 'a/b.lock/c', 'HEAD', '@', 'x\ny', 'a\\b')),
        (name) => {
          expect(isAllowed(() => checkBranch(name))).toBe(gitAllowsBranch(name));
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('paths and links that must not be committed', () => {
  const bad = [
    file('../x', ''),
    file('a/../../x', ''),
    file('/etc/passwd', ''),
    file('a//b', ''),
    file('a/./b', ''),
    file('', ''),
    file('.git/hooks/post-receive', ''),
    file('a/.GIT/config', ''),
    file('a/.git ./config', ''),
    file('git~1/config', ''),
    file('.g\u200cit/config', ''),
    file('.git::$INDEX_ALLOCATION/x', ''),
    file('a\nb', ''),
    file('a\0b', ''),
    file('a\\b', ''),
    file('x'.repeat(2000), ''),
    link('a/l', '/etc/passwd'),
    link('a/l', '../../x'),
    link('l', '..'),
    link('a/l', '../.git/config'),
    link('a/l', ''),
    link('a/l', 'x\ny'),
  ];
  for (const entry of bad) {
    it(JSON.stringify([entry.path.slice(0, 40), entry.content]), async () => {
      const { mirror } = await emptyRemote();
      await expect(commit(mirror, null, [entry])).rejects.toMatchObject(refused);
    });
  }

  it('nor one path twice, nor a file that is also a folder', async () => {
    const { mirror } = await emptyRemote();
    await expect(commit(mirror, null, [file('a', '1'), file('a', '2')])).rejects.toMatchObject(refused);
    await expect(commit(mirror, null, [file('a', '1'), file('a/b', '2')])).rejects.toMatchObject(refused);
    await expect(commit(mirror, null, [])).rejects.toMatchObject(refused);
    const base = await commit(mirror, null, [file('a', '1')]);
    await expect(commit(mirror, base, [file('a/b', '2')])).rejects.toMatchObject(refused);
    const nested = await commit(mirror, null, [file('a/b', '1')]);
    await expect(commit(mirror, nested, [file('a', '2')])).rejects.toMatchObject(refused);
  });
});

describe('hostile remotes', () => {
  it('with a tree that climbs out are refused at the door', async () => {
    const { mirror, remote } = await emptyRemote();
    const tree = Buffer.concat([Buffer.from('100644 ..\0'), Buffer.from(emptyBlob, 'hex')]);
    await runGit(['hash-object', '-w', '--stdin'], { cwd: remote, input: '' });
    const options = { cwd: remote, input: tree };
    const { stdout } = await runGit(['hash-object', '-t', 'tree', '-w', '--literally', '--stdin'], options);
    const evil = git(
      remote,
      '-c',
      'user.name=x',
      '-c',
      'user.email=x',
      'commit-tree',
      stdout.toString().trim(),
      '-m',
      'x',
    );
    git(remote, 'update-ref', 'refs/heads/main', evil);
    await expect(fetchMirror(mirror)).rejects.toMatchObject(refused);
  });

  it('cannot slip in an option as a commit, folder or object', async () => {
    const { mirror } = await emptyRemote();
    const head = await deliver(mirror, [file('a', '1')]);
    await expect(listTree(mirror, '--help', '')).rejects.toMatchObject(refused);
    await expect(listTree(mirror, head, '../..')).rejects.toMatchObject(refused);
    await expect(readBlobs(mirror, ['--batch-all-objects']).next()).rejects.toMatchObject(refused);
    await expect(readBlobs(mirror, ['1'.repeat(40)]).next()).rejects.toMatchObject({ code: 'failed' });
  });

  it('run no hook of the copy', async () => {
    const { mirror, folder } = await emptyRemote();
    mkdirSync(join(mirror.dir, 'hooks'), { recursive: true });
    const hook = join(mirror.dir, 'hooks/reference-transaction');
    writeFileSync(hook, `#!/bin/sh\ntouch ${join(folder, 'owned')}\n`);
    chmodSync(hook, 0o755);
    await deliver(mirror, [file('a', '1')]);
    await fetchMirror(mirror);
    expect(existsSync(join(folder, 'owned'))).toBe(false);
  });

  it('that ask for a password, or do not answer, are named as such, without the credentials', async () => {
    const server = createServer((_request, response) => {
      response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="x"' }).end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const dir = join(temporaryFolder(), 'm.git');
    const url = `http://someone:s3cret@127.0.0.1:${port}/x.git`;
    const mirror = await openMirror({ dir, url, branch: 'main' });
    const denied = await failure(fetchMirror(mirror));
    server.close();
    const gone = await failure(fetchMirror(mirror));
    expect([denied.code, gone.code]).toEqual(['auth-failed', 'remote-unreachable']);
    expect(JSON.stringify([denied.message, denied.stderr, gone.message, gone.stderr])).not.toContain(
      's3cret',
    );
    expect(git(dir, 'config', '--list')).not.toContain('s3cret');
  });

  it('that are no repository, or lack the branch, are named as such', async () => {
    const folder = temporaryFolder();
    const nothing = await openMirror({
      dir: join(folder, 'm.git'),
      url: join(folder, 'nothing'),
      branch: 'main',
    });
    expect((await failure(fetchMirror(nothing))).code).toBe('not-a-repository');
    const { mirror, remote } = await emptyRemote();
    await deliver(mirror, [file('a', '1')]);
    git(remote, 'branch', '-m', 'main', 'trunk');
    expect((await failure(fetchMirror(mirror))).code).toBe('branch-missing');
  });
});

describe('limits', () => {
  it('stop a git that takes too long or writes too much', async () => {
    const { mirror } = await emptyRemote();
    const head = await deliver(mirror, [file('a', 'x'.repeat(10_000))]);
    const slow = runGit(['-c', 'alias.wait=!exec tail -f /dev/null', 'wait'], {
      cwd: mirror.dir,
      timeoutMs: 50,
    });
    await expect(slow).rejects.toMatchObject({ code: 'timeout' });
    const loud = runGit(['cat-file', 'blob', `${head}:a`], { cwd: mirror.dir, maxOutputBytes: 1000 });
    await expect(loud).rejects.toMatchObject({ code: 'too-large' });
  });

  it('say so when git is missing', async () => {
    const path = process.env.PATH;
    process.env.PATH = temporaryFolder();
    try {
      await expect(requireGit()).rejects.toMatchObject({ code: 'git-missing' });
    } finally {
      process.env.PATH = path;
    }
  });

  it('say so when git is too old', async () => {
    const path = process.env.PATH;
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'git'), '#!/bin/sh\necho git version 2.17.1\n', { mode: 0o755 });
    process.env.PATH = folder;
    try {
      const error = await failure(requireGit());
      expect([error.code, error.message]).toEqual([
        'git-missing',
        expect.stringContaining('2.17.1 is too old'),
      ]);
    } finally {
      process.env.PATH = path;
    }
  });
});

describe('redactCredentials', () => {
  it('removes users, passwords and tokens, and leaves the rest', () => {
    expect(
      redactCredentials("fatal: 'https://me:p@ss@example.org/a.git?private_token=abc&x=1' ssh://git@h/x"),
    ).toBe("fatal: 'https://***@example.org/a.git?private_token=***&x=1' ssh://***@h/x");
    expect(redactCredentials('no address here, mail a@b.org')).toBe('no address here, mail a@b.org');
  });
});

const emptyBlob = 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391';

async function failure(work: Promise<unknown>): Promise<GitError> {
  const outcome = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(outcome instanceof GitError)) throw new Error(`Expected a GitError, got ${String(outcome)}`);
  return outcome;
}

function isAllowed(check: () => void): boolean {
  try {
    check();
    return true;
  } catch {
    return false;
  }
}

function gitAllowsBranch(name: string): boolean {
  // Two names that mean "where I am", and one that reads like an option, are allowed by git in places.
  if (['HEAD', '@'].includes(name) || name.startsWith('-')) return false;
  return isAllowed(() => git(tmpdir(), 'check-ref-format', `refs/heads/${name}`));
}

it('leaves nothing behind in the folder of the copy', async () => {
  const { mirror, folder } = await emptyRemote();
  await deliver(mirror, [file('a', '1')]);
  expect(readdirSync(folder).sort()).toEqual(['mirror.git', 'remote.git']);
});
