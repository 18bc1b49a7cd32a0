import { join as joinUri } from 'node:path/posix';
import type { RepositorySchema } from '@/lib/domain/repository/parse-repository-tree';
import { schemaFolder } from '@/lib/domain/repository/repository-layout';
import type { JsonObject } from '@/lib/domain/schema/json';
import type { ContentType, RepositoryConfig } from '@/lib/domain/schema/repository-config';
import { UnusableDocument } from '@/lib/domain/schema/materializing-error';
import { coerceVersion } from '@/lib/domain/schema/schema-id';
import type { SchemaLookup } from '@/lib/domain/schema/types';
import type { Checkout } from './checkout';
import { type MaterializedSource, sourcePath } from './materialized-source';

/** The sources of a repository, each materialized once, when it is asked for. */
export interface Sources {
  /** Null where the schema has no source that can be read. */
  materialize(schema: RepositorySchema): MaterializedSource | null;
  /**
   * What a path will hold when the sources are released; undefined where it names none of them. Throws UnusableDocument
   * where the source has errors, or refers back to the one that asks.
   */
  find: SchemaLookup;
  /** Those that were materialized so far: each comes after those that it refers to. */
  materialized: MaterializedSource[];
}

type Make = (schema: RepositorySchema) => MaterializedSource | null;

export function createSources(checkout: Checkout, make: Make): Sources {
  const known = new Map<string, MaterializedSource | null>();
  const materialized: MaterializedSource[] = [];
  const open: string[] = [];
  const circular = new Set<string>();
  const materialize: Make = (schema) => {
    const earlier = known.get(schema.title);
    if (earlier !== undefined) return earlier;
    open.push(schema.title);
    const made = make(schema);
    open.pop();
    known.set(schema.title, made);
    if (made !== null) materialized.push(made);
    return made;
  };
  const findSource = createSourceIndex(checkout);
  const find: SchemaLookup = (uri) => {
    const found = findSource(uri);
    if (found === null) return undefined;
    const { schema, file, release } = found;
    if (release !== null) return release;
    if (schema !== null && open.includes(schema.title)) {
      for (const title of open.slice(open.indexOf(schema.title))) circular.add(title);
      throw new UnusableDocument('cyclic-ref');
    }
    const made = schema === null ? null : materialize(schema);
    if (made?.isSound && made.result.schema !== null) return made.result.schema;
    // Each of a circle hears the same, wherever it was entered.
    const isCircle = circular.has(schema?.title ?? '') && circular.has(open.at(-1) ?? '');
    throw new UnusableDocument(isCircle ? 'cyclic-ref' : 'ref-target-unusable', { file });
  };
  return { materialize, find, materialized };
}

/** A source that a URI names by title and version. */
interface FoundSource {
  /** Null where it cannot be used at all. */
  schema: RepositorySchema | null;
  /** From the root of the repository. */
  file: string;
  /** What was released under its number already. */
  release: JsonObject | null;
}

function createSourceIndex(checkout: Checkout): (uri: string) => FoundSource | null {
  const { config, tree } = checkout;
  let byTitle: Map<string, RepositorySchema> | null = null;
  return (uri) => {
    const [, title = '', version = '', ending] = /^\/(.+)\/(\d+\.\d+\.\d+)(?:\.(\w+))?$/.exec(uri) ?? [];
    if (title === '' || !willBeThere(config, ending)) return null;
    byTitle ??= new Map(tree.schemas.map((schema) => [schema.title, schema]));
    const schema = byTitle.get(title);
    if (schema?.currentText == null) {
      const file = joinUri(schemaFolder(config) ?? '', title, config.currentName);
      const isBroken = tree.problems.some(({ path }) => path === file);
      return isBroken ? { schema: null, file, release: null } : null;
    }
    const file = sourcePath(schema, config);
    const field = checkout.read(file)?.source?.value[config.schemaVersionField];
    if (typeof field !== 'string' || coerceVersion(field) !== version) return null;
    const released = `${schema.directory}/${version}.${config.contentTypes[0]}`;
    if (!checkout.entries.has(released)) return { schema, file, release: null };
    // Its link is missing, and will be written.
    const release = checkout.read(released)?.source?.value ?? null;
    return release === null ? { schema: null, file: released, release } : { schema, file, release };
  };
}

/** Whether materializing writes a file, or a link, with this ending. */
function willBeThere(config: RepositoryConfig, ending: string | undefined): boolean {
  if (ending === undefined) return config.shouldSymlinkExtensionless;
  return config.contentTypes.includes(ending as ContentType);
}
