import { isJsonObject, type Json, type JsonObject } from '../schema/json';
import { fromPointer } from '../schema/pointer';

/**
 * The value that the first example of a materialized schema has in a field, given by its pointer: of a list its first
 * item, of a map its first value. Undefined where there is no example, or nothing in it there.
 */
export function exampleValueAt(schema: JsonObject, pointer: string): Json | undefined {
  const examples = Object.hasOwn(schema, 'examples') ? schema.examples : undefined;
  let value: Json | undefined = Array.isArray(examples) ? examples[0] : undefined;
  const segments = fromPointer(pointer);
  for (let index = 0; index < segments.length && value !== undefined; index += 1) {
    if (segments[index] === 'properties') {
      index += 1;
      const name = segments[index] ?? '';
      value = isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
    } else {
      value = typeof value === 'object' && value !== null ? Object.values(value)[0] : undefined;
    }
  }
  return value;
}
