import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  openSync,
  readSync,
  readlinkSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileEntry, FileSystem, UnreadBecause } from './file-system';
import { listChanged } from './git-changes';
import { listCommitted } from './list-committed';
import { realPath } from './real-path';

/** Larger files are no schemas. In bytes. */
const maxFileSize = 4 * 1024 * 1024;

/** The file system of the machine. */
export const nodeFileSystem: FileSystem = {
  isDirectory: (path) => statOf(path)?.isDirectory() ?? false,
  isFile: (path) => statOf(path)?.isFile() ?? false,
  realPath,
  list: (directory) => {
    const entries: FileEntry[] = [];
    listInto(entries, directory, '');
    return entries;
  },
  read: readFile,
  whyUnread,
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
    replace(path, (beside) => writeFileSync(beside, content, { flag: 'wx' }));
  },
  writeLink: (path, target) => {
    if (codeOf(() => placeNew(path, () => symlinkSync(target, path)), 'EEXIST') !== null)
      replace(path, (beside) => symlinkSync(target, beside));
  },
  listChanged,
  listCommitted,
};

/** Null where nothing is there, where a link leads nowhere or in a circle, or where the system refuses to look. */
function statOf(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}

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
  } catch {
    return null;
  } finally {
    closeSync(file);
  }
}

function whyUnread(path: string): UnreadBecause {
  const found = statOf(path);
  if (found !== null) {
    if (!found.isFile()) return 'not-a-file';
    return found.size > maxFileSize ? 'too-large' : 'closed';
  }
  try {
    return lstatSync(path, { throwIfNoEntry: false }) === undefined ? 'missing' : 'closed';
  } catch {
    return 'closed';
  }
}

function openIfThere(path: string): number | null {
  try {
    return openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch {
    return null;
  }
}

function writeNew(path: string, content: string): void {
  const beside = besideOf(path);
  try {
    placeNew(beside, () => writeFileSync(beside, content, { flag: 'wx' }));
    // A link puts the whole file in its place in one step, and never in that of another one.
    if (codeOf(() => linkSync(beside, path), 'EPERM') !== null) writeFileSync(path, content, { flag: 'wx' });
  } finally {
    rmSync(beside, { force: true });
  }
}

/** Makes something new, and the folders that it needs where they are missing, which they seldom are. */
function placeNew(path: string, make: () => void): void {
  if (codeOf(make, 'ENOENT') === null) return;
  mkdirSync(dirname(path), { recursive: true });
  make();
}

/** Runs it; gives the code where the system refuses with just that, null where it is done, and throws the rest. */
function codeOf(run: () => void, expected: string): string | null {
  try {
    run();
    return null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === expected) return expected;
    throw error;
  }
}

function besideOf(path: string): string {
  return `${path}.${process.pid}.new`;
}

/** Renaming replaces in one step, so that nobody ever sees half a file or no link. */
function replace(path: string, make: (beside: string) => void): void {
  const beside = besideOf(path);
  try {
    make(beside);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

function listInto(entries: FileEntry[], root: string, folder: string): void {
  const found = readFolder(join(root, folder));
  if (found === null) {
    entries.push({ path: folder, kind: 'closed' });
    return;
  }
  for (const entry of found.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isSymbolicLink()) entries.push({ path, kind: 'symlink' });
    else if (entry.isFile()) entries.push({ path, kind: 'file' });
    else if (!entry.isDirectory()) entries.push({ path, kind: 'special' });
    else if (!entry.name.startsWith('.') && entry.name !== 'node_modules') {
      entries.push({ path, kind: 'folder' });
      listInto(entries, root, path);
    }
  }
}

function readFolder(path: string): Dirent[] | null {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return null;
  }
}
