import { createLintMemory, type LintMemory } from '@/lib/domain/lint/memory';
import type { RepositorySchema } from '@/lib/domain/repository/parse-repository-tree';
import { UnusableDocument } from '@/lib/domain/schema/materializing-error';
import { createSharedParts, type SharedParts } from '@/lib/domain/schema/shared-parts';
import type { SchemaLookup, SchemaSource } from '@/lib/domain/schema/types';
import { type Checkout, type Depth, loadCheckout } from './checkout';
import type { FileSystem } from './file-system';
import { createOwnLookup } from './find-document';
import { type MaterializedSource, makeSource } from './materialized-source';
import { findReferenceBases } from './reference-bases';
import { createSources } from './sources';

/** All schemas that a `$ref` of one repository may mean, and its own sources materialized on demand. */
export interface Namespace {
  checkout: Checkout;
  /** What a URI means: a released version or another file, or a source of that number that is not released yet. */
  lookup: SchemaLookup;
  /** What is known of the parts that its schemas share. */
  memory: LintMemory;
  shared: SharedParts;
  /** A released version's value; null where its file cannot be used. */
  readVersion(path: string): SchemaSource | null;
  /** Null where the schema has no source that can be read. Each source is materialized once. */
  materializeSource(schema: RepositorySchema): MaterializedSource | null;
  /** The sources that were materialized so far: each comes after those that it refers to. */
  materialized: readonly MaterializedSource[];
}

/** What a command looks at. Paths are absolute. */
export interface Subject {
  root: string;
  refs: readonly string[];
  depth?: Depth;
}

/**
 * Loads what `$ref`s of a repository may mean: itself, the folders that its `schemaBaseUris` name on this machine,
 * then `refs`. URIs of the network are left to `refs`: nothing is fetched.
 */
export function loadNamespace(fileSystem: FileSystem, { root, refs, depth = 'whole' }: Subject): Namespace {
  const checkout = loadCheckout(fileSystem, root, depth);
  const shared = createSharedParts();
  const sources = createSources(checkout, (schema) => makeSource({ schema, checkout, lookup, shared }));
  const released = createOwnLookup(fileSystem, checkout);
  const own: SchemaLookup = (path) => {
    const found = released(path);
    return found === undefined ? sources.find(path) : found;
  };
  const bases = findReferenceBases({ fileSystem, checkout, own, refs });
  const lookup: SchemaLookup = (uri) => {
    for (const base of bases.lookups) {
      const found = base(uri);
      if (found !== undefined) return found;
    }
    const places = uri.startsWith('/') ? bases.outOfReach : [uri];
    if (places.length === 0) return undefined;
    throw new UnusableDocument('ref-out-of-reach', { places: places.join(', ') });
  };
  checkout.configFindings.push(...bases.findings);
  return {
    checkout,
    memory: createLintMemory(),
    shared,
    lookup,
    readVersion: (path) => checkout.readShared(path)?.source ?? null,
    materializeSource: sources.materialize,
    materialized: sources.materialized,
  };
}
