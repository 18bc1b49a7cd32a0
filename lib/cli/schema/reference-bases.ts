import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Finding } from '@/lib/domain/findings/finding';
import { schemaFolder } from '@/lib/domain/repository/repository-layout';
import type { SchemaLookup } from '@/lib/domain/schema/types';
import { type Checkout, isCheckout, loadConfig } from './checkout';
import type { FileSystem } from './file-system';
import { createFolderLookup } from './find-document';

/** Where the `$ref`s of a repository are looked for. */
export interface ReferenceBases {
  /** In the order in which they are asked. */
  lookups: SchemaLookup[];
  /** Places that `schemaBaseUris` names and that cannot be looked at from here. */
  outOfReach: string[];
  findings: Finding[];
}

export interface BasesAsked {
  fileSystem: FileSystem;
  checkout: Checkout;
  own: SchemaLookup;
  /** Folders of further repositories. */
  refs: readonly string[];
}

/**
 * The bases that `schemaBaseUris` names, in its order, then `refs`. Where addresses of the network are named and the
 * repository is not, one of them may be its own: it comes last of the former, since nothing is fetched.
 */
export function findReferenceBases({ fileSystem, checkout, own, refs }: BasesAsked): ReferenceBases {
  const { root, config } = checkout;
  const bases: ReferenceBases = { lookups: [], outOfReach: [], findings: [] };
  const ownFolder = resolve(root, config.schemaBasePath);
  for (const uri of config.schemaBaseUris) {
    const folder = folderOf(root, uri);
    if (folder === ownFolder) bases.lookups.push(own);
    else if (folder !== null && folder === dirname(folder)) bases.findings.push(tooWide(uri));
    else if (folder === null || !fileSystem.isDirectory(folder)) bases.outOfReach.push(uri);
    else bases.lookups.push(createFolderLookup(fileSystem, folder));
  }
  const isPublished = config.schemaBaseUris.some((uri) => folderOf(root, uri) === null);
  if (isPublished && !bases.lookups.includes(own)) bases.lookups.push(own);
  for (const folder of refs)
    bases.lookups.push(createFolderLookup(fileSystem, schemaFolderOf(fileSystem, folder)));
  return bases;
}

/** Null for an address of the network, and for one that names no file. */
function folderOf(root: string, uri: string): string | null {
  if (!/^[a-z0-9+.-]+:\/\//i.test(uri)) return resolve(root, uri);
  if (!/^file:\/\/\//i.test(uri)) return null;
  try {
    return resolve(fileURLToPath(uri));
  } catch {
    return null;
  }
}

/** Every file of the machine would be a schema. */
function tooWide(uri: string): Finding {
  return { rule: 'base-uri-too-wide', severity: 'warning', path: '/schemaBaseUris', params: { uri } };
}

/** Where the schemas of a repository are, or of a folder that holds schemas directly. */
function schemaFolderOf(fileSystem: FileSystem, root: string): string {
  if (isCheckout(fileSystem, root)) {
    const folder = schemaFolder(loadConfig(fileSystem, root).config);
    return folder === null ? root : join(root, folder);
  }
  const inner = join(root, 'jsonschema');
  return fileSystem.isDirectory(inner) ? inner : root;
}
