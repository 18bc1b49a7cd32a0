import type { FileEntry, FileSystem } from '@/lib/cli/schema/file-system';

/** A file's content, or where a link points to. */
export type MemoryFile = string | Uint8Array | { link: string };

/** A file system in memory, by absolute path. `changed` is what git would say, by path from the listed folder. */
export class MemoryFileSystem implements FileSystem {
  readonly files: Map<string, MemoryFile>;
  changed: string[] | null = null;

  constructor(files: Record<string, MemoryFile>) {
    this.files = new Map(Object.entries(files));
  }

  isDirectory(path: string): boolean {
    return [...this.files.keys()].some((file) => file.startsWith(`${path}/`));
  }

  isFile(path: string): boolean {
    return this.files.has(path);
  }

  list(directory: string): FileEntry[] {
    return [...this.files]
      .filter(([path]) => path.startsWith(`${directory}/`))
      .map(([path, file]): FileEntry => {
        const isLink = typeof file === 'object' && 'link' in file;
        return { path: path.slice(directory.length + 1), kind: isLink ? 'symlink' : 'file' };
      })
      .sort((one, other) => (one.path < other.path ? -1 : 1));
  }

  read(path: string): Uint8Array | null {
    const file = this.files.get(path);
    if (typeof file === 'string') return new TextEncoder().encode(file);
    return file instanceof Uint8Array ? file : null;
  }

  readLink(path: string): string | null {
    const file = this.files.get(path);
    return typeof file === 'object' && 'link' in file ? file.link : null;
  }

  writeNew(path: string, content: string): void {
    if (this.files.has(path)) throw new Error(`${path} is there already`);
    this.files.set(path, content);
  }

  write(path: string, content: string): void {
    this.files.set(path, content);
  }

  writeLink(path: string, target: string): void {
    this.files.set(path, { link: target });
  }

  listChanged(): string[] | null {
    return this.changed;
  }
}
