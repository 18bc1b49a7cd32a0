import { isJsonObject, type Json, type JsonObject } from '../schema/json';
import { fromPointer } from '../schema/pointer';
import type { Change } from './change';
import { ownValue } from './json-equality';
import { undeclaredName } from './undeclared-name';
import { validSample } from './valid-sample';

/** One step into an event, and the keywords that lead to the schema of what stands there. */
export interface EventStep {
  key: string | number;
  schemaKeys: readonly string[];
}

/**
 * Turns a JSON Pointer to a field of one of the schemas into the way to its value in an event. A value of a map gets
 * a name that all of them allow there.
 */
function stepsTo(pointer: string, schemas: readonly JsonObject[]): EventStep[] {
  const keys = fromPointer(pointer);
  const steps: EventStep[] = [];
  const holders = () => schemas.map((schema) => schemaAt(schema, steps)).filter((schema) => schema !== null);
  for (let index = 0; index < keys.length; index += 1) {
    const keyword = keys[index] ?? '';
    const next = keys[index + 1];
    if (keyword === 'properties' && next !== undefined) {
      steps.push({ key: next, schemaKeys: [keyword, next] });
      index += 1;
    } else if (keyword === 'items') steps.push({ key: 0, schemaKeys: [keyword] });
    else if (keyword === 'additionalProperties')
      steps.push({ key: undeclaredName(holders()), schemaKeys: [keyword] });
    else break;
  }
  return steps;
}

/**
 * The way to what a change is about. A change of `required` that names an undeclared field points at the list, and its
 * path names the field.
 */
export function stepsToChange(change: Change, schemas: readonly JsonObject[]): EventStep[] {
  const steps = stepsTo(change.pointer, schemas);
  if (!change.pointer.endsWith('/required') || !change.kind.startsWith('required-')) return steps;
  const parent = stepPath(steps);
  const name = parent === '' ? change.path : change.path.slice(parent.length + 1);
  const isField = steps.length > 0 && parent === change.path;
  return isField ? steps : [...steps, { key: name, schemaKeys: ['properties', name] }];
}

/**
 * The subschema at the end of the way, which for a name that is not declared is that of undeclared names; null where
 * the schema has none there.
 */
export function schemaAt(schema: JsonObject, steps: readonly EventStep[]): JsonObject | null {
  let here: Json | undefined = schema;
  for (const { schemaKeys } of steps) {
    if (!isJsonObject(here)) return null;
    here = stepInto(here, schemaKeys) ?? stepInto(here, ['additionalProperties']);
  }
  return isJsonObject(here) ? here : null;
}

function stepInto(schema: JsonObject, keys: readonly string[]): Json | undefined {
  let here: Json | undefined = schema;
  for (const key of keys) here = isJsonObject(here) ? ownValue(here, key) : undefined;
  return here;
}

/** The value at the end of the way; undefined where the event holds none. */
export function valueAt(event: Json, steps: readonly EventStep[]): Json | undefined {
  let here: Json | undefined = event;
  for (const { key } of steps) {
    if (here === undefined || here === null || typeof here !== 'object' || !Object.hasOwn(here, key))
      return undefined;
    here = (here as JsonObject)[key];
  }
  return here;
}

/** What `withValue` is to put where. */
export interface Replacement {
  steps: readonly EventStep[];
  /** Undefined takes the value away. */
  value: Json | undefined;
  /** The schema of the event, which says what to fill in where something on the way is missing. */
  schema: Json;
}

/** A copy of the event with another value, or none, at the end of the way. */
export function withValue(event: Json, { steps, value, schema }: Replacement): Json {
  const [step, ...rest] = steps;
  if (step === undefined) return value ?? null;
  const inner = schemaAt(isJsonObject(schema) ? schema : {}, [step]) ?? {};
  const put = (held: Json | undefined) =>
    withValue(held ?? validSample(inner, 'required'), { steps: rest, value, schema: inner });
  const isTakenAway = rest.length === 0 && value === undefined;
  if (typeof step.key === 'number') {
    const list = Array.isArray(event) ? [...event] : [];
    if (isTakenAway) return list.slice(1);
    list[step.key] = put(list[step.key]);
    return list;
  }
  const object = isJsonObject(event) ? event : {};
  const entries = Object.entries(object).filter(([key]) => key !== step.key);
  const held = Object.hasOwn(object, step.key) ? object[step.key] : undefined;
  if (!isTakenAway) entries.push([step.key, put(held)]);
  return Object.fromEntries(entries);
}

/** The way as a dotted path (`performer.groups[]`). */
function stepPath(steps: readonly EventStep[]): string {
  return steps.reduce((path, { key }) => {
    if (typeof key === 'number') return `${path}[]`;
    return path === '' ? key : `${path}.${key}`;
  }, '');
}
