import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { CommitFile } from './commit-files';
import { GitError } from './git-error';
import { checkLinkTarget, checkTreePath } from './tree-path';

const ignored = new Set(['.git', 'node_modules']);
const maxFiles = 100_000;
const maxFileBytes = 16 * 1024 * 1024;
const maxTotalBytes = 512 * 1024 * 1024;
const longestLink = 255;

/**
 * Reads a plain folder as the files of a commit, in the order of their paths; `.git`, `node_modules` and what
 * is neither file nor link are left out. Links of the jsonschema-tools layout that were copied as small text
 * files become links again: a file named `X.Y.Z`, `latest` or `latest.TYPE` whose whole content is the name
 * of a file beside it.
 *
 * Throws GitError `refused` for a link that leaves the folder or an unsafe name, `too-large` above 100,000
 * files, 16 MiB a file or 512 MiB in all, `not-a-repository` where there is no such folder.
 */
export async function readSourceDirectory(sourceDir: string): Promise<CommitFile[]> {
  const root = resolve(sourceDir);
  const rootEntry = await lstat(root).catch(() => null);
  if (!rootEntry?.isDirectory()) throw new GitError('not-a-repository', `There is no folder at ${root}.`);
  const files: CommitFile[] = [];
  let total = 0;
  for await (const file of walk(root, '')) {
    total += file.content.length;
    files.push(file);
    if (files.length > maxFiles || total > maxTotalBytes) {
      throw new GitError('too-large', `The folder ${root} holds more than a schema repository may.`);
    }
  }
  return restoreLinks(files);
}

async function* walk(root: string, under: string): AsyncGenerator<CommitFile> {
  const entries = await readdir(join(root, under), { withFileTypes: true });
  entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  for (const entry of entries) {
    if (ignored.has(entry.name)) continue;
    const path = under === '' ? entry.name : `${under}/${entry.name}`;
    checkTreePath(path);
    if (entry.isDirectory()) yield* walk(root, path);
    else if (entry.isSymbolicLink()) yield await readLink(root, path);
    else if (entry.isFile()) yield await readRegularFile(root, path);
  }
}

async function readLink(root: string, path: string): Promise<CommitFile> {
  const target = await readlink(join(root, path));
  checkLinkTarget(path, target);
  return { path, kind: 'symlink', content: target };
}

async function readRegularFile(root: string, path: string): Promise<CommitFile> {
  const { size } = await lstat(join(root, path));
  if (size > maxFileBytes)
    throw new GitError('too-large', `The file ${path} is larger than ${maxFileBytes} bytes.`);
  return { path, kind: 'file', content: await readFile(join(root, path)) };
}

function restoreLinks(files: CommitFile[]): CommitFile[] {
  const paths = new Set(files.map((file) => file.path));
  return files.map((file) => {
    const target = findTextLink(file);
    if (target === null) return file;
    const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1);
    return paths.has(folder + target) ? { ...file, kind: 'symlink', content: target } : file;
  });
}

function findTextLink(file: CommitFile): string | null {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  const mayBeLink = /^(?:\d+\.\d+\.\d+|latest(?:\.[A-Za-z0-9]+)?)$/.test(name);
  if (file.kind !== 'file' || !mayBeLink || file.content.length > longestLink) return null;
  const target = file.content.toString().replace(/\r?\n$/, '');
  return target !== name && /^(?!\.\.?$)[A-Za-z0-9._-]+$/.test(target) ? target : null;
}
