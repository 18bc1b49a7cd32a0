import type { Tx } from '@/lib/adapters/db/client';
import type { JsonObject } from '@/lib/domain/schema/json';
import { readSource } from '@/lib/domain/schema/read-source';
import { listRefs } from '@/lib/domain/schema/refs';
import { parseSchemaId } from '@/lib/domain/schema/schema-id';

/** More schemas than any real one pulls in; what goes beyond counts as missing. */
const maxSchemas = 300;
const maxCached = 2_000;

/** Read versions by the hash of their bytes, which never change. */
const cache = new Map<string, JsonObject>();

/** Referenced schemas by `$ref` URI, and the URIs that no repository holds. */
export interface FoundSchemas {
  schemas: Record<string, JsonObject>;
  missing: string[];
}

/**
 * The materialized schemas that these values refer to, those included that they refer to themselves. All schema
 * repositories form one namespace; where two hold the same title and version, the proposal's own comes first.
 */
export async function findReferencedSchemas(
  tx: Tx,
  values: readonly JsonObject[],
  repositoryId: string,
): Promise<FoundSchemas> {
  const schemas: Record<string, JsonObject> = {};
  const missing: string[] = [];
  const asked = new Set<string>();
  let pending = values.flatMap(listRefs);
  while (pending.length > 0) {
    const uris = [...new Set(pending)].filter((uri) => !asked.has(uri));
    for (const uri of uris) asked.add(uri);
    const room = Math.max(0, maxSchemas - Object.keys(schemas).length);
    const found = await findVersions(tx, uris.slice(0, room), repositoryId);
    missing.push(...uris.filter((uri) => !found.has(uri)));
    for (const [uri, schema] of found) schemas[uri] = schema;
    pending = [...found.values()].flatMap(listRefs);
  }
  return { schemas, missing };
}

async function findVersions(tx: Tx, uris: string[], repositoryId: string): Promise<Map<string, JsonObject>> {
  const ids = uris.flatMap((uri) => {
    const id = parseSchemaId(uri.replace(/\.(yaml|json)$/, ''));
    return id ? [{ uri, ...id }] : [];
  });
  if (ids.length === 0) return new Map();
  const rows = await tx.schemaVersion.findMany({
    where: { OR: ids.map(({ title, version }) => ({ version, schema: { title } })) },
    select: {
      version: true,
      text: true,
      hash: true,
      schema: { select: { title: true, repositoryId: true } },
    },
    orderBy: { createdAt: 'asc' },
  });
  const own = rows.filter((row) => row.schema.repositoryId === repositoryId);
  const ordered = [...own, ...rows];
  const found = new Map<string, JsonObject>();
  for (const { uri, title, version } of ids) {
    const row = ordered.find((item) => item.schema.title === title && item.version === version);
    const schema = row ? readVersion(row) : null;
    if (schema) found.set(uri, schema);
  }
  return found;
}

/**
 * The content of a version, from its bytes: unlike the stored JSON they keep the order of keys and what stands in
 * them twice. Null where the bytes cannot be read.
 */
export function readVersion({ text, hash }: { text: string; hash: string }): JsonObject | null {
  const known = cache.get(hash);
  if (known) return known;
  const value = readSource(text).source?.value ?? null;
  if (!value) return null;
  const [oldest] = cache.keys();
  if (cache.size >= maxCached && oldest !== undefined) cache.delete(oldest);
  cache.set(hash, value);
  return value;
}
