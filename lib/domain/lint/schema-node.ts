import { isJsonObject, type Json, type JsonObject } from '../schema/json';
import { appendPointer } from '../schema/pointer';
import { findUnlessPassed, type Passed } from './memory';

/** A subschema, and how it hangs in the whole. */
export interface SchemaNode {
  pointer: string;
  schema: JsonObject;
  /** The keyword under which it stands; null for the root. */
  keyword: string | null;
  /** Its name, where it is a member of `properties`; else null. */
  property: string | null;
}

/** Keywords that hold one schema; `items` may hold a list of them instead. */
export const singleKeywords = [
  'additionalProperties',
  'additionalItems',
  'items',
  'contains',
  'propertyNames',
  'not',
  'if',
  'then',
  'else',
];
const listKeywords = ['items', 'allOf', 'anyOf', 'oneOf'];
const mapKeywords = ['properties', 'patternProperties', 'definitions', 'dependencies'];

/** Every subschema, the root first, each before what it holds. Values that are not schemas are passed over. */
export function listSchemaNodes(root: JsonObject): SchemaNode[] {
  const nodes: SchemaNode[] = [];
  const open: SchemaNode[] = [rootNode(root)];
  for (let node = open.pop(); node; node = open.pop()) {
    nodes.push(node);
    for (const child of childrenOf(node).reverse()) open.push(child);
  }
  return nodes;
}

/**
 * What is to be said of every subschema, in the same order. Parts of which nothing was to be said once are not looked
 * at again; it must not depend on where a part stands.
 */
export function reportsBelow<T>(node: SchemaNode, passed: Passed, reportsAt: (node: SchemaNode) => T[]): T[] {
  return findUnlessPassed(node.schema, passed, () => {
    const below = childrenOf(node).flatMap((child) => reportsBelow(child, passed, reportsAt));
    return [...reportsAt(node), ...below];
  });
}

/** The whole schema as a node. */
export function rootNode(schema: JsonObject): SchemaNode {
  return { pointer: '', schema, keyword: null, property: null };
}

function childrenOf({ pointer, schema }: SchemaNode): SchemaNode[] {
  const children: SchemaNode[] = [];
  for (const keyword of Object.keys(schema)) {
    const value = schema[keyword];
    const at = appendPointer(pointer, keyword);
    if (Array.isArray(value) && listKeywords.includes(keyword)) {
      for (const [index, item] of value.entries()) {
        if (isJsonObject(item))
          children.push({ pointer: appendPointer(at, index), schema: item, keyword, property: null });
      }
    } else if (isJsonObject(value) && mapKeywords.includes(keyword)) {
      for (const [name, member] of Object.entries(value)) {
        const property = keyword === 'properties' ? name : null;
        if (isJsonObject(member))
          children.push({ pointer: appendPointer(at, name), schema: member, keyword, property });
      }
    } else if (isJsonObject(value) && singleKeywords.includes(keyword)) {
      children.push({ pointer: at, schema: value, keyword, property: null });
    }
  }
  return children;
}

/** What a schema says under a keyword; undefined where it says nothing, or where the schema is no object. */
export function keywordOf(schema: Json | undefined, keyword: string): Json | undefined {
  return isJsonObject(schema) && Object.hasOwn(schema, keyword) ? schema[keyword] : undefined;
}

/** The members of a schema's `properties`; empty where it has none. */
export function propertiesOf(schema: Json | undefined): JsonObject {
  const properties = keywordOf(schema, 'properties');
  return isJsonObject(properties) ? properties : {};
}

/** The names that a schema requires; empty where it requires none. */
export function requiredNamesOf(schema: Json | undefined): string[] {
  const required = keywordOf(schema, 'required');
  return Array.isArray(required) ? required.filter((name) => typeof name === 'string') : [];
}
