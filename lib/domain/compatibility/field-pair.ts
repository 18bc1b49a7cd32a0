import { isJsonObject, type Json, type JsonObject } from '../schema/json';
import type { Origin } from '../schema/types';
import { type Change, type ChangeInput, makeChange, type Place } from './change';
import { ownValue } from './json-equality';

/** Where the fields of both versions come from, as `materialize` tells; for changes of origin. */
export interface ComparedOrigins {
  older: ReadonlyMap<string, Origin>;
  newer: ReadonlyMap<string, Origin>;
}

/** One field (or the schema as a whole) that both versions have, and where to report its changes. */
export interface FieldPair {
  older: JsonObject;
  newer: JsonObject;
  place: Place;
  origins: ComparedOrigins | null;
  changes: Change[];
}

/** Reports a change of the field itself, addressed in the newer schema. */
export function reportChange(pair: FieldPair, change: Omit<ChangeInput, 'pointer' | 'path'>): void {
  pair.changes.push(makeChange({ ...change, pointer: pair.place.newer, path: pair.place.path }));
}

/** A schema as an object: `true` allows everything, `false` nothing. Null where it is no schema. */
export function asSchema(value: Json | undefined): JsonObject | null {
  if (value === true) return {};
  if (value === false) return { not: {} };
  return isJsonObject(value) ? value : null;
}

/** The properties that a schema declares, by name; empty where it declares none. */
export function propertiesOf(schema: JsonObject): JsonObject {
  const properties = ownValue(schema, 'properties');
  return isJsonObject(properties) ? properties : {};
}

/** The names that a schema requires; entries that are no text are left out. */
export function requiredNames(schema: JsonObject): ReadonlySet<string> {
  const list = ownValue(schema, 'required');
  return new Set(Array.isArray(list) ? list.filter((name) => typeof name === 'string') : []);
}

const everyType = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'] as const;

/** The JSON types that a schema allows; all of them where it says none. `number` brings `integer` along. */
export function allowedTypes(schema: JsonObject): ReadonlySet<string> {
  const said = statedTypes(schema);
  if (said.length === 0) return new Set(everyType);
  return new Set(said.includes('number') ? [...said, 'integer'] : said);
}

/** The types as written, in alphabetical order; empty where the schema says none. */
export function statedTypes(schema: JsonObject): string[] {
  const type = ownValue(schema, 'type');
  const list = Array.isArray(type) ? type : [type];
  return [...new Set(list.filter((item) => typeof item === 'string'))].sort();
}

/** A type of which keywords speak that say nothing of any other. */
export type LimitedType = 'number' | 'string' | 'array' | 'object';

/** Whether both versions allow a type; where only one does, the change of type says all that its keywords say. */
export function bothAllow({ older, newer }: FieldPair, type: LimitedType): boolean {
  return [older, newer].every((schema) => {
    const allowed = allowedTypes(schema);
    return allowed.has(type) || (type === 'number' && allowed.has('integer'));
  });
}
