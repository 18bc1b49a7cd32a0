import { isJsonObject, type Json, type JsonObject } from '../json';
import { cloneInto, type Provenance } from './clone';

/** Keywords whose values hold schemas: the merge has something to do below them. */
const mergedKeywords = new Set([
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'contains',
  'propertyNames',
  'definitions',
  'dependencies',
  'additionalItems',
  'patternProperties',
]);

/**
 * What the merge gives for a schema that stands alone in its place and has nothing below it to merge, which most
 * fields are: a copy, without what came out empty, in the order of keys that the merge gives. Null where there is
 * more to do. A copy shares nothing with the original, nor one of its subschemas with another.
 */
export function copySimple(schema: Json, provenance: Provenance | undefined): JsonObject | null {
  if (!isJsonObject(schema)) return null;
  for (const key of Object.keys(schema)) if (mergedKeywords.has(key)) return null;
  const copy: JsonObject = {};
  const copies = new Map<object, Json>();
  for (const key of Object.keys(schema)) {
    if (key === 'properties' || key === 'items' || key === 'additionalProperties') continue;
    copy[key] = cloneInto(copies, schema[key] as Json, provenance);
  }
  const uri = provenance?.get(schema);
  if (uri !== undefined) provenance?.set(copy, uri);
  if (!copyBelow(schema, 'additionalProperties', { copy, provenance })) return null;
  if (Object.hasOwn(schema, 'properties')) {
    const properties = copyProperties(schema['properties'] as Json, provenance);
    if (properties === null) return null;
    // Where only listed names may stand, one that may not is as good as not listed.
    if (schema['additionalProperties'] === false) {
      for (const name of Object.keys(properties)) if (properties[name] === false) delete properties[name];
    }
    if (Object.keys(properties).length > 0) copy['properties'] = properties;
  }
  return copyBelow(schema, 'items', { copy, provenance }) ? copy : null;
}

interface Copying {
  copy: JsonObject;
  provenance: Provenance | undefined;
}

function copyBelow(schema: JsonObject, keyword: string, { copy, provenance }: Copying): boolean {
  if (!Object.hasOwn(schema, keyword)) return true;
  const value = schema[keyword] as Json;
  const copied = typeof value === 'boolean' ? value : copySimple(value, provenance);
  if (copied === null) return false;
  if (typeof copied === 'boolean' || Object.keys(copied).length > 0) copy[keyword] = copied;
  return true;
}

function copyProperties(group: Json, provenance: Provenance | undefined): JsonObject | null {
  if (!isJsonObject(group)) return null;
  const properties: JsonObject = {};
  for (const name of Object.keys(group)) {
    const value = group[name] as Json;
    const copied = typeof value === 'boolean' ? value : copySimple(value, provenance);
    if (copied === null) return null;
    properties[name] = copied;
  }
  return properties;
}
