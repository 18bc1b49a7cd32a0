import { tmpdir } from 'node:os';
import { GitError } from './git-error';
import { readGit } from './run-git';

/** Settings by environment and `GIT_CONFIG_GLOBAL` came with 2.31 and 2.32; 2.34 is what old systems still ship. */
const oldest = { major: 2, minor: 34 };

/**
 * Returns git's version. Throws GitError `git-missing`, with a sentence that says what to do, when git is
 * not installed or too old.
 */
export async function requireGit(): Promise<string> {
  const answer = await readGit(['--version'], { cwd: tmpdir() });
  const version = /(\d+)\.(\d+)[\d.]*/.exec(answer);
  const [major, minor] = [Number(version?.[1] ?? 0), Number(version?.[2] ?? 0)];
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor))
    return version?.[0] ?? answer;
  const wanted = `${oldest.major}.${oldest.minor}`;
  throw new GitError(
    'git-missing',
    `git ${version?.[0] ?? 'of an unknown version'} is too old: Assent needs git ${wanted} or newer. Install a newer git and start again.`,
  );
}
