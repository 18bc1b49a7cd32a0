import { isJsonObject, type Json, type JsonObject } from '../schema/json';
import { validateEvent } from '../validate/validate-event';
import { sampleValue } from './sample-value';

/**
 * An event of a materialized schema: the schema's own first example where it is valid, else one that is made with all
 * fields, else with the required ones only. `$schema` is the schema's `$id`. It is checked against the schema; where
 * no valid event was found, the one with all fields is given, so that there is something to repair.
 */
export function toExampleEvent(schema: JsonObject): JsonObject {
  const made = (['all', 'required'] as const).map((size) => asEvent(schema, sampleValue(schema, size)));
  const candidates = [...exampleOf(schema), ...made];
  return candidates.find((event) => validateEvent(schema, event).length === 0) ?? made[0] ?? {};
}

function exampleOf(schema: JsonObject): JsonObject[] {
  const { examples } = schema;
  const example = Array.isArray(examples) ? examples[0] : undefined;
  return isJsonObject(example) ? [asEvent(schema, example)] : [];
}

/** Names the schema in the event, first of all fields, where the schema declares that field and has an `$id`. */
export function asEvent(schema: JsonObject, value: Json): JsonObject {
  const event = isJsonObject(value) ? value : {};
  const { $id: id, properties } = schema;
  if (typeof id !== 'string' || !isJsonObject(properties) || !Object.hasOwn(properties, '$schema'))
    return event;
  const { $schema: _, ...rest } = event;
  return { $schema: id, ...rest };
}
