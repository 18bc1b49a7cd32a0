import { isJsonObject, type Json, type JsonObject } from './json';
import { appendPointer } from './pointer';
import type { Field, Origin } from './types';

const own: Origin = { kind: 'own' };
/** Deeper than any schema that can be read. */
const MAX_DEPTH = 200;

interface Walk {
  fields: Field[];
  origins: ReadonlyMap<string, Origin> | undefined;
}

interface Place {
  pointer: string;
  path: string;
  name: string;
  required: boolean;
  depth: number;
  /** Of the holder: list items and map values come from where their list or map comes from. */
  origin: Origin;
  /** A list item or map value. */
  inner: boolean;
}

/**
 * The fields of a materialized schema in schema order, each object before its members. The items of a list are
 * fields too (`tags[]`), and so are the values of a map (`headers.*`). Where these are scalars, the list or map
 * is the leaf and they are not: one value, one decision.
 */
export function listFields(schema: JsonObject, origins?: ReadonlyMap<string, Origin>): Field[] {
  const walk: Walk = { fields: [], origins };
  addMembers(walk, schema, {
    pointer: '',
    path: '',
    name: '',
    required: false,
    depth: -1,
    origin: own,
    inner: false,
  });
  return walk.fields;
}

function member(node: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(node, key) ? node[key] : undefined;
}

function addMembers(walk: Walk, node: JsonObject, holder: Place): void {
  const properties = member(node, 'properties');
  if (!isJsonObject(properties)) return;
  const required = member(node, 'required');
  const names = new Set(Array.isArray(required) ? required : []);
  for (const [name, child] of Object.entries(properties)) {
    if (!isJsonObject(child)) continue;
    const pointer = `${holder.pointer}/properties${appendPointer('', name)}`;
    const path = holder.path === '' ? name : `${holder.path}.${name}`;
    const origin = walk.origins?.get(pointer) ?? (walk.origins ? holder.origin : own);
    addField(walk, child, {
      pointer,
      path,
      name,
      required: names.has(name),
      depth: holder.depth + 1,
      origin,
      inner: false,
    });
  }
}

function addField(walk: Walk, node: JsonObject, place: Place): void {
  walk.fields.push(toField(node, place));
  if (place.depth >= MAX_DEPTH) return;
  addMembers(walk, node, place);
  const items = member(node, 'items');
  if (isJsonObject(items)) addInner(walk, place, { node: items, key: 'items', suffix: '[]' });
  const values = member(node, 'additionalProperties');
  if (isJsonObject(values))
    addInner(walk, place, { node: values, key: 'additionalProperties', suffix: '.*' });
}

function addInner(walk: Walk, place: Place, part: { node: JsonObject; key: string; suffix: string }): void {
  const pointer = `${place.pointer}/${part.key}`;
  addField(walk, part.node, {
    pointer,
    path: place.path + part.suffix,
    name: part.suffix === '[]' ? `${place.name}[]` : '*',
    required: false,
    depth: place.depth + 1,
    origin: walk.origins?.get(pointer) ?? place.origin,
    inner: true,
  });
}

/** Tells whether the values that the node describes are made of further fields. */
function groups(node: JsonObject): boolean {
  if (isJsonObject(member(node, 'properties'))) return true;
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
