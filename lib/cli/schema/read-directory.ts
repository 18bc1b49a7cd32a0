import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  openSync,
  readSync,
  readlinkSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileEntry, FileSystem } from './file-system';
import { listChanged } from './git-changes';

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
  read: readFile,
  readLink: (path) => {
    try {
      return readlinkSync(path);
    } catch {
      return null;
    }
  },
  writeNew,
  write: (path, content) => {
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (!found) {
      writeNew(path, content);
      return;
    }
    // What is right already is left as it is, so that nobody who watches the file is woken.
    if (found.isFile() && readFile(path)?.equals(Buffer.from(content))) return;
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

/** Opened without waiting, because a named pipe may never answer. */
function readFile(path: string): Buffer | null {
  const file = openIfThere(path);
  if (file === null) return null;
  try {
    const found = fstatSync(file);
    if (!found.isFile() || found.size > maxFileSize) return null;
    const bytes = Buffer.allocUnsafe(found.size);
    let length = 0;
    for (let read = -1; length < bytes.length && read !== 0; length += read)
      read = readSync(file, bytes, length, bytes.length - length, null);
    return bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

function openIfThere(path: string): number | null {
  try {
    return openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

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
