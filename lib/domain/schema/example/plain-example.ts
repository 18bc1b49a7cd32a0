import { isJsonObject, type Json, type JsonObject } from '../json';
import { NotMaterializable } from '../materializing-error';
import type { SharedParts } from '../shared-parts';
import { cast } from './cast';
import { pick } from './chance';
import { textFromPattern } from './from-pattern';
import { lengthOf } from './list';
import { integerOf, NAME_OF_MEMBER, numberOf, textOf } from './scalars';

/** Schemas of these keywords alone are made an example of directly; the generator is for the others. */
const plainKeywords = new Set([
  ...['title', 'description', '$comment', '$id', '$schema', 'examples', 'definitions'],
  ...['type', 'default', 'const', 'enum', 'pattern', 'format', 'minLength', 'maxLength'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  ...['items', 'minItems', 'maxItems', 'properties', 'required', 'additionalProperties'],
]);
/** Names that the generator takes for keywords in places where they are names. */
const oddNames = new Set([
  ...['not', 'jsonPath', '$ref', 'definitions', '__proto__'],
  ...['additionalItems', 'items', 'additionalProperties', 'dependencies', 'patternProperties', 'properties'],
]);
/** Keywords that the generator heeds; others are nothing to it as long as they hold no schema. */
const heeded = new Set([
  ...['template', 'thunk', 'jsonPath', 'autoIncrement', 'sequentialDate', 'id', '$ref', 'not', 'uniqueItems'],
  ...['allOf', 'anyOf', 'oneOf', 'minProperties', 'maxProperties', 'patternProperties', 'dependencies'],
]);
const MAX_ITEMS = 100;

/** The example that the generator makes of a schema, without its detours; undefined where these are needed. */
export function plainExample(schema: JsonObject, shared: SharedParts | null): unknown {
  try {
    return exampleOf(schema, shared);
  } catch (error) {
    // The generator tells at which place.
    if (error instanceof NotMaterializable) return undefined;
    throw error;
  }
}

function exampleOf(schema: Json, shared: SharedParts | null): unknown {
  if (!isJsonObject(schema)) return undefined;
  if (!shared?.parts.has(schema)) return makeExample(schema, shared);
  const known = shared.examples.get(schema) ?? makeExample(schema, null);
  shared.examples.set(schema, known);
  return known;
}

function makeExample(schema: JsonObject, shared: SharedParts | null): unknown {
  for (const key of Object.keys(schema))
    if (!plainKeywords.has(key) && mayMatter(key, schema)) return undefined;
  if (Object.hasOwn(schema, 'default')) return ifScalar(schema['default']);
  if (Object.hasOwn(schema, 'const')) return ifScalar(schema['const']);
  const { pattern, enum: values, type } = schema;
  if (typeof pattern === 'string') return cast(textFromPattern(pattern), 'string', { schema, path: [] });
  if (Array.isArray(values)) {
    if (type === 'integer' || type === 'number') return undefined;
    return ifScalar(cast(pick(values), type, { schema, path: [] }));
  }
  switch (type) {
    case 'boolean':
      return false;
    case 'integer':
      return integerOf(schema, []);
    case 'number':
      return numberOf(schema, []);
    case 'string':
      return textOf(schema, []);
    case 'array':
      return listExample(schema, shared);
    case 'object':
      return objectExample(schema, shared);
    default:
      return undefined;
  }
}

function mayMatter(key: string, schema: JsonObject): boolean {
  return (
    typeof schema[key] === 'object' || heeded.has(key) || key.startsWith('x-') || key in Object.prototype
  );
}

/** What is no scalar is cleaned by the generator; and nothing is told from null. */
function ifScalar(value: unknown): unknown {
  return typeof value === 'object' ? undefined : value;
}

function listExample(schema: JsonObject, shared: SharedParts | null): unknown[] | undefined {
  const { items } = schema;
  const length = lengthOf(schema);
  if (!isJsonObject(items) || !(length <= MAX_ITEMS)) return undefined;
  const list: unknown[] = [];
  for (let index = 0; index < length; index += 1) {
    const item = exampleOf(items, shared);
    if (item === undefined) return undefined;
    list.push(item);
  }
  return list;
}

function objectExample(schema: JsonObject, shared: SharedParts | null): JsonObject | undefined {
  const { properties = {}, required = [], additionalProperties: additional = true } = schema;
  if (!isJsonObject(properties)) return undefined;
  const names = Object.keys(properties);
  const value: { [key: string]: unknown } = {};
  if (typeof additional !== 'boolean') {
    const member = exampleOf(additional, shared);
    if (member === undefined) return undefined;
    if (names.length === 0 && !Object.hasOwn(schema, 'required')) value[NAME_OF_MEMBER] = member;
  }
  if (!Array.isArray(required) || new Set(required).size < required.length) return undefined;
  if (!required.every((name) => typeof name === 'string' && Object.hasOwn(properties, name)))
    return undefined;
  for (const name of names) {
    if (oddNames.has(name)) return undefined;
    value[name] = exampleOf(properties[name] as Json, shared);
    if (value[name] === undefined) return undefined;
  }
  // What would be empty is sometimes left out.
  return Object.keys(value).length === 0 ? undefined : (value as JsonObject);
}
