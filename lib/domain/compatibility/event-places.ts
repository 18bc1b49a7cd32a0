import { isJsonObject, type Json, type JsonObject } from '../schema/json';
import { fromPointer } from '../schema/pointer';
import { sampleValue } from '../views/sample-value';

/** One step into an event, and the keywords that lead to the schema of what stands there. */
export interface EventStep {
  key: string | number;
  schemaKeys: readonly string[];
}

/** The name under which an example puts a value of a map. */
const mapKey = 'example';

/** Turns a JSON Pointer to a field of a schema into the way to its value in an event. */
export function stepsTo(pointer: string): EventStep[] {
  const keys = fromPointer(pointer);
  const steps: EventStep[] = [];
  for (let index = 0; index < keys.length; index += 1) {
    const keyword = keys[index] ?? '';
    const next = keys[index + 1];
    if (keyword === 'properties' && next !== undefined) {
      steps.push({ key: next, schemaKeys: [keyword, next] });
      index += 1;
    } else if (keyword === 'items') steps.push({ key: 0, schemaKeys: [keyword] });
    else if (keyword === 'additionalProperties') steps.push({ key: mapKey, schemaKeys: [keyword] });
    else break;
  }
  return steps;
}

/** The subschema at the end of the way; null where the schema has none there. */
export function schemaAt(schema: JsonObject, steps: readonly EventStep[]): JsonObject | null {
  let here: Json | undefined = schema;
  for (const key of steps.flatMap((step) => step.schemaKeys)) {
    here = isJsonObject(here) && Object.hasOwn(here, key) ? here[key] : undefined;
  }
  return isJsonObject(here) ? here : null;
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
    withValue(held ?? sampleValue(inner, 'required'), { steps: rest, value, schema: inner });
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
