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
const lists = new Set(['allOf', 'anyOf', 'items', 'oneOf']);
const maps = new Set(['definitions', 'dependencies', 'patternProperties', 'properties']);

/**
 * A copy of a schema without the keywords that came after draft-07, in every subschema; and without a `type` beside a
 * `$ref`, which ajv 8 checks even where it is told to ignore what stands there.
 */
export function keepDraft07(schema: JsonObject): JsonObject {
  const kept: JsonObject = {};
  const isReference = typeof schema.$ref === 'string';
  for (const [keyword, value] of Object.entries(schema)) {
    if (newer.has(keyword) || (isReference && keyword === 'type')) continue;
    kept[keyword] = keepIn(keyword, value);
  }
  return kept;
}

function keepIn(keyword: string, value: Json): Json {
  if (Array.isArray(value)) return lists.has(keyword) ? value.map(keepInSchema) : value;
  if (!isJsonObject(value)) return value;
  if (single.has(keyword)) return keepDraft07(value);
  if (!maps.has(keyword)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, keepInSchema(part)]));
}

function keepInSchema(part: Json): Json {
  return isJsonObject(part) ? keepDraft07(part) : part;
}
