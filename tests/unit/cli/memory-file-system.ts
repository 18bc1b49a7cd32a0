import { dirname, join } from 'node:path';
import type { CommittedFiles, FileEntry, FileSystem, UnreadBecause } from '@/lib/cli/schema/file-system';

/** A file's content, where a link points to, or something that cannot be read; `folder` is an empty one. */
export type MemoryFile =
  | string
  | Uint8Array
  | { link: string }
  | { is: Exclude<UnreadBecause, 'missing'> | 'folder' };

/**
 * A file system in memory, by absolute path. `changed` and `committed` are what git would say, by path from the listed
 * folder. What `refused` names cannot be written to. Folders are never links.
 */
export class MemoryFileSystem implements FileSystem {
  readonly files: Map<string, MemoryFile>;
  readonly refused = new Set<string>();
  changed: string[] | null = null;
  committed: Record<string, CommittedFiles> = {};

  constructor(files: Record<string, MemoryFile>) {
    this.files = new Map(Object.entries(files));
  }

  isDirectory(path: string): boolean {
    const at = this.files.get(path);
    if (typeof at === 'object' && 'is' in at && at.is === 'folder') return true;
    return [...this.files.keys()].some((file) => file.startsWith(`${path}/`));
  }

  isFile(path: string): boolean {
    const file = this.files.get(this.realPath(path));
    return file !== undefined && !(typeof file === 'object' && 'is' in file);
  }

  realPath(path: string): string {
    const file = this.files.get(path);
    if (typeof file !== 'object' || !('link' in file)) return path;
    const next = file.link.startsWith('/') ? file.link : join(dirname(path), file.link);
    return next === path ? path : this.realPath(next);
  }

  list(directory: string): FileEntry[] {
    const entries = new Map<string, FileEntry['kind']>();
    for (const [path, file] of this.files) {
      if (!path.startsWith(`${directory}/`)) continue;
      const below = path.slice(directory.length + 1);
      entries.set(below, kindOf(file));
      for (let folder = dirname(below); folder !== '.'; folder = dirname(folder))
        entries.set(folder, 'folder');
    }
    return [...entries]
      .map(([path, kind]) => ({ path, kind }))
      .sort((one, other) => (one.path < other.path ? -1 : 1));
  }

  read(path: string): Uint8Array | null {
    const file = this.files.get(this.realPath(path));
    if (typeof file === 'string') return new TextEncoder().encode(file);
    return file instanceof Uint8Array ? file : null;
  }

  whyUnread(path: string): UnreadBecause {
    const file = this.files.get(path);
    if (file === undefined) return 'missing';
    if (typeof file !== 'object' || !('is' in file)) return 'closed';
    return file.is === 'folder' ? 'not-a-file' : file.is;
  }

  readLink(path: string): string | null {
    const file = this.files.get(path);
    return typeof file === 'object' && 'link' in file ? file.link : null;
  }

  writeNew(path: string, content: string): void {
    this.#refuse(path);
    if (this.files.has(path)) throw new Error(`${path} is there already`);
    this.files.set(path, content);
  }

  write(path: string, content: string): void {
    this.#refuse(path);
    this.files.set(path, content);
  }

  writeLink(path: string, target: string): void {
    this.#refuse(path);
    this.files.set(path, { link: target });
  }

  listChanged(): string[] | null {
    return this.changed;
  }

  listCommitted(_directory: string, revision: string | null): CommittedFiles {
    const unknown = revision === null ? 'no-working-tree' : 'git-refuses';
    return this.committed[revision ?? 'HEAD'] ?? unknown;
  }

  #refuse(path: string): void {
    if (this.refused.has(path)) throw Object.assign(new Error(`EACCES: ${path}`), { code: 'EACCES' });
  }
}

function kindOf(file: MemoryFile): FileEntry['kind'] {
  if (typeof file === 'string' || file instanceof Uint8Array) return 'file';
  if ('link' in file) return 'symlink';
  if (file.is === 'folder') return 'folder';
  return file.is === 'not-a-file' ? 'special' : 'file';
}
