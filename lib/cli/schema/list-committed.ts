import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CommittedFiles } from './file-system';
import { realPath } from './real-path';

/** Asks the system's git for the files below a folder that a revision holds; null means HEAD. */
export function listCommitted(directory: string, revision: string | null): CommittedFiles {
  if (!isInWorkingTree(directory)) return 'no-working-tree';
  const words = ['ls-tree', '-r', '-z', '--name-only', '--end-of-options', `${revision ?? 'HEAD'}^{commit}`];
  const listed = askGit(directory, words);
  if (listed !== null) return new Set(listed.split('\0').filter((path) => path !== ''));
  // Before the first commit HEAD names nothing, and everything is new.
  const isUnborn =
    revision === null &&
    askGit(directory, ['rev-parse', '--is-inside-work-tree'])?.trim() === 'true' &&
    askGit(directory, ['rev-parse', '--verify', '--quiet', 'HEAD']) === null;
  return isUnborn ? new Set() : 'git-refuses';
}

/** Looks for git's folder itself: outside of a working tree no process has to be started. */
function isInWorkingTree(directory: string): boolean {
  for (let folder = realPath(directory); ; folder = dirname(folder)) {
    if (isThere(join(folder, '.git'))) return true;
    if (folder === dirname(folder)) return false;
  }
}

function isThere(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/**
 * What git prints; null where it refuses or is not there. A checkout may come from anybody: none of the programs that its
 * settings name are run, and nothing is fetched.
 */
function askGit(directory: string, words: string[]): string | null {
  // Loaded where git is asked: most commands do not.
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  // A hook has these set to its own repository, which need not be this one.
  const { GIT_DIR, GIT_WORK_TREE, GIT_INDEX_FILE, ...environment } = process.env;
  const safely = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'];
  const { status, stdout } = spawnSync('git', [...safely, ...words], {
    cwd: directory,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    env: { ...environment, GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1' },
  });
  return status === 0 ? stdout : null;
}
