import { isJsonObject, type Json, type JsonObject } from '../json';
import { serializeJson } from '../serialize-json';
import {
  flattenDeep,
  isEqual,
  isSchema,
  keysOf,
  type Maybe,
  memberOf,
  sortAscending,
  unique,
  uniqueBy,
} from './values';
import { isSameSchema } from './compare';
import { Incompatible, NotMaterializable } from '../materializing-error';
import { leastCommonMultiple } from './least-common-multiple';

/** What a resolver may ask of the merge it serves. */
export interface Merging {
  path: readonly string[];
  /** Merges schemas that stand under the keyword itself, or under one of its keys. */
  merge(schemas: readonly Maybe[], subKey?: string): Maybe;
  /** Leaves these schemas side by side in an `allOf`. */
  keepApart(schemas: JsonObject[]): void;
}

/** Makes one value of several that differ. Undefined: they contradict each other. */
export type Resolver = (values: Json[], merging: Merging) => Maybe;

/** More combinations of `oneOf` or `anyOf` than this are refused. */
const MAX_COMBINATIONS = 1_000;

const first: Resolver = (values) => values[0];
const smallest: Resolver = (values) => Math.min(...(values as number[]));
const greatest: Resolver = (values) => Math.max(...(values as number[]));
const merged: Resolver = (values, { merge }) => merge(values);

/** How each keyword is merged, after json-schema-merge-allof 0.6.0; a keyword that is not here must not differ. */
export const resolvers = new Map<string, Resolver>([
  ['$id', first],
  ['$ref', first],
  ['$schema', first],
  ['title', first],
  ['description', first],
  ['default', first],
  // jsonschema-tools sets this one: the examples of the schema itself win.
  ['examples', first],
  ['maximum', smallest],
  ['exclusiveMaximum', smallest],
  ['maxItems', smallest],
  ['maxLength', smallest],
  ['maxProperties', smallest],
  ['minimum', greatest],
  ['exclusiveMinimum', greatest],
  ['minItems', greatest],
  ['minLength', greatest],
  ['minProperties', greatest],
  ['required', (values) => sortedSet(values)],
  ['uniqueItems', (values) => values.some((value) => value === true)],
  ['type', commonTypes],
  ['enum', commonValues],
  ['multipleOf', (values, { path }) => leastCommonMultiple(values, path)],
  ['not', (values) => ({ anyOf: values })],
  ['pattern', keepPatternsApart],
  ['additionalItems', merged],
  ['additionalProperties', merged],
  ['contains', merged],
  ['propertyNames', merged],
  ['oneOf', combine],
  ['anyOf', combine],
  ['definitions', mergeByKey],
  ['dependencies', mergeByKey],
]);

function sortedSet(values: readonly Maybe[]): Json {
  return sortAscending(unique(flattenDeep(values))) as Json[];
}

function commonTypes(values: Json[]): Maybe {
  if (!values.some(Array.isArray)) return undefined;
  const lists = values.map((value) => (Array.isArray(value) ? value : [value]));
  const common = unique(lists[0] ?? []).filter((type) => lists.every((list) => list.includes(type)));
  if (common.length === 0) return undefined;
  return common.length === 1 ? common[0] : common;
}

function commonValues(values: Json[]): Maybe {
  const lists = values.map((value) => (Array.isArray(value) ? value : []));
  const sets = lists.map(membership);
  const seen = new Set<string>();
  const common = (lists[0] ?? []).filter((value) => {
    const id = identity(value);
    if (seen.has(id)) return false;
    seen.add(id);
    return sets.every((set) => set.has(id));
  });
  return common.length > 0 ? sortAscending(common) : undefined;
}

function membership(values: readonly Json[]): Set<string> {
  return new Set(values.map(identity));
}

/** The same text for equal values; the order of keys does not count. */
function identity(value: Json): string {
  return isJsonObject(value) || Array.isArray(value) ? serializeJson(value) : JSON.stringify(value);
}

function keepPatternsApart(values: Json[], { keepApart }: Merging): undefined {
  keepApart(values.map((pattern) => ({ pattern })));
  return undefined;
}

/** Every choice of the one with every choice of the other, the later list first; contradictions drop out. */
function combine(values: Json[], merging: Merging): Maybe {
  const lists = values.map((value) => listOf(value, merging));
  const count = lists.reduce((product, list) => product * list.length, 1);
  if (count > MAX_COMBINATIONS) {
    const params = { count: Math.min(count, Number.MAX_SAFE_INTEGER), limit: MAX_COMBINATIONS };
    throw new NotMaterializable('schema-too-large', pathPointer(merging.path), params);
  }
  const results: Json[] = [];
  for (const [index, combination] of combinationsOf(lists).entries()) {
    // A single choice, left over where the other lists are empty, is no combination upstream either.
    const result = combination.length < 2 ? undefined : mergeOrDrop(combination, String(index), merging);
    if (result !== undefined) results.push(result);
  }
  const distinct = uniqueBy(results, isSameSchema);
  return distinct.length > 0 ? distinct : undefined;
}

function listOf(value: Json, merging: Merging): Json[] {
  if (Array.isArray(value)) return value;
  throw new Incompatible('merge-conflict', pathPointer(merging.path), { keyword: 'oneOf', values: [value] });
}

function combinationsOf(lists: Json[][]): Json[][] {
  let combinations: Json[][] = (lists[0] ?? []).map((item) => [item]);
  for (const list of lists.slice(1)) {
    // Where nothing is left to combine with, upstream starts anew from the next list.
    combinations =
      combinations.length === 0
        ? list.map((item) => [item])
        : combinations.flatMap((combination) => list.map((item) => [item, ...combination]));
  }
  return combinations;
}

function mergeOrDrop(schemas: Json[], subKey: string, merging: Merging): Maybe {
  try {
    return merging.merge(schemas, subKey);
  } catch (error) {
    if (error instanceof Incompatible) return undefined;
    throw error;
  }
}

/** `definitions` and `dependencies`: each key on its own; lists of required names become one sorted list. */
function mergeByKey(values: Json[], { merge }: Merging): Maybe {
  const result: JsonObject = {};
  if (values.length > 1 && values.some((value) => typeof value !== 'object' || value === null))
    throw new TypeError('a group is no mapping');
  for (const key of unique(values.flatMap(keysOf))) {
    const children = values.map((value) => memberOf(value, key)).filter((child) => child !== undefined);
    result[key] = mergeChildren(uniqueBy(children, isEqual), key, merge) as Json;
  }
  return result;
}

function mergeChildren(children: Json[], key: string, merge: Merging['merge']): Maybe {
  const lists = children.filter(Array.isArray);
  if (lists.length === 0) return merge(uniqueBy(children, isSameSchema), key);
  if (lists.length === children.length) return sortedSet(children);
  const schemas: Json[] = children.filter(isSchema);
  return merge([...schemas, ...lists.map((required) => ({ required }))], key);
}

export function pathPointer(path: readonly string[]): string {
  return path.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
