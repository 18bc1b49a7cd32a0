import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CommittedFiles } from './file-system';
import { realPath } from './real-path';
import { spawnGit } from './spawn-git';

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

/** What git prints; null where it refuses or is not there. */
function askGit(directory: string, words: string[]): string | null {
  const { status, stdout } = spawnGit(directory, words);
  return status === 0 ? stdout : null;
}
