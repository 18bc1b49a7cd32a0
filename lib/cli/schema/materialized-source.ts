import type { Finding } from '@/lib/domain/findings/finding';
import type { RepositorySchema } from '@/lib/domain/repository/parse-repository-tree';
import type { JsonObject } from '@/lib/domain/schema/json';
import { materialize } from '@/lib/domain/schema/materialize';
import { type RepositoryConfig, toMaterializeOptions } from '@/lib/domain/schema/repository-config';
import { coerceVersion, toSchemaId } from '@/lib/domain/schema/schema-id';
import type { SharedParts } from '@/lib/domain/schema/shared-parts';
import type { MaterializeResult, ReadResult, SchemaLookup, SchemaSource } from '@/lib/domain/schema/types';
import type { Checkout } from './checkout';
import { differingPlace } from './differing-place';

/** What the source of a schema says once it was read and materialized. */
export interface MaterializedSource {
  schema: RepositorySchema;
  source: SchemaSource;
  /** The version it names; null where it names none. */
  version: string | null;
  result: MaterializeResult;
  readFindings: ReadResult['findings'];
  /** An `$id` that names another title or version than the folder and the version field do. */
  misnamed: Finding | null;
  /** False where errors keep it from being released, and from being a part of another schema. */
  isSound: boolean;
  /** How it stands to what was released under its number, in the primary content type; null where nothing was. */
  release(): Release | null;
}

/** The released version of a source's number. */
export interface Release {
  value: JsonObject;
  /** The first place where the source gives something else; null where it gives the same, or nothing. */
  place: string | null;
}

/** What a source is materialized with. */
interface Making {
  schema: RepositorySchema;
  checkout: Checkout;
  lookup: SchemaLookup;
  shared: SharedParts;
}

/** Reads and materializes a source; null where there is none that can be read. */
export function makeSource({ schema, checkout, lookup, shared }: Making): MaterializedSource | null {
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
  const misnamed = version === null ? null : findMisnaming(source, schema, version);
  const said = [...findings, ...result.findings];
  let release: Release | null | undefined;
  return {
    schema,
    source,
    version,
    result,
    readFindings: findings,
    misnamed,
    isSound:
      version !== null &&
      misnamed === null &&
      result.schema !== null &&
      !said.some(({ severity }) => severity === 'error'),
    release: () => {
      if (release === undefined)
        release = findRelease(checkout, `${schema.directory}/${version}`, result.schema);
      return release;
    },
  };
}

/** Released like that, it would be found under a path that its events do not name. */
function findMisnaming(source: SchemaSource, { title }: RepositorySchema, version: string): Finding | null {
  const id = source.value['$id'] ?? null;
  const expected = toSchemaId(title, version);
  if (id === expected) return null;
  const finding: Finding = {
    rule: 'id-matches-title-and-version',
    severity: 'error',
    path: '/$id',
    params: { id, expected },
  };
  const range = source.rangeOf('/$id', 'value');
  return range === null ? finding : { ...finding, range };
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
