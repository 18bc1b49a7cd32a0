import { isJsonObject, type Json, type JsonObject } from './json';
import { appendPointer } from './pointer';
import type { Field, Origin } from './types';

const own: Origin = { kind: 'own' };
interface Walk {
  fields: Field[];
  /** The places in an event that are fields already: what several branches declare is one field. */
  known: Set<string>;
  origins: ReadonlyMap<string, Origin> | undefined;
}

interface Place {
  pointer: string;
  /** The place in an event, told apart from every other one, which a dotted path need not be. */
  key: string;
  path: string;
  name: string;
  required: boolean;
  depth: number;
  /** Of the holder: list items and map values come from where their list or map comes from. */
  origin: Origin;
  /** A list item or map value. */
  inner: boolean;
  /** Below a branch that only some events follow, so that nothing is required of all. */
  branch: boolean;
}

/**
 * The fields of a materialized schema in schema order, each object before its members. The items of a list are
 * fields too (`tags[]`), and so are the values of a map (`headers.*`). Where these are scalars, the list or map
 * is the leaf and they are not: one value, one decision. What only a branch declares (`oneOf`, `anyOf`, `then`, …) is
 * a field as well, after those that the schema itself declares.
 */
export function listFields(schema: JsonObject, origins?: ReadonlyMap<string, Origin>): Field[] {
  const walk: Walk = { fields: [], known: new Set(), origins };
  addMembers(walk, schema, {
    pointer: '',
    key: '',
    path: '',
    name: '',
    required: false,
    depth: -1,
    origin: own,
    inner: false,
    branch: false,
  });
  return walk.fields;
}

function member(node: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(node, key) ? node[key] : undefined;
}

function addMembers(walk: Walk, node: JsonObject, holder: Place): void {
  addProperties(walk, node, holder);
  for (const [pointer, branch] of branchesOf(node)) {
    addMembers(walk, branch, { ...holder, pointer: holder.pointer + pointer, branch: true });
  }
}

/** Subschemas that judge the same value as the schema that holds them, with their pointers from there. */
export function branchesOf(node: JsonObject): [string, JsonObject][] {
  const found: [string, Json | undefined][] = [];
  for (const keyword of ['allOf', 'oneOf', 'anyOf']) {
    const list = member(node, keyword);
    if (!Array.isArray(list)) continue;
    for (const [index, part] of list.entries()) found.push([`/${keyword}/${index}`, part]);
  }
  for (const keyword of ['then', 'else']) found.push([`/${keyword}`, member(node, keyword)]);
  const dependencies = member(node, 'dependencies');
  if (isJsonObject(dependencies)) {
    for (const [name, part] of Object.entries(dependencies))
      found.push([`/dependencies${appendPointer('', name)}`, part]);
  }
  return found.filter((entry): entry is [string, JsonObject] => isJsonObject(entry[1]));
}

function addProperties(walk: Walk, node: JsonObject, holder: Place): void {
  const properties = member(node, 'properties');
  if (!isJsonObject(properties)) return;
  const required = member(node, 'required');
  const names = new Set(Array.isArray(required) && !holder.branch ? required : []);
  for (const [name, value] of Object.entries(properties)) {
    // `true` says that the field is there, and nothing else.
    const child = value === true ? {} : value;
    if (!isJsonObject(child)) continue;
    const pointer = `${holder.pointer}/properties${appendPointer('', name)}`;
    const path = holder.path === '' ? name : `${holder.path}.${name}`;
    const key = holder.key + appendPointer('', name);
    const origin = walk.origins?.get(pointer) ?? (walk.origins ? holder.origin : own);
    addField(walk, child, {
      pointer,
      key,
      path,
      name,
      required: names.has(name),
      depth: holder.depth + 1,
      origin,
      inner: false,
      branch: holder.branch,
    });
  }
}

/** Adds a field with what is in it; where it is known, only what is in it and is not. */
function addField(walk: Walk, node: JsonObject, place: Place): void {
  if (!walk.known.has(place.key)) walk.fields.push(toField(node, place));
  walk.known.add(place.key);
  addMembers(walk, node, place);
  for (const part of innerParts(node)) addInner(walk, place, part);
}

/** A subschema of what a list or map holds. */
export interface InnerPart {
  /** From the list or map. */
  pointer: string;
  node: JsonObject;
  suffix: '[]' | '.*';
}

/** The subschemas of what a list or map holds. */
export function innerParts(node: JsonObject): InnerPart[] {
  const items = member(node, 'items');
  const listed = Array.isArray(items)
    ? items.map((item, index) => ({ pointer: `/items/${index}`, node: item, suffix: '[]' }))
    : [{ pointer: '/items', node: items, suffix: '[]' }];
  const patterns = member(node, 'patternProperties');
  const parts = [
    ...listed,
    { pointer: '/additionalItems', node: member(node, 'additionalItems'), suffix: '[]' },
    { pointer: '/additionalProperties', node: member(node, 'additionalProperties'), suffix: '.*' },
    ...Object.entries(isJsonObject(patterns) ? patterns : {}).map(([pattern, value]) => {
      return { pointer: `/patternProperties${appendPointer('', pattern)}`, node: value, suffix: '.*' };
    }),
  ];
  return parts.filter((part): part is InnerPart => isJsonObject(part.node));
}

function addInner(walk: Walk, place: Place, part: InnerPart): void {
  const pointer = place.pointer + part.pointer;
  addField(walk, part.node, {
    pointer,
    // No name in a pointer holds this: all items of a list, and all values of a map, are one field.
    key: `${place.key}/~${part.suffix}`,
    path: place.path + part.suffix,
    name: part.suffix === '[]' ? `${place.name}[]` : '*',
    required: false,
    depth: place.depth + 1,
    origin: walk.origins?.get(pointer) ?? place.origin,
    inner: true,
    branch: place.branch,
  });
}

/** Tells whether the values that the node describes are made of further fields. */
function groups(node: JsonObject): boolean {
  if (isJsonObject(member(node, 'properties'))) return true;
  if (branchesOf(node).some(([, branch]) => groups(branch))) return true;
  const inner = member(node, typeOf(node) === 'map' ? 'additionalProperties' : 'items');
  return isJsonObject(inner) && (groups(inner) || isJsonObject(member(inner, 'additionalProperties')));
}

/** The type as people say it: `map` is an object whose values all have one type and whose keys are free. */
function typeOf(node: JsonObject): string {
  const type = member(node, 'type');
  const isMap =
    isJsonObject(member(node, 'additionalProperties')) &&
    !isJsonObject(member(node, 'properties')) &&
    (type === 'object' || type === undefined);
  if (isMap) return 'map';
  if (typeof type === 'string') return type;
  if (Array.isArray(type) && type.length > 0) return type.map(String).join('|');
  return isJsonObject(member(node, 'properties')) ? 'object' : 'any';
}

function valueTypeOf(node: JsonObject, type: string): string | null {
  const inner = member(node, type === 'map' ? 'additionalProperties' : 'items');
  if (type !== 'map' && type !== 'array') return null;
  return isJsonObject(inner) ? typeOf(inner) : 'any';
}

function toField(node: JsonObject, place: Place): Field {
  const type = typeOf(node);
  return {
    pointer: place.pointer,
    path: place.path,
    name: place.name,
    type,
    valueType: valueTypeOf(node, type),
    description: text(node, 'description'),
    required: place.required,
    format: text(node, 'format'),
    pattern: text(node, 'pattern'),
    enum: list(node, 'enum'),
    const: member(node, 'const'),
    default: member(node, 'default'),
    minimum: number(node, 'minimum'),
    maximum: number(node, 'maximum'),
    minLength: number(node, 'minLength'),
    maxLength: number(node, 'maxLength'),
    origin: place.origin,
    depth: place.depth,
    leaf: !place.inner && !groups(node),
  };
}

function text(node: JsonObject, key: string): string | null {
  const value = member(node, key);
  return typeof value === 'string' ? value : null;
}

function number(node: JsonObject, key: string): number | null {
  const value = member(node, key);
  return typeof value === 'number' ? value : null;
}

function list(node: JsonObject, key: string): Json[] | null {
  const value = member(node, key);
  return Array.isArray(value) ? value : null;
}
