import { isJsonObject, type Json, type JsonObject } from '@/lib/domain/schema/json';

/** Keywords that ajv 8 reads and ajv 6, as EventGate sets it up, does not. */
const newer = new Set([
  'nullable',
  'id',
  '$async',
  '$anchor',
  '$dynamicAnchor',
  '$dynamicRef',
  '$recursiveAnchor',
  '$recursiveRef',
]);
const single = new Set([
  'additionalItems',
  'additionalProperties',
  'contains',
  'else',
  'if',
  'items',
  'not',
  'propertyNames',
  'then',
]);
const literal = new Set(['const', 'default']);
const lists = new Set(['allOf', 'anyOf', 'items', 'oneOf']);
const maps = new Set(['definitions', 'dependencies', 'patternProperties', 'properties']);

/**
 * A copy of a schema without the keywords that came after draft-07, in every subschema; without a `type` beside a
 * `$ref`, which ajv 8 checks even where it is told to ignore what stands there; and without the `$id` of subschemas
 * where no reference can mean it: a fragment that is used twice leaves its `$id` in both places, which ajv 6 lets pass.
 * Beside `contains`, a list is said to have an item: in a list of lists, or in a map of them, ajv 8 takes an empty one
 * for what it found in the one before.
 */
export function keepDraft07(schema: JsonObject): JsonObject {
  const dropsIds = !JSON.stringify(schema).includes('"$ref"');
  return keepSchema(schema, { dropsIds, isRoot: true });
}

interface Keeping {
  dropsIds: boolean;
  isRoot: boolean;
}

function keepSchema(schema: JsonObject, { dropsIds, isRoot }: Keeping): JsonObject {
  const kept: JsonObject = {};
  const isReference = typeof schema.$ref === 'string';
  for (const [keyword, value] of Object.entries(schema)) {
    if (newer.has(keyword) || (isReference && keyword === 'type')) continue;
    if (keyword === '$id' && dropsIds && !isRoot) continue;
    kept[keyword] = keepIn(keyword, value, dropsIds);
  }
  if (kept.contains !== undefined) kept.minItems = Math.max(1, Number(kept.minItems ?? 0));
  return kept;
}

function keepIn(keyword: string, value: Json, dropsIds: boolean): Json {
  const keep = (part: Json): Json =>
    isJsonObject(part) ? keepSchema(part, { dropsIds, isRoot: false }) : part;
  if (Array.isArray(value)) return lists.has(keyword) ? value.map(keep) : value;
  if (!isJsonObject(value)) return value;
  // ajv 8 looks for names under keywords that it does not know, too.
  if (single.has(keyword) || (dropsIds && !maps.has(keyword) && !literal.has(keyword))) return keep(value);
  if (!maps.has(keyword)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, keep(part)]));
}
