import { UsageError } from '../words';
import { spawnGit } from './spawn-git';

/**
 * The files below a folder that differ from the last commit, or that git does not know yet, relative to the folder;
 * null where the folder is in no working tree. Asks the system's git, which alone knows its index, its ignored files
 * and its settings. Throws UsageError where there is no git, or where it refuses.
 */
export function listChanged(directory: string): string[] | null {
  const prefix = runGit(directory, ['rev-parse', '--show-prefix']);
  if (prefix === null) return null;
  const status = runGit(directory, [
    ...withoutFilters(directory),
    'status',
    '--porcelain=v1',
    '-z',
    '--untracked-files=all',
    '--ignore-submodules=all',
    '--no-renames',
    '--',
    '.',
  ]);
  if (status === null) return null;
  // Each entry is two letters of state, a space, and the path from the root of the working tree.
  return status
    .split('\0')
    .filter((entry) => entry.length > 3)
    .map((entry) => entry.slice(3 + prefix.replace(/\n$/, '').length));
}

/** To compare contents, git would run the filters that the checkout's own settings name. */
function withoutFilters(directory: string): string[] {
  const pattern = '^filter\\..*\\.(clean|process|required)$';
  const own = ['--local', '--worktree'].flatMap((scope) => {
    const words = ['config', scope, '--includes', '-z', '--name-only', '--get-regexp', pattern];
    return spawnGit(directory, words).stdout?.split('\0') ?? [];
  });
  const names = [...new Set(own)].filter((name) => name !== '');
  return names.flatMap((name) => ['-c', name.endsWith('.required') ? `${name}=false` : `${name}=`]);
}

/** What git printed; null where the folder is in no working tree. */
function runGit(directory: string, words: string[]): string | null {
  const { status, stdout, stderr, error } = spawnGit(directory, words);
  if (status === 0) return stdout;
  if (error) throw new UsageError(whyNotRun(error));
  if (/not a git repository|must be run in a work tree/.test(stderr)) return null;
  throw new UsageError(`git was asked what changed, and refuses: ${stderr.trim()}`);
}

function whyNotRun(error: Error): string {
  if ('code' in error && error.code === 'ENOENT')
    return 'git is to be asked what changed, and there is none on the path.';
  return `git was asked what changed, and cannot be run: ${error.message}`;
}
