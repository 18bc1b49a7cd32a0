import { isJsonObject, type Json, type JsonObject } from '../schema/json';
import { appendPointer, fromPointer } from '../schema/pointer';
import type { LintContext } from './context';
import { keywordOf, type SchemaNode, singleKeywords } from './schema-node';

/** Keywords whose schemas speak of the same value as the schema that holds them. */
export const inPlace = ['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependencies'];

/** Keywords whose schemas speak of the items of a list. */
export const ofItems = ['items', 'additionalItems', 'contains'];

/** How the subschemas of a source hang together. */
interface Links {
  /** Pointers of the schemas that speak of the same value, each way. */
  same: Map<string, string[]>;
  /** All of them at once, for each of them: the same list. */
  groups: Map<string, readonly string[]>;
  /** Of each subschema, the schema that holds it and how. */
  holders: Map<string, { holder: string; node: SchemaNode }>;
  /** Every pointer that a local reference names or leads through. */
  referred: Set<string>;
}

const known = new WeakMap<LintContext, Links>();

/** Tells whether a local reference of the source names what stands at a pointer, or leads through it. */
export function isReferredTo(context: LintContext, pointer: string): boolean {
  return linksOf(context).referred.has(pointer);
}

/**
 * The schemas of the source that speak of the same values as the one at a pointer, itself included: the parts of its
 * `allOf` and of its alternatives, what it is a part of, and both ends of local references. The same list for each.
 */
export function sameInstanceAs(context: LintContext, pointer: string): readonly string[] {
  const { same, groups } = linksOf(context);
  const group = groups.get(pointer);
  if (group) return group;
  const found = new Set([pointer]);
  for (const at of found) for (const next of same.get(at) ?? []) found.add(next);
  const made = [...found];
  for (const at of made) groups.set(at, made);
  return made;
}

/**
 * Pointers of the values in the source that stand for instances of these schemas: their examples, defaults and fixed
 * values, and the parts of those of the schemas around them.
 */
export function instancesOf(context: LintContext, schemas: readonly string[]): string[] {
  return [...new Set(instancesWithin(context, schemas, new Set()))];
}

function instancesWithin(context: LintContext, schemas: readonly string[], seen: Set<string>): string[] {
  return schemas.flatMap((pointer) => {
    if (seen.has(pointer)) return [];
    seen.add(pointer);
    return [...ownInstancesOf(context, pointer), ...partsOfOuterInstances(context, pointer, seen)];
  });
}

function ownInstancesOf({ map }: LintContext, pointer: string): string[] {
  const schema = map.valueAt(pointer);
  const listed = ['examples', 'enum'].flatMap((keyword) =>
    indexesOf(keywordOf(schema, keyword)).map((index) => `${pointer}/${keyword}/${index}`),
  );
  const single = ['default', 'const'].map((keyword) => `${pointer}/${keyword}`);
  return [...listed, ...single].filter((at) => map.valueAt(at) !== undefined);
}

function partsOfOuterInstances(context: LintContext, pointer: string, seen: Set<string>): string[] {
  const link = linksOf(context).holders.get(pointer);
  if (!link || inPlace.includes(link.node.keyword ?? '')) return [];
  const { property, keyword } = link.node;
  const outer = instancesWithin(context, sameInstanceAs(context, link.holder), seen);
  return outer
    .flatMap((at) => {
      const value = context.map.valueAt(at);
      if (property !== null) return [appendPointer(at, property)];
      if (ofItems.includes(keyword ?? '')) return indexesOf(value).map((index) => `${at}/${index}`);
      const isOfMembers = keyword === 'additionalProperties' || keyword === 'patternProperties';
      return isOfMembers && isJsonObject(value)
        ? Object.keys(value).map((key) => appendPointer(at, key))
        : [];
    })
    .filter((at) => context.map.valueAt(at) !== undefined);
}

function indexesOf(value: Json | undefined): number[] {
  return Array.isArray(value) ? [...value.keys()] : [];
}

/** One step from a value into it: to a member, to any item, to any value under a name that is not declared. */
export interface InstanceStep {
  kind: 'property' | 'item' | 'value' | 'definition';
  /** Of a property or a definition; else empty. */
  name: string;
}

/** The way from an event to the values of which the schema at a pointer speaks; a definition speaks of none by itself. */
export function instanceStepsOf(context: LintContext, pointer: string): InstanceStep[] {
  const link = linksOf(context).holders.get(pointer);
  if (!link) return [];
  const outer = instanceStepsOf(context, link.holder);
  const { property, keyword } = link.node;
  if (inPlace.includes(keyword ?? '')) return outer;
  if (property !== null) return [...outer, { kind: 'property', name: property }];
  if (ofItems.includes(keyword ?? '')) return [...outer, { kind: 'item', name: '' }];
  if (keyword === 'definitions') return [...outer, { kind: 'definition', name: pointer }];
  return [...outer, { kind: 'value', name: '' }];
}

/** The places of these schemas in the materialized schema, where parts of `allOf` have become one. */
export function materializedPlacesOf(context: LintContext, schemas: readonly string[]): string[] {
  const { holders } = linksOf(context);
  const placeOf = (pointer: string): string => {
    const link = holders.get(pointer);
    if (!link) return pointer;
    return placeOf(link.holder) + (link.node.keyword === 'allOf' ? '' : pointer.slice(link.holder.length));
  };
  return [...new Set(schemas.map(placeOf))];
}

function linksOf(context: LintContext): Links {
  const links = known.get(context) ?? createLinks(context);
  known.set(context, links);
  return links;
}

function createLinks({ sourceNodes }: LintContext): Links {
  const links: Links = { same: new Map(), groups: new Map(), holders: new Map(), referred: new Set() };
  for (const node of sourceNodes) {
    const { pointer, schema, keyword } = node;
    const holder = holderOf(node);
    if (holder !== null) links.holders.set(pointer, { holder, node });
    if (holder !== null && inPlace.includes(keyword ?? '')) join(links, pointer, holder);
    const ref = localRefOf(schema);
    if (ref === null) continue;
    join(links, pointer, ref);
    for (let at = ref; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) links.referred.add(at);
  }
  return links;
}

function join({ same }: Links, one: string, other: string): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    const list = same.get(from) ?? [];
    list.push(to);
    same.set(from, list);
  }
}

/** The schema that a subschema hangs in: one segment up for `items: {…}`, two for a list or a map of schemas. */
function holderOf({ pointer, keyword }: SchemaNode): string | null {
  if (keyword === null) return null;
  const isSingle = keyword === 'items' ? pointer.endsWith('/items') : singleKeywords.includes(keyword);
  const up = pointer.slice(0, pointer.lastIndexOf('/'));
  return isSingle ? up : up.slice(0, up.lastIndexOf('/'));
}

function localRefOf(schema: JsonObject): string | null {
  const ref = keywordOf(schema, '$ref');
  if (typeof ref !== 'string' || !(ref === '#' || ref.startsWith('#/'))) return null;
  try {
    return fromPointer(decodeURIComponent(ref.slice(1))).reduce<string>(appendPointer, '');
  } catch {
    return null;
  }
}
