import { join, resolve } from 'node:path';
import { newestVersion } from '@/lib/domain/repository/newest-version';
import type { RepositorySchema } from '@/lib/domain/repository/parse-repository-tree';
import type { JsonObject } from '@/lib/domain/schema/json';
import { materialize } from '@/lib/domain/schema/materialize';
import { readSource } from '@/lib/domain/schema/read-source';
import { toMaterializeOptions } from '@/lib/domain/schema/repository-config';
import { coerceVersion } from '@/lib/domain/schema/schema-id';
import type { MaterializeResult, ReadResult, SchemaSource } from '@/lib/domain/schema/types';
import { type Checkout, isCheckout, loadCheckout, loadSchemaFolder } from './checkout';
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
}

/** All schemas that a `$ref` of one repository may mean, and its own sources materialized on demand. */
export interface Namespace {
  checkout: Checkout;
  /** The upstream rules that its configuration lifts for an `$id`. */
  skipped: SkipList;
  /** The materialized schema under a URI: a released version, or a source of that number that is not released yet. */
  lookup(uri: string): JsonObject | null;
  /** A released version's value; null where its file cannot be used. */
  readVersion(path: string): SchemaSource | null;
  /** Null where the schema has no source that can be read. Each source is materialized once. */
  materializeSource(schema: RepositorySchema): MaterializedSource | null;
}

/**
 * Loads what `$ref`s of a repository may mean: itself, the folders that its `schemaBaseUris` name on this machine,
 * then `refs`. URIs of the network are left to `refs`: nothing is fetched.
 */
export function loadNamespace(fileSystem: FileSystem, root: string, refs: readonly string[]): Namespace {
  const checkout = loadCheckout(fileSystem, root);
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
  if (isCheckout(fileSystem, folder)) return loadCheckout(fileSystem, folder);
  const inner = join(folder, 'jsonschema');
  return loadSchemaFolder(fileSystem, fileSystem.isDirectory(inner) ? inner : folder);
}

function createNamespace(checkout: Checkout, others: readonly Checkout[]): Namespace {
  const files = indexVersions([checkout, ...others]);
  const parsed = new Map<string, SchemaSource | null>();
  const sources = new Map<string, MaterializedSource | null>();
  const unreleased = indexSources(checkout, files);
  const parse = (key: string, text: string): SchemaSource | null => {
    const known = parsed.get(key);
    if (known !== undefined) return known;
    const { source } = readSource(text);
    parsed.set(key, source);
    return source;
  };
  const lookup = (uri: string): JsonObject | null => {
    const file = files.get(uri);
    if (file !== undefined) return parse(file.key, file.text)?.value ?? null;
    const schema = unreleased().get(uri);
    return schema === undefined ? null : (materializeSource(schema)?.result.schema ?? null);
  };
  const materializeSource = (schema: RepositorySchema): MaterializedSource | null => {
    const known = sources.get(schema.title);
    if (known !== undefined) return known;
    // While it is being worked out it means nothing: a circle ends in a reference that leads nowhere.
    sources.set(schema.title, null);
    const made = makeSource(schema, checkout, lookup);
    sources.set(schema.title, made);
    return made;
  };
  const readVersion = (path: string) => {
    const text = checkout.texts.get(path);
    return text === undefined ? null : parse(join(checkout.root, path), text);
  };
  return { checkout, skipped: createSkipList(checkout.config), lookup, readVersion, materializeSource };
}

function makeSource(
  schema: RepositorySchema,
  { config }: Checkout,
  lookup: (uri: string) => JsonObject | null,
): MaterializedSource | null {
  if (schema.currentText === null) return null;
  const { source, findings } = readSource(schema.currentText);
  if (source === null) return null;
  const result = materialize(source, lookup, toMaterializeOptions(config));
  const field = source.value[config.schemaVersionField];
  const version = typeof field === 'string' ? coerceVersion(field) : null;
  return { schema, source, version, result, readFindings: findings };
}

interface VersionText {
  key: string;
  text: string;
}

/** Every released version under each of the URIs by which upstream finds its file; the first repository wins. */
function indexVersions(checkouts: readonly Checkout[]): Map<string, VersionText> {
  const files = new Map<string, VersionText>();
  const add = (uri: string, file: VersionText) => {
    if (!files.has(uri)) files.set(uri, file);
  };
  for (const { root, tree } of checkouts) {
    for (const schema of tree.schemas) {
      const newest = newestVersion(schema.versions.map(({ version }) => version));
      for (const { version, path, text } of schema.versions) {
        const file = { key: join(root, path), text };
        for (const name of version === newest ? [version, 'latest'] : [version]) {
          const uri = `/${schema.title}/${name}`;
          for (const ending of ['', '.yaml', '.json']) add(uri + ending, file);
        }
      }
    }
  }
  return files;
}

/** Sources whose version has no file yet, by URI; read only when one is asked for. */
function indexSources(
  { tree, config }: Checkout,
  files: ReadonlyMap<string, VersionText>,
): () => Map<string, RepositorySchema> {
  let index: Map<string, RepositorySchema> | null = null;
  return () => {
    if (index !== null) return index;
    index = new Map();
    for (const schema of tree.schemas) {
      const field = schema.currentText === null ? null : readSource(schema.currentText).source?.value;
      const id = field?.[config.schemaVersionField];
      const version = typeof id === 'string' ? coerceVersion(id) : null;
      const uri = `/${schema.title}/${version}`;
      if (version !== null && !files.has(uri)) index.set(uri, schema);
    }
    return index;
  };
}
