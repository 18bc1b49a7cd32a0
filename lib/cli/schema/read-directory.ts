import { spawnSync } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileEntry, FileSystem } from './file-system';

/** Larger files are no schemas. In bytes. */
const maxFileSize = 4 * 1024 * 1024;

/** The file system of the machine. */
export const nodeFileSystem: FileSystem = {
  isDirectory: (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false,
  isFile: (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false,
  list: (directory) => {
    const entries: FileEntry[] = [];
    listInto(entries, directory, '');
    return entries;
  },
  read: (path) => {
    const size = lstatSync(path, { throwIfNoEntry: false })?.size ?? null;
    return size === null || size > maxFileSize ? null : readFileSync(path);
  },
  readLink: (path) =>
    lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ? readlinkSync(path) : null,
  writeNew,
  write: (path, content) => {
    if (!lstatSync(path, { throwIfNoEntry: false })) {
      writeNew(path, content);
      return;
    }
    const beside = besideOf(path);
    writeFileSync(beside, content, { flag: 'wx' });
    renameSync(beside, path);
  },
  writeLink: (path, target) => {
    mkdirSync(dirname(path), { recursive: true });
    const beside = besideOf(path);
    symlinkSync(target, beside);
    renameSync(beside, path);
  },
  listChanged,
};

function writeNew(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content, { flag: 'wx' });
}

/** Renaming replaces in one step, so that nobody ever sees half a file or no link. */
function besideOf(path: string): string {
  return `${path}.${process.pid}.new`;
}

function listInto(entries: FileEntry[], root: string, folder: string): void {
  const found = readdirSync(join(root, folder), { withFileTypes: true });
  for (const entry of found.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isSymbolicLink()) entries.push({ path, kind: 'symlink' });
    else if (entry.isFile()) entries.push({ path, kind: 'file' });
    else if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules') {
      listInto(entries, root, path);
    }
  }
}

/** Asks the system's git, which alone knows its index, its ignored files and its settings. */
function listChanged(directory: string): string[] | null {
  const words = ['status', '--porcelain=v1', '-z', '--untracked-files=all', '--no-renames', '--', '.'];
  const prefix = runGit(directory, ['rev-parse', '--show-prefix']);
  const status = runGit(directory, words);
  if (prefix === null || status === null) return null;
  // Each entry is two letters of state, a space, and the path from the root of the working tree.
  return status
    .split('\0')
    .filter((entry) => entry.length > 3)
    .map((entry) => entry.slice(3 + prefix.trimEnd().length));
}

function runGit(directory: string, words: string[]): string | null {
  const { status, stdout } = spawnSync('git', words, {
    cwd: directory,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, GIT_OPTIONAL_LOCKS: '0' },
  });
  return status === 0 ? stdout : null;
}
