import type { Person } from './commit-files';
import type { Trailer } from './commit-message';
import { findLocalHead, inMirror, type Mirror } from './mirror';
import { checkBranch, checkObjectId, isObjectId } from './ref-name';
import { readGit, runGit } from './run-git';

export interface CommitInfo {
  sha: string;
  /** Ids of the parents; empty for the first commit. */
  parents: string[];
  author: Person;
  committer: Person;
  /** The committer's date. */
  date: Date;
  /** The whole message, trailers included. */
  message: string;
  trailers: Trailer[];
}

/**
 * The newest commit that carries exactly this trailer in its last paragraph; null where none does, or the
 * branch does not exist. It looks at what the last `fetchMirror` saw.
 *
 * @param from a branch, or the id of a commit to begin from
 */
export async function findCommitByTrailer(
  mirror: Mirror,
  from: string,
  { key, value }: Trailer,
): Promise<string | null> {
  const start = isObjectId(from) ? from : await findBranch(mirror, from);
  if (start === null) return null;
  const format = '--format=%H%x00%(trailers:only,unfold,separator=%x00)%x01';
  // The text search only narrows; whether it is a trailer is decided below.
  const narrow = ['--fixed-strings', '--regexp-ignore-case', `--grep=${key}: ${value}`];
  const answer = await readGit(['log', format, ...narrow, start, '--'], inMirror(mirror));
  for (const record of answer.split('\u0001')) {
    const [sha = '', ...lines] = record.trim().split('\0');
    if (parseTrailers(lines).some((trailer) => sameKey(trailer.key, key) && trailer.value === value))
      return sha;
  }
  return null;
}

/** What a commit says of itself. Throws GitError `failed` where there is no such commit. */
export async function commitInfo(mirror: Mirror, commit: string): Promise<CommitInfo> {
  checkObjectId(commit);
  const format =
    '%H%x00%P%x00%an%x00%ae%x00%cn%x00%ce%x00%ct%x00%B%x00%(trailers:only,unfold,separator=%x00)';
  const { stdout } = await runGit(['log', '-1', `--format=${format}`, commit, '--'], inMirror(mirror));
  const [sha = '', parents = '', ...rest] = stdout.toString('utf8').replace(/\n$/, '').split('\0');
  const [
    name = '',
    email = '',
    committerName = '',
    committerEmail = '',
    seconds = '0',
    message = '',
    ...lines
  ] = rest;
  return {
    sha,
    parents: parents.split(' ').filter(Boolean),
    author: { name, email },
    committer: { name: committerName, email: committerEmail },
    date: new Date(Number(seconds) * 1000),
    message,
    trailers: parseTrailers(lines),
  };
}

async function findBranch(mirror: Mirror, branch: string): Promise<string | null> {
  checkBranch(branch);
  return findLocalHead(mirror, branch);
}

function parseTrailers(lines: readonly string[]): Trailer[] {
  return lines.flatMap((line) => {
    const colon = line.indexOf(':');
    return colon > 0 ? [{ key: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() }] : [];
  });
}

/** Git compares the keys of trailers without regard to case. */
function sameKey(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
