import { checkRemoteUrl } from './remote-url';
import { readGit } from './run-git';

/**
 * The branch that a remote's HEAD names; null for a remote without one (an empty repository that says nothing).
 * Throws GitError `remote-unreachable`, `auth-failed`, `not-a-repository` or `refused`.
 */
export async function findDefaultBranch(url: string): Promise<string | null> {
  const answer = await readGit(['ls-remote', '--symref', '--', checkRemoteUrl(url), 'HEAD'], { cwd: '/' });
  return /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(answer)?.[1] ?? null;
}
