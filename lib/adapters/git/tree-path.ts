import { posix } from 'node:path';
import { GitError } from './git-error';
import { hasControlCharacter } from './remote-url';

const longest = 1024;

/**
 * Throws GitError `refused` unless the path is safe in a repository: relative, with `/` between its parts,
 * no empty, `.`, `..` or `.git` part (nor what other file systems take for `.git`), no control character.
 */
export function checkTreePath(path: string): void {
  const parts = path.split('/');
  const bad =
    path.length > longest || hasControlCharacter(path) || path.includes('\\') || parts.some(isUnsafePart);
  if (bad)
    throw new GitError(
      'refused',
      `The path ${JSON.stringify(path.slice(0, 120))} is not allowed in a repository.`,
    );
}

/** Throws GitError `refused` unless a symbolic link at `path` with this target stays inside the repository. */
export function checkLinkTarget(path: string, target: string): void {
  const within = posix.join(posix.dirname(path), target);
  const bad =
    target === '' ||
    target.length > longest ||
    hasControlCharacter(target) ||
    target.includes('\\') ||
    posix.isAbsolute(target) ||
    within === '..' ||
    within.startsWith('../') ||
    within.split('/').some(isGitFolder);
  if (bad) throw new GitError('refused', `The link ${JSON.stringify(path)} points outside the repository.`);
}

function isUnsafePart(part: string): boolean {
  return part === '' || part === '.' || part === '..' || isGitFolder(part);
}

/** Case, trailing dots and spaces, short names, and characters that some file systems ignore. */
function isGitFolder(part: string): boolean {
  const seen = part
    .replace(/[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g, '')
    .split(':')[0]!
    .replace(/[. ]+$/, '')
    .toLowerCase();
  return seen === '.git' || seen === 'git~1';
}
