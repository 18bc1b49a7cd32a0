import { join } from 'node:path';
import type { Checkout } from './checkout';
import type { FileEntry, FileSystem } from './file-system';

/** What stands where a link should be. `target` is null for what is no link by any reading. */
export interface FoundLink {
  kind: FileEntry['kind'];
  target: string | null;
}

/**
 * Reads a link of a repository; null where nothing stands there. A small file that holds nothing but the name of a
 * file beside it is what becomes of a link where links cannot be stored, and is told apart by its kind.
 */
export function linkTarget(fileSystem: FileSystem, checkout: Checkout, path: string): FoundLink | null {
  const entry = checkout.entries.get(path);
  const absolute = join(checkout.root, path);
  if (entry === undefined) {
    const other = checkout.others.get(path);
    return other === undefined ? null : { kind: other.kind, target: null };
  }
  if (entry.kind === 'symlink') return { kind: 'symlink', target: fileSystem.readLink(absolute) };
  const name = linkNameIn(fileSystem.read(absolute));
  const beside = name === null ? null : `${path.slice(0, path.lastIndexOf('/') + 1)}${name}`;
  return { kind: 'file', target: beside !== null && checkout.entries.has(beside) ? name : null };
}

/** The name that a file holds and nothing else, as it does where links cannot be stored; null for any other. */
export function linkNameIn(bytes: Uint8Array | null): string | null {
  const text = bytes === null || bytes.length > 300 ? '' : new TextDecoder().decode(bytes);
  return /^([A-Za-z0-9_.-]+)\n?$/.exec(text)?.[1] ?? null;
}

/** In a sentence: “a folder”. */
export const nouns: Record<FileEntry['kind'], string> = {
  file: 'a file',
  symlink: 'a link',
  folder: 'a folder',
  closed: 'a folder',
  special: 'a pipe or a device',
};
