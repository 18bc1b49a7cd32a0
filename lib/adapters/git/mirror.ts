import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { withFolderLock } from './folder-lock';
import { GitError } from './git-error';
import { checkBranch, isObjectId } from './ref-name';
import { checkRemoteUrl } from './remote-url';
import { type RunGitOptions, readGit, runGit } from './run-git';

/** A bare copy of a remote's branch. The URL is never written to disk: it may hold a token. */
export interface Mirror {
  /** Absolute path of the bare repository. */
  dir: string;
  url: string;
  branch: string;
}

const lockWaitMs = 11 * 60_000;
const fetchTimeoutMs = 10 * 60_000;
const lookTimeoutMs = 60_000;
const abandonedMs = 60 * 60_000;

/**
 * Makes sure that the bare copy exists and is usable, without touching the network; `fetchMirror` fills it.
 *
 * Server, worker and command line share one folder: a copy each would cost a download each, and reading
 * and adding objects is safe side by side, because git names them by content and nothing here ever
 * collects garbage. Only what changes refs (creating, repairing, fetching) takes the lock file beside the
 * folder. A new copy is made in a temporary folder and renamed, so a half-made one is never seen; one that
 * is broken all the same is made again.
 *
 * Throws GitError `refused` for a URL or branch that git must not be told.
 */
export async function openMirror(wanted: Mirror): Promise<Mirror> {
  checkBranch(wanted.branch);
  const mirror = { dir: resolve(wanted.dir), url: checkRemoteUrl(wanted.url), branch: wanted.branch };
  await mkdir(dirname(mirror.dir), { recursive: true });
  if (!(await isUsable(mirror))) await locked(mirror, () => ensureUsable(mirror));
  return mirror;
}

/**
 * Brings the copy of the branch up to date. `head` is the commit the remote has now; null where the remote
 * has no commit at all. Throws GitError `branch-missing` where it has other branches only, and
 * `remote-unreachable`, `auth-failed`, `not-a-repository` or `timeout`.
 */
export async function fetchMirror(mirror: Mirror): Promise<{ head: string | null }> {
  return locked(mirror, async () => {
    await ensureUsable(mirror);
    try {
      return await fetchBranch(mirror);
    } catch (error) {
      if (!(error instanceof GitError) || error.code !== 'failed') throw error;
      // Broken objects show only here. The copy holds nothing that the remote does not have.
      await rebuild(mirror);
      return fetchBranch(mirror);
    }
  });
}

/** The commit at the remote's branch now, asked over the network; null where that branch does not exist. */
export async function findRemoteHead(mirror: Mirror): Promise<string | null> {
  return (await listRemoteHeads(mirror)).get(mirror.branch) ?? null;
}

/** The options for running git inside the copy; the remote is called `origin` there. */
export function inMirror(mirror: Mirror, options: Omit<RunGitOptions, 'cwd'> = {}): RunGitOptions {
  return {
    ...options,
    cwd: mirror.dir,
    env: { GIT_DIR: mirror.dir, ...options.env },
    config: { 'remote.origin.url': mirror.url, ...options.config },
  };
}

function locked<T>(mirror: Mirror, work: () => Promise<T>): Promise<T> {
  return withFolderLock(`${mirror.dir}.lock`, lockWaitMs, work);
}

async function fetchBranch(mirror: Mirror): Promise<{ head: string | null }> {
  const ref = `refs/heads/${mirror.branch}`;
  const heads = await listRemoteHeads(mirror);
  const there = heads.get(mirror.branch) ?? null;
  if (there === null && heads.size > 0) {
    throw new GitError('branch-missing', `The remote repository has no branch ${mirror.branch}.`);
  }
  if (there === null) {
    await runGit(['update-ref', '-d', ref], inMirror(mirror));
    return { head: null };
  }
  if (there !== (await findLocalHead(mirror))) {
    const flags = ['--no-tags', '--no-auto-gc', '--no-recurse-submodules', '--no-write-fetch-head'];
    const timeoutMs = fetchTimeoutMs;
    await runGit(
      ['fetch', '--quiet', ...flags, '--', 'origin', `+${ref}:${ref}`],
      inMirror(mirror, { timeoutMs }),
    );
  }
  return { head: await findLocalHead(mirror) };
}

async function listRemoteHeads(mirror: Mirror): Promise<Map<string, string>> {
  const options = inMirror(mirror, { timeoutMs: lookTimeoutMs });
  const answer = await readGit(['ls-remote', '--heads', '--', 'origin'], options);
  const heads = new Map<string, string>();
  for (const line of answer.split('\n')) {
    const [id = '', ref = ''] = line.split('\t');
    if (isObjectId(id) && ref.startsWith('refs/heads/')) heads.set(ref.slice('refs/heads/'.length), id);
  }
  return heads;
}

/** The commit at a branch of the copy, as the last fetch left it; null where the copy has no such branch. */
export async function findLocalHead(mirror: Mirror, branch: string = mirror.branch): Promise<string | null> {
  const ref = `refs/heads/${branch}`;
  // The pattern also matches what lies below a name, hence the comparison.
  const answer = await readGit(['for-each-ref', '--format=%(objectname) %(refname)', ref], inMirror(mirror));
  const line = answer.split('\n').find((candidate) => candidate.endsWith(` ${ref}`));
  return line?.split(' ')[0] ?? null;
}

async function isUsable(mirror: Mirror): Promise<boolean> {
  const isThere = await stat(mirror.dir).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
  if (!isThere) return false;
  try {
    if ((await readGit(['rev-parse', '--is-bare-repository'], inMirror(mirror))) !== 'true') return false;
    const head = await findLocalHead(mirror);
    if (head) await runGit(['cat-file', '-e', `${head}^{tree}`], inMirror(mirror));
    return true;
  } catch (error) {
    if (error instanceof GitError && error.code !== 'git-missing' && error.code !== 'timeout') return false;
    throw error;
  }
}

/** Call it with the lock held: then whatever looks unfinished was left by a process that died. */
async function ensureUsable(mirror: Mirror): Promise<void> {
  await removeLeftovers(mirror);
  if (!(await isUsable(mirror))) await rebuild(mirror);
}

async function rebuild(mirror: Mirror): Promise<void> {
  const fresh = `${mirror.dir}.${randomUUID()}.tmp`;
  const broken = `${mirror.dir}.${randomUUID()}.tmp`;
  try {
    await mkdir(fresh, { recursive: true });
    const asRepository = { cwd: fresh, env: { GIT_DIR: fresh } };
    await runGit(
      ['init', '--bare', '--quiet', `--initial-branch=${mirror.branch}`, '--template='],
      asRepository,
    );
    await rename(mirror.dir, broken).catch(ignoreMissing);
    await rename(fresh, mirror.dir);
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(broken, { recursive: true, force: true });
  }
}

async function removeLeftovers({ dir }: Mirror): Promise<void> {
  const [parent, name] = [dirname(dir), basename(dir)];
  for (const entry of await readdir(parent)) {
    const isTemporary = entry.endsWith('.tmp') || entry.startsWith(`${name}.lock.`);
    if (entry.startsWith(`${name}.`) && isTemporary) await removeIfOlder(join(parent, entry), abandonedMs);
  }
  const references = await list(join(dir, 'refs'), true);
  const [top, packs] = [await list(dir, false), await list(join(dir, 'objects/pack'), false)];
  for (const path of [...top, ...references]) if (path.endsWith('.lock')) await rm(path, { force: true });
  // Commits are made without the lock, so only what is old is certain to be abandoned.
  for (const path of [...top, ...packs]) {
    if (basename(path).startsWith('tmp_')) await removeIfOlder(path, abandonedMs);
  }
}

async function list(folder: string, recursive: boolean): Promise<string[]> {
  const names = await readdir(folder, { recursive }).catch(() => []);
  return names.map((name) => join(folder, name));
}

async function removeIfOlder(path: string, ageMs: number): Promise<void> {
  const entry = await stat(path).catch(() => null);
  if (entry && Date.now() - entry.mtimeMs > ageMs) await rm(path, { recursive: true, force: true });
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
