import { join } from 'node:path';
import { join as joinUri } from 'node:path/posix';
import { classifySchemaFile, schemaFolder } from '@/lib/domain/repository/repository-layout';
import type { JsonObject } from '@/lib/domain/schema/json';
import { UnusableDocument } from '@/lib/domain/schema/materializing-error';
import type { ReadResult, SchemaLookup } from '@/lib/domain/schema/types';
import type { Checkout } from './checkout';
import { createCheckoutFiles } from './checkout-files';
import type { FileSystem } from './file-system';
import { linkTarget } from './links';
import { isWithin } from './list-entries';

/** Links that lead from one to the next further than this lead in a circle. */
const maxLinks = 10;

/**
 * Finds what upstream's resolver finds in the repository itself: the file or link of that very path below the schemas'
 * folder, with its ending or without. A link counts for the file in the folder that it leads to.
 */
export function createOwnLookup(fileSystem: FileSystem, checkout: Checkout): SchemaLookup {
  const found = new Map<string, string | null>();
  return (uri) => {
    let path = found.get(uri);
    if (path === undefined) {
      path = findOwnFile(fileSystem, checkout, uri);
      found.set(uri, path);
    }
    return path === null ? null : readOwn(checkout, path);
  };
}

function findOwnFile(fileSystem: FileSystem, checkout: Checkout, uri: string): string | null {
  const { entries, config } = checkout;
  let path = joinUri(schemaFolder(config) ?? '', pathOf(uri) ?? '');
  for (let count = 0; count < maxLinks; count += 1) {
    const entry = entries.get(path);
    if (entry === undefined) return null;
    if (entry.kind === 'file' && !isLinkName(path)) return path;
    const found = linkTarget(fileSystem, checkout, path);
    if (found === null) return null;
    if (found.target === null) return found.kind === 'file' ? path : null;
    if (found.target.startsWith('/')) return null;
    path = joinUri(path, '..', found.target);
  }
  return null;
}

/** Where links cannot be stored, small files stand in their place. */
function isLinkName(path: string): boolean {
  return /(?:^|\/)(?:latest(?:\.\w+)?|\d+\.\d+\.\d+)$/.test(path);
}

function readOwn(checkout: Checkout, path: string): JsonObject {
  const read = checkout.read(path);
  // A released version is what it is; what may still be corrected must be right.
  const isReleased = classifySchemaFile(path, checkout.config)?.role === 'version';
  return usableValue(read, path, isReleased);
}

function usableValue(read: ReadResult | null, file: string, isReleased: boolean): JsonObject {
  const isFaulty = !isReleased && read?.findings.some(({ severity }) => severity === 'error');
  if (!read?.source || isFaulty) throw new UnusableDocument('ref-target-unusable', { file });
  return read.source.value;
}

/**
 * Finds what upstream's resolver finds in another folder, without listing it. Nothing is read outside of the folder, and
 * nothing hidden in it.
 */
export function createFolderLookup(fileSystem: FileSystem, folder: string): SchemaLookup {
  const files = createCheckoutFiles(fileSystem, folder);
  const found = new Map<string, string | null>();
  const isInside = (path: string): boolean => {
    const file = join(folder, path);
    return fileSystem.isFile(file) && isWithin(fileSystem.realPath(file), fileSystem.realPath(folder));
  };
  const find = (uri: string): string | null => {
    const path = pathOf(uri);
    if (path === null || path.split('/').some((part) => part.startsWith('.')) || !isInside(path)) return null;
    const name = isLinkName(path) ? /^\w[\w.-]*\s*$/.exec(files.textOf(path) ?? '')?.[0].trim() : undefined;
    const target = name === undefined ? path : joinUri(path, '..', name);
    return isInside(target) ? target : path;
  };
  return (uri) => {
    let path = found.get(uri);
    if (path === undefined) {
      path = find(uri);
      found.set(uri, path);
    }
    return path === null ? null : usableValue(files.read(path), join(folder, path), true);
  };
}

/** The path below a base; null where the URI names no place below one. Slashes too many make no difference upstream. */
function pathOf(uri: string): string | null {
  if (!uri.startsWith('/')) return null;
  return uri
    .split('/')
    .filter((part) => part !== '')
    .join('/');
}
