import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { type CommitFile, commitFiles } from '@/lib/adapters/git/commit-files';
import { initBareRepository } from '@/lib/adapters/git/init-repository';
import { fetchMirror, type Mirror, openMirror } from '@/lib/adapters/git/mirror';
import { pushCommit } from '@/lib/adapters/git/push';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'assent-git-'));
  folders.push(folder);
  return folder;
}

/** Runs git itself, past the adapter, to look at what the adapter did. */
export function git(cwd: string, ...args: string[]): string {
  const env = { PATH: process.env.PATH ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  return execFileSync('git', args, {
    cwd,
    env: env as unknown as NodeJS.ProcessEnv,
    encoding: 'utf8',
  }).trim();
}

export const somebody = { name: 'Grace Example', email: 'grace@example.org' };
export const someDate = new Date('2024-03-01T12:00:00Z');

/** An empty remote and a copy of it. */
export async function emptyRemote(): Promise<{ folder: string; remote: string; mirror: Mirror }> {
  const folder = temporaryFolder();
  const remote = join(folder, 'remote.git');
  await initBareRepository(remote, 'main');
  const mirror = await openMirror({ dir: join(folder, 'mirror.git'), url: remote, branch: 'main' });
  return { folder, remote, mirror };
}

export function file(path: string, content: string): CommitFile {
  return { path, kind: 'file', content };
}

export function link(path: string, content: string): CommitFile {
  return { path, kind: 'symlink', content };
}

export function commit(
  mirror: Mirror,
  parent: string | null,
  files: CommitFile[],
  message = 'Add a schema',
): Promise<string> {
  const people = { author: somebody, committer: somebody };
  return commitFiles({ mirror, branch: 'main', parent, files, message, ...people, date: someDate });
}

/** Commits and pushes on top of what the remote has; returns the new head. */
export async function deliver(mirror: Mirror, files: CommitFile[], message?: string): Promise<string> {
  const { head } = await fetchMirror(mirror);
  const made = await commit(mirror, head, files, message);
  const outcome = await pushCommit({ mirror, commit: made, branch: 'main', expected: head });
  if (outcome !== 'pushed') throw new Error('The remote moved while the test prepared it.');
  return made;
}
