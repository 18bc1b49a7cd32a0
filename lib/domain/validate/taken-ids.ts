import { isJsonObject, type Json, type JsonObject } from '../schema/json';
import { appendPointer } from '../schema/pointer';
import { jsonEqual } from './json-equality';
import { draft07MetaSchema, metaSchemaIdsOfSubschemas } from './meta-schemas';

/** An `$id` inside a schema that names two different schemas. */
export interface TakenId {
  /** JSON Pointer to the `$id`. */
  pointer: string;
  id: string;
}

interface Visit {
  schema: Json;
  pointer: string;
  /** The nearest `$id` around it, resolved; empty where there is none. */
  base: string;
}

const lists = new Set(['items', 'allOf', 'anyOf', 'oneOf']);
const maps = new Set(['definitions', 'properties', 'patternProperties', 'dependencies']);
/** Under which nothing is a schema; what stands under any other keyword may be one, known or not. */
const plain = new Set([
  ...['default', 'enum', 'const', 'required', 'maximum', 'minimum', 'exclusiveMaximum', 'exclusiveMinimum'],
  ...['multipleOf', 'maxLength', 'minLength', 'pattern', 'format', 'maxItems', 'minItems', 'uniqueItems'],
  ...['maxProperties', 'minProperties'],
]);

/**
 * The `$id`s of subschemas for which ajv 6 refuses to compile a schema: that of the draft-07 meta-schema on anything
 * else, and the same `#name` on two schemas that differ, where no `$id` is around them. Other names may be given twice.
 * Source: ajv 6, lib/compile/resolve.js (`resolveIds`), and json-schema-traverse 0.4.1.
 */
export function findTakenIds(root: JsonObject): TakenId[] {
  const taken: TakenId[] = [];
  const local = new Map<string, JsonObject>();
  const open = childrenOf(root, { pointer: '', base: withoutHash(root.$id) });
  for (let visit = open.pop(); visit; visit = open.pop()) {
    const { schema, pointer, base } = visit;
    if (!isJsonObject(schema)) continue;
    const named = typeof schema.$id === 'string';
    const id = named ? resolveId(base, withoutHash(schema.$id)) : base;
    if (named && isTaken(id, schema, local)) taken.push({ pointer: `${pointer}/$id`, id });
    for (const child of childrenOf(schema, { pointer, base: id })) open.push(child);
  }
  return taken;
}

function isTaken(id: string, schema: JsonObject, local: Map<string, JsonObject>): boolean {
  if (metaSchemaIdsOfSubschemas.has(id)) return !jsonEqual(schema, draft07MetaSchema);
  if (!id.startsWith('#')) return false;
  const other = local.get(id);
  local.set(id, schema);
  return other !== undefined && !jsonEqual(schema, other);
}

function childrenOf(schema: JsonObject, { pointer, base }: Omit<Visit, 'schema'>): Visit[] {
  const children: Visit[] = [];
  for (const [keyword, value] of Object.entries(schema)) {
    const at = appendPointer(pointer, keyword);
    const members = Array.isArray(value) ? lists.has(keyword) : maps.has(keyword);
    if (members && typeof value === 'object' && value !== null) {
      for (const [key, member] of Object.entries(value))
        children.push({ schema: member, pointer: appendPointer(at, key), base });
    } else if (!plain.has(keyword)) children.push({ schema: value, pointer: at, base });
  }
  return children;
}

/** Resolved against what is around it; what has no scheme then is never the name of a meta-schema. */
function resolveId(base: string, id: string): string {
  if (base === '') return id;
  const absolute = hasScheme(id) ? id : base;
  if (!hasScheme(absolute)) return id.startsWith('#') ? base.replace(/#.*/, '') + id : id;
  try {
    return withoutHash(new URL(withPort(id), withPort(absolute)).href);
  } catch {
    return id;
  }
}

function hasScheme(uri: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(uri);
}

/** ajv 6 leaves the port 80 where it stands, so that it makes another name; URL would take it away. */
function withPort(uri: string): string {
  return uri.replace(/^((?:http:)?\/\/[^/?#]*:)80(?=[/?#]|$)/i, (_, start: string) => `${start}81`);
}

function withoutHash(id: Json | undefined): string {
  return typeof id === 'string' ? id.replace(/#\/?$/, '') : '';
}
