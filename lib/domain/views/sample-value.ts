import { isJsonObject, type Json, type JsonObject } from '../schema/json';
import { sampleText } from './sample-text';

/** `all` fills in optional fields too, `required` leaves them out. */
export type SampleSize = 'all' | 'required';

/** Deeper schemas give an empty value there. */
const maxDepth = 100;
/**
 * After so many values all others are empty: lists of at least two lists of at least two multiply without bound.
 * Texts, and what the schema says itself, count by their length.
 */
const maxValues = 50_000;
const textPerValue = 20;

interface Making {
  size: SampleSize;
  depth: number;
  /** Shared by all parts. */
  budget: { left: number };
}

/**
 * Makes a value for a schema, from what the schema says itself: constant, first example, default, first allowed
 * value, then something of its type within its limits. It is likely, not certain, to be valid. Within `budget`, of
 * which what it takes is taken away.
 */
export function sampleValue(schema: Json, size: SampleSize, budget = { left: maxValues }): Json {
  return make(schema, { size, depth: 0, budget });
}

function make(schema: Json, making: Making): Json {
  const { depth, budget } = making;
  budget.left -= 1;
  if (!isJsonObject(schema) || depth > maxDepth || budget.left < 0) return null;
  const said = sayings(schema);
  if (said !== undefined) return charge(said, budget);
  const merged = withFirstBranch(schema, depth);
  switch (typeOf(merged)) {
    case 'object':
      return sampleObject(merged, making);
    case 'array':
      return sampleList(merged, making);
    case 'integer':
    case 'number':
      return sampleNumber(merged);
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return charge(sampleText(merged), budget);
  }
}

function charge(value: Json, budget: Making['budget']): Json {
  const isLong = typeof value === 'string' || (typeof value === 'object' && value !== null);
  if (isLong) budget.left -= Math.floor(JSON.stringify(value).length / textPerValue);
  return value;
}

function sayings(schema: JsonObject): Json | undefined {
  if (Object.hasOwn(schema, 'const')) return schema['const'];
  for (const keyword of ['examples', 'enum']) {
    const list = schema[keyword];
    // The example of an object with fields is made field by field, so that it has them all.
    if (keyword === 'examples' && Object.hasOwn(schema, 'properties')) continue;
    if (Array.isArray(list) && list[0] !== undefined) return list[0];
  }
  return Object.hasOwn(schema, 'default') ? schema['default'] : undefined;
}

/** Adds the first branch of `allOf`, `anyOf` or `oneOf` to what the schema says itself. */
function withFirstBranch(schema: JsonObject, depth: number): JsonObject {
  let merged = schema;
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
    const branches = schema[keyword];
    if (!Array.isArray(branches)) continue;
    for (const branch of keyword === 'allOf' ? branches : branches.slice(0, 1)) {
      if (isJsonObject(branch)) merged = addBranch(merged, withFirstBranch(branch, depth + 1));
    }
  }
  return merged;
}

function addBranch(schema: JsonObject, branch: JsonObject): JsonObject {
  const merged: JsonObject = { ...branch, ...schema };
  if (isJsonObject(schema['properties']) && isJsonObject(branch['properties'])) {
    merged['properties'] = { ...branch['properties'], ...schema['properties'] };
  }
  if (Array.isArray(schema['required']) && Array.isArray(branch['required'])) {
    merged['required'] = [...schema['required'], ...branch['required']];
  }
  return merged;
}

function typeOf(schema: JsonObject): Json | undefined {
  const { type } = schema;
  if (Array.isArray(type)) return type.find((item) => item !== 'null') ?? type[0];
  if (type !== undefined) return type;
  if (Object.hasOwn(schema, 'properties') || Object.hasOwn(schema, 'required')) return 'object';
  return Object.hasOwn(schema, 'items') ? 'array' : 'string';
}

function sampleObject(schema: JsonObject, { size, depth, budget }: Making): JsonObject {
  const inside: Making = { size, depth: depth + 1, budget };
  const properties = isJsonObject(schema['properties']) ? schema['properties'] : {};
  const listed = Array.isArray(schema['required']) ? schema['required'] : [];
  const required = new Set(listed.filter((name) => typeof name === 'string'));
  const entries: [string, Json][] = [];
  for (const [name, property] of Object.entries(properties)) {
    if (size === 'all' || required.has(name)) entries.push([name, make(property, inside)]);
    required.delete(name);
  }
  const rest = schema['additionalProperties'];
  const restSchema = isJsonObject(rest) ? rest : {};
  for (const name of required) entries.push([name, make(restSchema, inside)]);
  if (isJsonObject(rest) && entries.length === 0 && size === 'all') {
    entries.push(['example', make(rest, inside)]);
  }
  for (let index = 1; entries.length < Math.min(limitOf(schema, 'minProperties'), 100); index += 1) {
    entries.push([`example_${index}`, make(restSchema, inside)]);
  }
  return Object.fromEntries(entries);
}

function sampleList(schema: JsonObject, { size, depth, budget }: Making): Json[] {
  const inside: Making = { size, depth: depth + 1, budget };
  const { items } = schema;
  const least = Math.min(limitOf(schema, 'minItems'), 100);
  if (Array.isArray(items)) {
    return items.slice(0, size === 'all' ? items.length : least).map((item) => make(item, inside));
  }
  const wanted = Math.max(least, size === 'all' && schema['maxItems'] !== 0 && items !== undefined ? 1 : 0);
  const before = budget.left;
  const item = make(items ?? {}, inside);
  const cost = Math.max(1, before - budget.left);
  const length = Math.min(wanted, 1 + Math.floor(Math.max(0, budget.left) / cost));
  budget.left -= cost * (length - 1);
  const unique = schema['uniqueItems'] === true;
  return Array.from({ length }, (_, index) => (unique && index > 0 ? variant(item, index) : item));
}

/** Another value of the same type, for lists whose items must differ. */
function variant(item: Json, index: number): Json {
  if (typeof item === 'number') return item + index;
  return typeof item === 'string' ? `${item}${index}` : item;
}

function limitOf(schema: JsonObject, keyword: string): number {
  const value = schema[keyword];
  return typeof value === 'number' ? value : 0;
}

/** The number nearest to 1 that the limits allow. */
function sampleNumber(schema: JsonObject): number {
  const whole = typeOf(schema) === 'integer';
  const step = whole ? 1 : 0.5;
  const read = (keyword: string) => (typeof schema[keyword] === 'number' ? schema[keyword] : null);
  const above = read('exclusiveMinimum');
  const below = read('exclusiveMaximum');
  const lowest = Math.max(read('minimum') ?? -Infinity, above === null ? -Infinity : above + step);
  const highest = Math.min(read('maximum') ?? Infinity, below === null ? Infinity : below - step);
  const multiple = read('multipleOf');
  const value = Math.min(Math.max(1, lowest), highest);
  if (multiple !== null && multiple > 0) return Math.ceil(value / multiple) * multiple;
  return whole ? Math.ceil(value) : value;
}
