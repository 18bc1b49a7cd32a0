import { join } from 'node:path';
import { createValueReader } from '@/lib/domain/schema/read-source';
import type { ReadResult } from '@/lib/domain/schema/types';
import type { FileSystem, UnreadBecause } from './file-system';

/** The files of a folder, by path from there. */
export interface CheckoutFiles {
  /** The text of a file; null where there is none, or it cannot be used. */
  textOf(path: string): string | null;
  /** The same as a schema. Each file is read once. */
  read(path: string): ReadResult | null;
  /** The same for a value that is only looked at: versions share what they have in common. */
  readShared(path: string): ReadResult | null;
  /** The rule that says why a file has no text. */
  whyNot(path: string): UnusableFile;
}

/** Rules of problem-texts.ts; `file-missing` is for the caller to judge. */
export type UnusableFile = 'file-missing' | 'not-a-file' | 'file-too-large' | 'unreadable' | 'not-utf-8';

/** Reads files when they are asked for, and remembers what they say. */
export function createCheckoutFiles(fileSystem: FileSystem, root: string): CheckoutFiles {
  const known = new Map<string, ReadResult | null>();
  const shared = new Map<string, ReadResult | null>();
  const textOf = (path: string): string | null =>
    (known.get(path) ?? shared.get(path))?.source?.text ?? decode(fileSystem.read(join(root, path)));
  const remembering =
    (results: Map<string, ReadResult | null>, readText: (text: string) => ReadResult) =>
    (path: string): ReadResult | null => {
      let result = results.get(path);
      if (result !== undefined) return result;
      const text = textOf(path);
      result = text === null ? null : readText(text);
      results.set(path, result);
      return result;
    };
  return {
    textOf,
    read: remembering(known, createValueReader({ shares: false })),
    readShared: remembering(shared, createValueReader({ shares: true })),
    whyNot: (path) => {
      const file = join(root, path);
      return fileSystem.read(file) === null ? rules[fileSystem.whyUnread(file)] : 'not-utf-8';
    },
  };
}

const rules: Record<UnreadBecause, UnusableFile> = {
  missing: 'file-missing',
  'not-a-file': 'not-a-file',
  'too-large': 'file-too-large',
  closed: 'unreadable',
};

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: Uint8Array | null): string | null {
  if (bytes === null) return null;
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}
