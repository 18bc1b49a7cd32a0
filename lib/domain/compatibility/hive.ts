import type { JsonObject } from '../schema/json';
import { type HiveField, type HiveType, hiveColumns, printHiveType } from '../views/hive-type';

/**
 * What a new version means for the table that holds the events.
 * - `appears`: a column, or a field of a struct, is added; it is null in what is stored already.
 * - `widens`: a struct column gets another type because fields appear in it.
 * - `stays-empty`: the column stays, and new events leave it null.
 * - `stays-wider`: the column stays as it is; what new events hold fits into it.
 * - `breaks`: the column would have to change to a type that the stored data cannot be read as.
 * - `no-column`: Hive has no type for the field, or another field or a partition has its column's name.
 */
export type HiveEffect = 'appears' | 'widens' | 'stays-empty' | 'stays-wider' | 'breaks' | 'no-column';

/** One consequence, by column; struct fields as `performer.edit_count`, list items `tags[]`, map values `headers.*`. */
export interface HiveConsequence {
  effect: HiveEffect;
  column: string;
  /** JSON Pointer to the field in the newer schema, in the older one where it is gone. */
  pointer: string;
  /** The column's types as SQL; null where it has none. */
  before: string | null;
  after: string | null;
}

/** A table's columns after the newer version's events have been let in, and what happened to them. */
export interface HiveEvolution {
  /** All columns of the older version, widened, then the new ones; none is ever dropped. */
  columns: HiveField[];
  consequences: HiveConsequence[];
}

/** Works out what becomes of the table of one version when events of a newer one are stored in it. */
export function evolveTable(older: JsonObject, newer: JsonObject): HiveEvolution {
  const before = hiveColumns(older);
  const after = hiveColumns(newer);
  const consequences: HiveConsequence[] = [];
  const columns = mergeFields(before.fields, after.fields, { prefix: '', consequences });
  const known = new Set(before.skipped.map(({ pointer, reason }) => `${reason} ${pointer}`));
  for (const { pointer, name, reason } of after.skipped) {
    if (known.has(`${reason} ${pointer}`)) continue;
    consequences.push({ effect: 'no-column', column: name, pointer, before: null, after: null });
  }
  return { columns, consequences };
}

/** The consequences alone; an empty list means that the table stays as it is. */
export function hiveConsequences(older: JsonObject, newer: JsonObject): HiveConsequence[] {
  return evolveTable(older, newer).consequences;
}

interface Merge {
  prefix: string;
  consequences: HiveConsequence[];
}

function mergeFields(older: readonly HiveField[], newer: readonly HiveField[], merge: Merge): HiveField[] {
  const incoming = new Map(newer.map((field) => [field.name, field]));
  const merged = older.map((field) => {
    const next = incoming.get(field.name);
    incoming.delete(field.name);
    const column = merge.prefix + field.name;
    if (next !== undefined) return mergeField(field, next, { ...merge, prefix: column });
    const before = printHiveType(field.type);
    merge.consequences.push({ effect: 'stays-empty', column, pointer: field.pointer, before, after: null });
    return field;
  });
  for (const field of incoming.values()) {
    const column = merge.prefix + field.name;
    const after = printHiveType(field.type);
    merge.consequences.push({ effect: 'appears', column, pointer: field.pointer, before: null, after });
  }
  return [...merged, ...incoming.values()];
}

/** Only the top level has columns that widen: what is inside a struct is part of its column's type. */
function mergeField(older: HiveField, newer: HiveField, merge: Merge): HiveField {
  const inner: HiveConsequence[] = [];
  const type = mergeTypes(older.type, newer, { prefix: merge.prefix, consequences: inner });
  const before = printHiveType(older.type);
  const after = printHiveType(type);
  const isColumn = newer.pointer.lastIndexOf('/properties/') === 0;
  if (isColumn && before !== after) {
    merge.consequences.push({
      effect: 'widens',
      column: merge.prefix,
      pointer: newer.pointer,
      before,
      after,
    });
  }
  merge.consequences.push(...inner);
  return { ...newer, type };
}

function mergeTypes(older: HiveType, newer: HiveField, merge: Merge): HiveType {
  const next = newer.type;
  const column = merge.prefix;
  if (older.kind === 'struct' && next.kind === 'struct') {
    return {
      kind: 'struct',
      fields: mergeFields(older.fields, next.fields, { ...merge, prefix: `${column}.` }),
    };
  }
  if (older.kind === 'array' && next.kind === 'array') {
    const item = mergeTypes(older.item, { ...newer, type: next.item }, { ...merge, prefix: `${column}[]` });
    return { kind: 'array', item };
  }
  if (older.kind === 'map' && next.kind === 'map') {
    const value = mergeTypes(
      older.value,
      { ...newer, type: next.value },
      { ...merge, prefix: `${column}.*` },
    );
    return { kind: 'map', value };
  }
  const before = printHiveType(older);
  const after = printHiveType(next);
  if (before === after) return older;
  const effect: HiveEffect = before === 'DOUBLE' && after === 'BIGINT' ? 'stays-wider' : 'breaks';
  merge.consequences.push({ effect, column, pointer: newer.pointer, before, after });
  return older;
}

const sentences: Record<HiveEffect, (consequence: HiveConsequence) => string> = {
  appears: ({ column, after }) => `Column ${column} appears as ${after}; it is null in events stored before.`,
  widens: ({ column }) => `Column ${column} widens: its type gets more fields.`,
  'stays-empty': ({ column }) => `Column ${column} stays in the table, and new events leave it null.`,
  'stays-wider': ({ column, before }) => `Column ${column} stays ${before}, which the new values fit into.`,
  breaks: ({ column, before, after }) =>
    `Column ${column} would break: what is stored as ${before} cannot be read as ${after}.`,
  'no-column': ({ column }) =>
    `The field gets no column: Hive has no type for it, or ${column} is taken already.`,
};

/** The consequence as one sentence. */
export function describeHiveConsequence(consequence: HiveConsequence): string {
  return sentences[consequence.effect](consequence);
}
