import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { commitFiles, type Person } from './commit-files';
import { GitError } from './git-error';
import { checkBranch } from './ref-name';
import { readGit, runGit } from './run-git';
import { readSourceDirectory } from './source-directory';

export interface DirectoryImport {
  /** A plain folder in the layout of jsonschema-tools. */
  sourceDir: string;
  /** Where the bare repository shall stand. */
  dir: string;
  branch: string;
  message: string;
  /** Author and committer. */
  author: Person;
  date: Date;
}

/**
 * Makes an empty bare repository whose first branch is `branch`. A bare repository that already stands there
 * is left as it is; a killed process leaves either nothing or the whole. Throws GitError `refused` where the
 * folder holds anything else.
 */
export async function initBareRepository(dir: string, branch: string): Promise<void> {
  if (await isBareRepository(dir)) return;
  await buildAside(dir, (fresh) => initAt(fresh, branch));
}

/**
 * Makes a bare repository whose one commit holds a plain folder's files, links restored (see
 * `readSourceDirectory`), and returns the commit's id; the same folder, date and author give the same id.
 * Throws GitError `refused` where something already stands at `dir`, and the codes of `readSourceDirectory`.
 */
export async function createRepositoryFromDirectory(request: DirectoryImport): Promise<string> {
  const { branch, message, author, date } = request;
  const files = await readSourceDirectory(request.sourceDir);
  if (files.length === 0) throw new GitError('refused', `The folder ${request.sourceDir} is empty.`);
  return buildAside(request.dir, async (fresh) => {
    await initAt(fresh, branch);
    const mirror = { dir: fresh, url: fresh, branch };
    const commit = await commitFiles({
      mirror,
      branch,
      parent: null,
      files,
      message,
      author,
      committer: author,
      date,
    });
    await runGit(['update-ref', `refs/heads/${branch}`, commit], { cwd: fresh, env: { GIT_DIR: fresh } });
    return commit;
  });
}

async function initAt(dir: string, branch: string): Promise<void> {
  checkBranch(branch);
  const args = ['init', '--bare', '--quiet', `--initial-branch=${branch}`, '--template='];
  await runGit(args, { cwd: dir, env: { GIT_DIR: dir } });
}

/** Builds in a folder beside the place and moves it there whole. */
async function buildAside<T>(dir: string, build: (fresh: string) => Promise<T>): Promise<T> {
  const place = resolve(dir);
  const fresh = `${place}.${randomUUID()}.tmp`;
  await mkdir(fresh, { recursive: true });
  try {
    const result = await build(fresh);
    await moveTo(fresh, place);
    return result;
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/** Renaming replaces an empty folder, and fails on anything else. */
async function moveTo(fresh: string, place: string): Promise<void> {
  await mkdir(dirname(place), { recursive: true });
  try {
    await rename(fresh, place);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && code !== 'ENOTDIR') throw error;
    throw new GitError('refused', `Something already stands at ${place}.`);
  }
}

async function isBareRepository(dir: string): Promise<boolean> {
  const place = resolve(dir);
  try {
    const options = { cwd: place, env: { GIT_DIR: place } };
    return (await readGit(['rev-parse', '--is-bare-repository'], options)) === 'true';
  } catch (error) {
    if (error instanceof GitError && error.code === 'not-a-repository') return false;
    throw error;
  }
}
