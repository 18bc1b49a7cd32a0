import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GitError } from './git-error';
import { inMirror, type Mirror } from './mirror';
import { checkBranch, checkObjectId } from './ref-name';
import { readGit, runGit } from './run-git';
import { checkLinkTarget, checkTreePath } from './tree-path';

export interface CommitFile {
  path: string;
  kind: 'file' | 'symlink';
  /** A symbolic link's content is its target. */
  content: string | Buffer;
}

export interface Person {
  name: string;
  email: string;
}

export interface CommitRequest {
  mirror: Mirror;
  /** The branch the commit is meant for. */
  branch: string;
  /** The commit to build on; null begins a history. */
  parent: string | null;
  /** What is added or replaced; everything else stays as it is in `parent`. */
  files: readonly CommitFile[];
  message: string;
  author: Person;
  committer: Person;
  /** Author and committer date, to the second, in UTC. */
  date: Date;
}

/**
 * Makes a commit of the files on top of `parent` and returns its id. No ref moves and no work tree is needed:
 * the commit is nothing but objects until `pushCommit` delivers it, so it may be made any number of times;
 * the same request always gives the same id.
 *
 * Throws GitError `refused` for unsafe paths, links that leave the repository, two entries of one path, or
 * none at all, or where a file would replace a folder or a folder a file; `failed` where the parent does not
 * exist.
 */
export async function commitFiles(request: CommitRequest): Promise<string> {
  checkRequest(request);
  const { mirror, parent } = request;
  // In the copy itself, where the next fetch clears away what a killed process left.
  const scratch = await mkdtemp(join(mirror.dir, 'tmp_commit-'));
  try {
    const oids = await writeBlobs(mirror, request.files, scratch);
    const options = inMirror(mirror, { env: { GIT_INDEX_FILE: join(scratch, 'index') } });
    await runGit(parent ? ['read-tree', parent] : ['read-tree', '--empty'], options);
    const input = request.files.map((file, index) => indexLine(file, oids[index]!)).join('');
    await runGit(['update-index', '-z', '--add', '--index-info'], { ...options, input });
    const tree = await readGit(['write-tree'], options);
    if (parent) await checkNothingLost(mirror, parent, tree);
    return await writeCommit(request, tree);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function checkRequest({ branch, parent, files, message }: CommitRequest): void {
  checkBranch(branch);
  if (parent !== null) checkObjectId(parent);
  if (files.length === 0) throw new GitError('refused', 'A commit needs at least one file.');
  if (message.trim() === '' || message.includes('\0'))
    throw new GitError('refused', 'A commit needs a message.');
  const seen = new Set<string>();
  for (const file of files) {
    checkTreePath(file.path);
    if (file.kind === 'symlink') checkLinkTarget(file.path, file.content.toString());
    if (seen.has(file.path))
      throw new GitError('refused', `The path ${JSON.stringify(file.path)} is named twice.`);
    seen.add(file.path);
  }
  checkNoFileIsFolder(seen);
}

function checkNoFileIsFolder(paths: ReadonlySet<string>): void {
  for (const path of paths) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (!paths.has(path.slice(0, end))) continue;
      throw new GitError(
        'refused',
        `${JSON.stringify(path.slice(0, end))} is named as a file and as a folder.`,
      );
    }
  }
}

/** One process for any number of files: their contents go through numbered files, whose names are ours. */
async function writeBlobs(mirror: Mirror, files: readonly CommitFile[], scratch: string): Promise<string[]> {
  const names = files.map((_, index) => join(scratch, `blob-${index}`));
  for (const [index, file] of files.entries()) await writeFile(names[index]!, file.content);
  const options = inMirror(mirror, { input: `${names.join('\n')}\n` });
  const answer = await readGit(['hash-object', '-w', '--no-filters', '--stdin-paths'], options);
  return answer.split('\n');
}

function indexLine(file: CommitFile, oid: string): string {
  return `${file.kind === 'symlink' ? '120000' : '100644'} ${oid}\t${file.path}\0`;
}

/** The index makes room for a file by dropping a folder of that name, and the reverse, without a word. */
async function checkNothingLost(mirror: Mirror, parent: string, tree: string): Promise<void> {
  const args = ['diff-tree', '-r', '-z', '--no-renames', '--diff-filter=D', '--name-only', parent, tree];
  const [lost] = (await readGit(args, inMirror(mirror))).split('\0');
  if (lost) throw new GitError('refused', `The commit would remove ${JSON.stringify(lost)}.`);
}

async function writeCommit(request: CommitRequest, tree: string): Promise<string> {
  const { mirror, parent, message, author, committer, date } = request;
  // Without the `@`, git takes small numbers for years; it knows no time before 1970.
  const when = `@${Math.max(0, Math.floor(date.getTime() / 1000))} +0000`;
  const env = {
    GIT_AUTHOR_NAME: safeIdentity(author.name, 'unnamed'),
    GIT_AUTHOR_EMAIL: safeIdentity(author.email, 'unknown'),
    GIT_AUTHOR_DATE: when,
    GIT_COMMITTER_NAME: safeIdentity(committer.name, 'unnamed'),
    GIT_COMMITTER_EMAIL: safeIdentity(committer.email, 'unknown'),
    GIT_COMMITTER_DATE: when,
  };
  const parents = parent ? ['-p', parent] : [];
  const input = message.endsWith('\n') ? message : `${message}\n`;
  return readGit(['commit-tree', tree, ...parents, '-F', '-'], inMirror(mirror, { env, input }));
}

/** Git refuses names made only of punctuation; what a person is called must never stop a delivery. */
function safeIdentity(text: string, otherwise: string): string {
  const clean = text
    .replace(/[<>\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return /[^\s.,:;"'\\]/.test(clean) ? clean : otherwise;
}
