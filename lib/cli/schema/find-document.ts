import { join } from 'node:path';
import { classifySchemaFile, schemaFolder } from '@/lib/domain/repository/repository-layout';
import type { Json } from '@/lib/domain/schema/json';
import { UnusableDocument } from '@/lib/domain/schema/materializing-error';
import type { SchemaLookup } from '@/lib/domain/schema/types';
import type { Checkout } from './checkout';
import { type CheckoutFiles, createCheckoutFiles } from './checkout-files';
import type { FileSystem } from './file-system';
import { findFile } from './follow-links';
import { readReferenced } from './read-referenced';

/**
 * Finds what upstream's resolver finds in the repository itself: the file of that very path below the schemas' folder,
 * with its ending or without, also by way of links.
 */
export function createOwnLookup(fileSystem: FileSystem, checkout: Checkout): SchemaLookup {
  const { config } = checkout;
  const start = schemaFolder(config) ?? '';
  return remembering((path) => {
    const file = findFile(fileSystem, checkout.root, `${start}/${path}`);
    if (file === null) return null;
    // A released version is what it is; what may still be corrected must be right.
    const isReleased = classifySchemaFile(file, config)?.role === 'version';
    return () => documentOf(checkout, { path, file, shownAs: file, isReleased });
  });
}

/**
 * Finds what upstream's resolver finds in another folder, without listing it. Nothing is read outside of the folder, and
 * nothing hidden in it.
 */
export function createFolderLookup(fileSystem: FileSystem, folder: string): SchemaLookup {
  const files = createCheckoutFiles(fileSystem, folder);
  return remembering((path) => {
    const file = path.split('/').at(-1)?.startsWith('.') ? null : findFile(fileSystem, folder, path);
    if (file === null) return null;
    return () => documentOf(files, { path, file, shownAs: join(folder, file), isReleased: true });
  });
}

/** Looks each path up once, and none that is an address. */
function remembering(find: (path: string) => (() => Json) | null): SchemaLookup {
  const found = new Map<string, (() => Json) | null>();
  return (path) => {
    let read = found.get(path);
    if (read === undefined) {
      read = path.startsWith('/') ? find(path) : null;
      found.set(path, read);
    }
    return read?.();
  };
}

interface FoundFile {
  /** As it was referred to: its ending says how it is read. */
  path: string;
  file: string;
  shownAs: string;
  isReleased: boolean;
}

function documentOf(files: CheckoutFiles, { path, file, shownAs, isReleased }: FoundFile): Json {
  const value = readReferenced(files, { path, file, isReleased });
  if (value === undefined) throw new UnusableDocument('ref-target-unusable', { file: shownAs });
  return value;
}
