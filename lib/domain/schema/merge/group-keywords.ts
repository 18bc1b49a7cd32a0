import type { Json, JsonObject } from '../json';
import { Incompatible, NotMaterializable } from '../materializing-error';
import { isSameSchema } from './compare';
import { isDefined, isSchema, keysOf, type Maybe, memberOf, unique, uniqueBy } from './values';

/** Merges schemas that stand at a place below the schema that is being merged. */
export type MergeAt = (schemas: readonly Maybe[], ...below: string[]) => Maybe;

/** The given keywords of each schema; schemas that agree in them count once. */
function pick(schemas: JsonObject[], keywords: readonly string[]): JsonObject[] {
  const present = unique(schemas.flatMap(keysOf)).filter((key) => keywords.includes(key));
  const picked = schemas.map((schema) => {
    const part: JsonObject = {};
    for (const key of present) {
      const value = memberOf(schema, key);
      if (value !== undefined) part[key] = value;
    }
    return part;
  });
  return uniqueBy(picked, isSameSchema);
}

/** Drops what came out empty: it says nothing. `true` and `false` stay. */
function withoutEmpty(result: { [key: string]: Maybe }): JsonObject {
  const kept: JsonObject = {};
  for (const [key, value] of Object.entries(result)) {
    if (typeof value === 'boolean' || keysOf(value).length > 0) kept[key] = value as Json;
  }
  return kept;
}

/** `properties`, `patternProperties` and `additionalProperties` are merged together. */
export function mergePropertyKeywords(schemas: JsonObject[], mergeAt: MergeAt): JsonObject {
  const parts = pick(schemas, ['properties', 'patternProperties', 'additionalProperties']);
  const additionalProperties = mergeAt(
    parts.map((part) => memberOf(part, 'additionalProperties')),
    'additionalProperties',
  );
  const patternProperties = mergeByName(parts, 'patternProperties', mergeAt);
  const properties = mergeByName(parts, 'properties', mergeAt);
  if (additionalProperties === false) {
    for (const name of Object.keys(properties)) if (properties[name] === false) delete properties[name];
  }
  return withoutEmpty({ additionalProperties, patternProperties, properties });
}

function mergeByName(parts: JsonObject[], keyword: string, mergeAt: MergeAt): JsonObject {
  const groups = parts.map((part) => memberOf(part, keyword));
  const result: JsonObject = {};
  for (const name of unique(groups.flatMap(keysOf))) {
    const schemas = groups.map((group) => namedIn(group, name)).filter(isDefined);
    result[name] = mergeAt(uniqueBy(schemas, isSameSchema), keyword, name) as Json;
  }
  return result;
}

/** What upstream finds under a name: in the place of a group may stand a text, which has a length, or nothing. */
function namedIn(group: Maybe, name: string): Maybe {
  if (typeof group !== 'string') return group ? memberOf(group, name) : group;
  return group === '' ? group : (Object.getOwnPropertyDescriptor(Object(group), name)?.value as Maybe);
}

/** `items` and `additionalItems` are merged together; a list of schemas position by position. */
export function mergeItemKeywords(schemas: JsonObject[], mergeAt: MergeAt): JsonObject {
  const parts = pick(schemas, ['items', 'additionalItems']);
  const all = parts.map((part) => memberOf(part, 'items'));
  const given = all.filter(isDefined);
  const { items, isNamed } = given.every(isSchema)
    ? { items: mergeAt(all, 'items'), isNamed: false }
    : mergeByPosition(parts, all, mergeAt);
  const rest = schemasAfterList(parts, given);
  const additionalItems = rest ? mergeAt(rest, 'additionalItems') : undefined;
  if (additionalItems === false && Array.isArray(items)) dropFalse(items);
  return { ...(isNamed ? { items: items as Json } : {}), ...withoutEmpty({ items, additionalItems }) };
}

function schemasAfterList(parts: JsonObject[], given: Json[]): Maybe[] | null {
  if (given.every(Array.isArray)) return parts.map((part) => memberOf(part, 'additionalItems'));
  if (!given.some(Array.isArray)) return null;
  return parts.map((part) => {
    const items = memberOf(part, 'items');
    return Array.isArray(items) ? memberOf(part, 'additionalItems') : items;
  });
}

/** A list of more positions than this is refused: upstream would write each of them. */
const MAX_POSITIONS = 10_000;

/**
 * The list that upstream makes of lists and schemas. A schema beside a list gives its keywords as positions too: those
 * that are numbers leave gaps before them, and the others are lost when it is written, but keep the list from being
 * taken for empty (`isNamed`).
 */
function mergeByPosition(
  parts: JsonObject[],
  all: Maybe[],
  mergeAt: MergeAt,
): { items: Json[]; isNamed: boolean } {
  const items: Json[] = [];
  let isNamed = false;
  for (const key of unique(all.flatMap(keysOf))) {
    const schemas = parts.map((part) => schemaAt(part, key)).filter(isDefined);
    const merged = mergeAt(uniqueBy(schemas, isSameSchema), 'items', key);
    if (isPosition(key)) items[Number(key)] = merged as Json;
    else if (key === 'length') setLength(items, merged);
    else isNamed = true;
  }
  // A gap is a value like any other once it is copied.
  return { items: Array.from(items), isNamed };
}

function isPosition(key: string): boolean {
  if (!/^(?:0|[1-9]\d*)$/.test(key) || Number(key) >= 2 ** 32 - 1) return false;
  if (Number(key) < MAX_POSITIONS) return true;
  throw new NotMaterializable('schema-too-large', '/items', { limit: MAX_POSITIONS });
}

/** What a keyword of that name does to a list: only `false` and `true` are numbers to it. */
function setLength(items: Json[], value: Maybe): void {
  if (typeof value !== 'boolean')
    throw new Incompatible('merge-conflict', '/items', { keyword: 'items', values: [value ?? null] });
  items.length = Number(value);
}

/** The schema for one position of the list; a schema that is no list holds for all. */
function schemaAt(part: JsonObject, key: string): Maybe {
  const items = memberOf(part, 'items');
  if (!Array.isArray(items)) return items;
  const schema = memberOf(items, key);
  return isSchema(schema) ? schema : memberOf(part, 'additionalItems');
}

/** As upstream: the look moves on after a removal, so that of two `false` in a row one stays. */
function dropFalse(items: Json[]): void {
  const length = items.length;
  for (let index = 0; index < length; index += 1) if (items[index] === false) items.splice(index, 1);
}
