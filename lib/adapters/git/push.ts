import { GitError } from './git-error';
import { findRemoteHead, inMirror, type Mirror } from './mirror';
import { checkBranch, checkObjectId } from './ref-name';
import { readGit, runGit } from './run-git';

export interface PushRequest {
  mirror: Mirror;
  /** The commit to deliver, made by `commitFiles`. */
  commit: string;
  branch: string;
  /** The head that was seen when work began; null where the branch did not exist. */
  expected: string | null;
}

const pushTimeoutMs = 3 * 60_000;

/**
 * Delivers exactly this commit to the branch, if the branch still stands where it stood when work began.
 * `pushed`: the remote's head is the commit (also when an earlier attempt had already delivered it).
 * `rejected`: the remote moved; nothing was overwritten. Fetch, look whether the work is there by its trailer
 * (`findCommitByTrailer`), and begin again only if it is not.
 *
 * Throws GitError `refused` where the commit does not build on `expected`, `push-rejected` where the
 * remote's own rules forbid it, and the codes of an unreachable remote. After an unclear end (a connection
 * that broke, a time-out) the remote itself is asked what it holds.
 */
export async function pushCommit(request: PushRequest): Promise<'pushed' | 'rejected'> {
  const { mirror, commit, branch, expected } = request;
  checkBranch(branch);
  checkObjectId(commit);
  if (expected !== null) await checkFastForward(mirror, expected, commit);
  const ref = `refs/heads/${branch}`;
  const lease = `--force-with-lease=${ref}:${expected ?? ''}`;
  const args = ['push', '--porcelain', '--no-verify', lease, '--', 'origin', `${commit}:${ref}`];
  try {
    await runGit(args, inMirror(mirror, { timeoutMs: pushTimeoutMs }));
    return 'pushed';
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return judgeByRemote(request, error);
  }
}

async function checkFastForward(mirror: Mirror, expected: string, commit: string): Promise<void> {
  checkObjectId(expected);
  const left = await readGit(['rev-list', '--max-count=1', expected, `^${commit}`], inMirror(mirror));
  if (left === '') return;
  throw new GitError('refused', 'The commit does not build on the head that was seen when work began.');
}

async function judgeByRemote(request: PushRequest, failure: GitError): Promise<'pushed' | 'rejected'> {
  const there = await findRemoteHead({ ...request.mirror, branch: request.branch }).catch(() => undefined);
  if (there === undefined) throw failure;
  if (there === request.commit) return 'pushed';
  if (there !== request.expected) return 'rejected';
  if (failure.code !== 'failed') throw failure;
  throw new GitError(
    'push-rejected',
    `The remote did not take the commit. ${failure.message}`,
    failure.stderr,
  );
}
