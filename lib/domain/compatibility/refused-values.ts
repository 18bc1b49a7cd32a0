import { isJsonObject, type Json, type JsonObject } from '../schema/json';
import { plainValues, scalarValues } from './candidate-scalars';
import { ownValue } from './json-equality';
import { undeclaredName } from './undeclared-name';
import { distinct, fits, validSample } from './valid-sample';

const MAX_DEPTH = 4;
const MAX_NAMES = 50;
/** So many of a member's refused values are put into the whole. */
const MAX_OF_MEMBER = 4;

/** Values that the schema refuses for one thing alone, which may be deep inside them. */
export function refusedValues(schema: Json, depth = 0): Json[] {
  if (!isJsonObject(schema)) return schema === false ? [...plainValues] : [];
  if (depth > MAX_DEPTH) return [];
  const whole = [...scalarValues([schema]), ...plainValues];
  return distinct([...insideObject(schema, depth), ...insideList(schema, depth), ...whole]).filter(
    (value) => !fits(schema, value),
  );
}

function refusedMembers(schema: Json, depth: number): Json[] {
  return refusedValues(schema, depth + 1).slice(0, MAX_OF_MEMBER);
}

function insideObject(schema: JsonObject, depth: number): Json[] {
  const properties = ownValue(schema, 'properties');
  const rest = ownValue(schema, 'additionalProperties');
  const declared = Object.entries(isJsonObject(properties) ? properties : {}).slice(0, MAX_NAMES);
  const members = isJsonObject(rest) ? [...declared, [undeclaredName([schema]), rest] as const] : declared;
  if (members.length === 0) return [];
  const sample = validSample(schema, 'required');
  const base = isJsonObject(sample) ? sample : {};
  return members.flatMap(([name, inner]) =>
    refusedMembers(inner, depth).map((value) => ({ ...base, [name]: value })),
  );
}

function insideList(schema: JsonObject, depth: number): Json[] {
  const items = ownValue(schema, 'items');
  if (items === undefined || Array.isArray(items)) return [];
  const sample = validSample(schema, 'required');
  const others = Array.isArray(sample) ? sample.slice(1) : [];
  return refusedMembers(items, depth).map((value) => [value, ...others]);
}
