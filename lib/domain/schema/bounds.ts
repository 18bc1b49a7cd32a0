import { isJsonObject, type Json, type JsonObject } from './json';
import type { SharedParts } from './shared-parts';

const schemaKeywords = new Set([
  'additionalItems',
  'items',
  'contains',
  'additionalProperties',
  'propertyNames',
  'not',
]);
const listKeywords = new Set(['items', 'allOf', 'anyOf', 'oneOf']);
const keyedKeywords = new Set(['definitions', 'properties', 'patternProperties', 'dependencies']);

/**
 * Gives every subschema whose type is exactly `integer` or `number` the bounds it lacks (conformance.md A3.4).
 * Bounds that are there stay, also where they are wider. Changes the schema. The walk is that of
 * json-schema-traverse 0.4, which does not enter `if`, `then` and `else`.
 */
export function enforceNumericBounds(
  schema: JsonObject,
  [minimum, maximum]: [number, number],
  shared: SharedParts | null = null,
): void {
  const seen = new Set<Json>();
  const visit = (node: Json): void => {
    if (!isJsonObject(node) || shared?.bounded.has(node)) return;
    if (shared?.parts.has(node)) shared.bounded.add(node);
    else if (seen.has(node)) return;
    else seen.add(node);
    if (node['type'] === 'integer' || node['type'] === 'number') {
      // Null is there, as upstream sees it.
      if (node['minimum'] === undefined) node['minimum'] = minimum;
      if (node['maximum'] === undefined) node['maximum'] = maximum;
    }
    for (const key of Object.keys(node)) for (const child of subschemas(key, node[key] as Json)) visit(child);
  };
  visit(schema);
}

/** The schemas that a keyword holds. */
export function subschemas(keyword: string, value: Json): Json[] {
  if (Array.isArray(value)) return listKeywords.has(keyword) ? value : [];
  if (keyedKeywords.has(keyword)) return isJsonObject(value) ? Object.values(value) : [];
  return schemaKeywords.has(keyword) ? [value] : [];
}
