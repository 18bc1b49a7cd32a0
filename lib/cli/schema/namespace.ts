import { join, resolve } from 'node:path';
import { createLintMemory, type LintMemory } from '@/lib/domain/lint/memory';
import type { RepositorySchema } from '@/lib/domain/repository/parse-repository-tree';
import type { JsonObject } from '@/lib/domain/schema/json';
import { materialize } from '@/lib/domain/schema/materialize';
import { type RepositoryConfig, toMaterializeOptions } from '@/lib/domain/schema/repository-config';
import { createSharedParts, type SharedParts } from '@/lib/domain/schema/shared-parts';
import { coerceVersion } from '@/lib/domain/schema/schema-id';
import type { MaterializeResult, ReadResult, SchemaLookup, SchemaSource } from '@/lib/domain/schema/types';
import { type Checkout, type Depth, isCheckout, loadCheckout, loadSchemaFolder } from './checkout';
import { differingPlace } from './differing-place';
import type { FileSystem } from './file-system';
import { createSkipList, type SkipList } from './skip-list';

/** What the source of a schema says once it was read and materialized. */
export interface MaterializedSource {
  schema: RepositorySchema;
  source: SchemaSource;
  /** The version it names; null where it names none. */
  version: string | null;
  result: MaterializeResult;
  readFindings: ReadResult['findings'];
  /** How it stands to what was released under its number, in the primary content type; null where nothing was. */
  release(): Release | null;
}

/** The released version of a source's number. */
export interface Release {
  value: JsonObject;
  /** The first place where the source gives something else; null where it gives the same, or nothing. */
  place: string | null;
}

/** All schemas that a `$ref` of one repository may mean, and its own sources materialized on demand. */
export interface Namespace {
  checkout: Checkout;
  /** The upstream rules that its configuration lifts for an `$id`. */
  skipped: SkipList;
  /** The materialized schema under a URI: a released version, or a source of that number that is not released yet. */
  lookup(uri: string): JsonObject | null;
  /** What is known of the parts that its schemas share. */
  memory: LintMemory;
  shared: SharedParts;
  /** A released version's value; null where its file cannot be used. */
  readVersion(path: string): SchemaSource | null;
  /** Null where the schema has no source that can be read. Each source is materialized once. */
  materializeSource(schema: RepositorySchema): MaterializedSource | null;
}

/**
 * Loads what `$ref`s of a repository may mean: itself, the folders that its `schemaBaseUris` name on this machine,
 * then `refs`. URIs of the network are left to `refs`: nothing is fetched.
 */
export function loadNamespace(
  fileSystem: FileSystem,
  root: string,
  refs: readonly string[],
  depth: Depth = 'whole',
): Namespace {
  const checkout = loadCheckout(fileSystem, root, depth);
  const own = resolve(root, checkout.config.schemaBasePath);
  const bases = checkout.config.schemaBaseUris
    .filter((uri) => !/^[a-z]+:/i.test(uri))
    .map((uri) => resolve(root, uri))
    .filter((folder) => folder !== own && fileSystem.isDirectory(folder))
    .map((folder) => loadSchemaFolder(fileSystem, folder));
  return createNamespace(checkout, [...bases, ...refs.map((folder) => loadRefs(fileSystem, folder))]);
}

/** A repository's root, or a folder that holds schemas directly. */
function loadRefs(fileSystem: FileSystem, folder: string): Checkout {
  if (isCheckout(fileSystem, folder)) return loadCheckout(fileSystem, folder, 'paths');
  const inner = join(folder, 'jsonschema');
  return loadSchemaFolder(fileSystem, fileSystem.isDirectory(inner) ? inner : folder);
}

function createNamespace(checkout: Checkout, others: readonly Checkout[]): Namespace {
  const sources = new Map<string, MaterializedSource | null>();
  const shared = createSharedParts();
  const unreleased = indexSources(checkout);
  const lookup = (uri: string): JsonObject | null => {
    const released = findVersion([checkout, ...others], uri);
    if (released !== null) return released.checkout.read(released.path)?.source?.value ?? null;
    const schema = unreleased().get(uri);
    return schema === undefined ? null : (materializeSource(schema)?.result.schema ?? null);
  };
  const materializeSource = (schema: RepositorySchema): MaterializedSource | null => {
    const known = sources.get(schema.title);
    if (known !== undefined) return known;
    // While it is being worked out it means nothing: a circle ends in a reference that leads nowhere.
    sources.set(schema.title, null);
    const made = makeSource({ schema, checkout, lookup, shared });
    sources.set(schema.title, made);
    return made;
  };
  const readVersion = (path: string) => checkout.readShared(path)?.source ?? null;
  const skipped = createSkipList(checkout.config);
  return { checkout, skipped, memory: createLintMemory(), shared, lookup, readVersion, materializeSource };
}

interface Making {
  schema: RepositorySchema;
  checkout: Checkout;
  lookup: SchemaLookup;
  shared: SharedParts;
}

function makeSource({ schema, checkout, lookup, shared }: Making): MaterializedSource | null {
  const { config } = checkout;
  const read = schema.currentText === null ? null : checkout.read(sourcePath(schema, config));
  if (!read?.source) return null;
  const { source, findings } = read;
  const result = materialize(source, lookup, {
    ...toMaterializeOptions(config),
    shouldTrackOrigins: false,
    shared,
  });
  const field = source.value[config.schemaVersionField];
  const version = typeof field === 'string' ? coerceVersion(field) : null;
  let release: Release | null | undefined;
  return {
    schema,
    source,
    version,
    result,
    readFindings: findings,
    release: () => {
      if (release === undefined)
        release = findRelease(checkout, `${schema.directory}/${version}`, result.schema);
      return release;
    },
  };
}

function findRelease(checkout: Checkout, path: string, made: JsonObject | null): Release | null {
  const file = `${path}.${checkout.config.contentTypes[0]}`;
  const value = checkout.entries.has(file) ? (checkout.readShared(file)?.source?.value ?? null) : null;
  return value === null ? null : { value, place: made === null ? null : differingPlace(value, made) };
}

/** What the source gives: where it was released so, the instance that shares its parts with other versions. */
export function materializedValue({ result, release }: MaterializedSource): JsonObject | null {
  const released = result.schema === null ? null : release();
  return released?.place === null ? released.value : result.schema;
}

/** Where the source of a schema stands, from the root of its repository. */
export function sourcePath({ directory }: RepositorySchema, { currentName }: RepositoryConfig): string {
  return `${directory}/${currentName}`;
}

/**
 * The file that upstream finds under a URI: `/TITLE/X.Y.Z` or `/TITLE/latest`, with or without the ending of a content
 * type. The first repository that has one wins.
 */
function findVersion(
  checkouts: readonly Checkout[],
  uri: string,
): { checkout: Checkout; path: string } | null {
  const parts = /^\/(.+)\/([^/]+?)(?:\.(?:yaml|json))?$/.exec(uri);
  const [, title = '', name = ''] = parts ?? [];
  for (const checkout of checkouts) {
    const versions = checkout.versions.get(title);
    const found = name === 'latest' ? versions?.at(-1) : versions?.find(({ version }) => version === name);
    if (found !== undefined) return { checkout, path: found.path };
  }
  return null;
}

/** Sources whose version has no file yet, by URI; read only when one is asked for. */
function indexSources(checkout: Checkout): () => Map<string, RepositorySchema> {
  const { tree, config } = checkout;
  let index: Map<string, RepositorySchema> | null = null;
  return () => {
    if (index !== null) return index;
    index = new Map();
    for (const schema of tree.schemas) {
      const read = schema.currentText === null ? null : checkout.read(sourcePath(schema, config));
      const id = read?.source?.value[config.schemaVersionField];
      const version = typeof id === 'string' ? coerceVersion(id) : null;
      const uri = `/${schema.title}/${version}`;
      if (version !== null && findVersion([checkout], uri) === null) index.set(uri, schema);
    }
    return index;
  };
}
