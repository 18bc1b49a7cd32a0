import { GitError } from './git-error';

/**
 * Throws GitError `refused` unless git allows the text as the name of a branch, and it cannot be mistaken
 * for an option or a commit id. The rule: https://git-scm.com/docs/git-check-ref-format
 */
export function checkBranch(branch: string): void {
  const forbidden = /[\p{Cc} ~^:?*[\\]|\.\.|@\{|\/\/|^[-/]|[/.]$|^@$|^HEAD$/u;
  const badPart = (part: string) => part.startsWith('.') || part.endsWith('.lock');
  const allowed =
    branch.length > 0 &&
    branch.length <= 200 &&
    !forbidden.test(branch) &&
    !branch.split('/').some(badPart) &&
    !isObjectId(branch);
  if (!allowed) throw new GitError('refused', 'This cannot be the name of a branch.');
}

/** Throws GitError `refused` unless the text is a full object id (40 or 64 lower-case hexadecimal digits). */
export function checkObjectId(id: string): void {
  if (!isObjectId(id)) throw new GitError('refused', 'This is not the full id of a git object.');
}

/** Tells whether the text is a full object id. */
export function isObjectId(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}
