import { isJsonObject, type Json, type JsonObject } from '../schema/json';
import { appendPointer } from '../schema/pointer';
import { hiveName } from './table-name';

/** The type of a Hive or Spark column. */
export type HiveType =
  | { kind: 'scalar'; name: 'STRING' | 'BIGINT' | 'DOUBLE' | 'BOOLEAN' }
  | { kind: 'array'; item: HiveType }
  | { kind: 'map'; value: HiveType }
  | { kind: 'struct'; fields: HiveField[] };

/** A column of a table, or a field of a struct. */
export interface HiveField {
  /** Normalised as the ingestion does: `$schema` is `_schema`. */
  name: string;
  type: HiveType;
  /** The field's description; null where it has none. */
  comment: string | null;
  /** JSON Pointer to the field in the materialized schema. */
  pointer: string;
}

/**
 * A field that gets no column: `type` where Hive has no type for it, `name` where another has its column already,
 * `partition` where the table is kept in partitions by a column of that name.
 */
export interface SkippedField {
  pointer: string;
  name: string;
  reason: 'type' | 'name' | 'partition';
}

/** The columns of a schema, in the order of its fields, and the fields that have none. */
export interface HiveColumns {
  fields: HiveField[];
  skipped: SkippedField[];
}

/** The partitions that the ingestion keeps every event table in: columns that come after those of the fields. */
export const hivePartitions = [
  { name: 'datacenter', type: 'STRING' },
  { name: 'year', type: 'BIGINT' },
  { name: 'month', type: 'BIGINT' },
  { name: 'day', type: 'BIGINT' },
  { name: 'hour', type: 'BIGINT' },
] as const;

const partitionNames: ReadonlySet<string> = new Set(hivePartitions.map(({ name }) => name));

/** Deeper fields are given no column. */
const maxDepth = 100;

/** The columns that events of a materialized schema fill, partition columns left out. */
export function hiveColumns(schema: JsonObject): HiveColumns {
  const skipped: SkippedField[] = [];
  return { fields: structFields(schema, '', { skipped, depth: 0 }), skipped };
}

interface Walk {
  skipped: SkippedField[];
  depth: number;
}

function structFields(schema: JsonObject, pointer: string, walk: Walk): HiveField[] {
  const properties = isJsonObject(schema['properties']) ? schema['properties'] : {};
  const fields = new Map<string, HiveField>();
  for (const [key, property] of Object.entries(properties)) {
    const at = appendPointer(appendPointer(pointer, 'properties'), key);
    const name = hiveName(key);
    const taken = whoseName(name, fields, walk);
    const type = taken ? null : typeOf(property, at, walk);
    if (type === null) {
      walk.skipped.push({ pointer: at, name, reason: taken ?? 'type' });
      continue;
    }
    const description = isJsonObject(property) ? property['description'] : null;
    fields.set(name, {
      name,
      type,
      comment: typeof description === 'string' ? description : null,
      pointer: at,
    });
  }
  return [...fields.values()];
}

/** Why a name can no longer be had; null where it can. Inside a struct partitions do not matter. */
function whoseName(name: string, fields: ReadonlyMap<string, HiveField>, walk: Walk) {
  if (walk.depth === 0 && partitionNames.has(name)) return 'partition';
  return fields.has(name) ? 'name' : null;
}

function typeOf(schema: Json, pointer: string, walk: Walk): HiveType | null {
  if (!isJsonObject(schema) || walk.depth > maxDepth) return null;
  const inner = { ...walk, depth: walk.depth + 1 };
  switch (typeName(schema)) {
    case 'string':
      return { kind: 'scalar', name: 'STRING' };
    case 'integer':
      return { kind: 'scalar', name: 'BIGINT' };
    case 'number':
      return { kind: 'scalar', name: 'DOUBLE' };
    case 'boolean':
      return { kind: 'scalar', name: 'BOOLEAN' };
    case 'array':
      return listType(schema, pointer, inner);
    case 'object':
      return objectType(schema, pointer, inner);
    default:
      return null;
  }
}

/** The one type of a schema; where it says none, the one type that all its alternatives share. */
function typeName(schema: JsonObject): Json | null {
  const { type } = schema;
  if (typeof type === 'string') return type;
  if (Array.isArray(type)) {
    const [single, ...others] = type.filter((name) => name !== 'null');
    return others.length === 0 ? (single ?? null) : null;
  }
  const branches = schema['oneOf'] ?? schema['anyOf'];
  if (!Array.isArray(branches)) return null;
  const types = new Set(branches.map((branch) => (isJsonObject(branch) ? (branch['type'] ?? null) : null)));
  const [only] = types;
  return types.size === 1 && typeof only === 'string' ? only : null;
}

function listType(schema: JsonObject, pointer: string, walk: Walk): HiveType | null {
  const item = typeOf(schema['items'] ?? null, appendPointer(pointer, 'items'), walk);
  return item === null ? null : { kind: 'array', item };
}

/** An object whose undeclared names have a type is a map, even where it declares some names too. */
function objectType(schema: JsonObject, pointer: string, walk: Walk): HiveType | null {
  const rest = schema['additionalProperties'];
  if (isJsonObject(rest)) {
    const value = typeOf(rest, appendPointer(pointer, 'additionalProperties'), walk);
    return value === null ? null : { kind: 'map', value };
  }
  const fields = structFields(schema, pointer, walk);
  return fields.length === 0 ? null : { kind: 'struct', fields };
}

/** The type as Hive and Spark write it, struct fields without comments: `STRUCT<\`id\`: BIGINT>`. */
export function printHiveType(type: HiveType): string {
  switch (type.kind) {
    case 'scalar':
      return type.name;
    case 'array':
      return `ARRAY<${printHiveType(type.item)}>`;
    case 'map':
      return `MAP<STRING, ${printHiveType(type.value)}>`;
    case 'struct':
      return `STRUCT<${type.fields.map((field) => `\`${field.name}\`: ${printHiveType(field.type)}`).join(', ')}>`;
  }
}
