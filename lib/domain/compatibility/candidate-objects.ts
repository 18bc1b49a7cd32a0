import { isJsonObject, type Json, type JsonObject } from '../schema/json';
import { sampleText } from '../views/sample-text';
import { limitsOf, MAX_TEXT, plainValues, scalarValues } from './candidate-scalars';
import { ownValue } from './json-equality';
import { namesNearRules, undeclaredName } from './undeclared-name';
import { distinct, validSample } from './valid-sample';

const MAX_MEMBERS = 1_000;

/** The value as it stands with one name more, and with as many names as the limits speak of. */
export function candidateObjects(schemas: readonly JsonObject[], current: Json | undefined): Json[] {
  const base = isJsonObject(current) ? current : {};
  return [
    ...withUndeclared(schemas, base),
    ...withOtherSizes(schemas, base),
    ...schemas.flatMap((schema) => namedMembers(schema, base)),
    ...withOtherNames(schemas, base),
  ];
}

/** What undeclared names hold by either schema: their own values first, then one of each type. */
function restValues(schemas: readonly JsonObject[]): Json[] {
  const rests = schemas
    .map((schema) => ownValue(schema, 'additionalProperties'))
    .filter((rest) => isJsonObject(rest));
  return distinct([...rests.map((rest) => validSample(rest, 'required')), ...plainValues]);
}

/** With an undeclared name, besides what stands there and alone. */
function withUndeclared(schemas: readonly JsonObject[], base: JsonObject): Json[] {
  const name = undeclaredName(schemas);
  const values = restValues(schemas);
  return [
    ...values.map((value) => ({ ...base, [name]: value })),
    ...values.map((value) => ({ [name]: value })),
  ];
}

/** Required names come first, then declared ones, then any: as many as each limit asks for, and one more or fewer. */
function withOtherSizes(schemas: readonly JsonObject[], base: JsonObject): Json[] {
  const sizes = limitsOf(schemas, ['minProperties', 'maxProperties']);
  return schemas.flatMap((schema) => {
    const properties = ownValue(schema, 'properties');
    const [member = null] = restValues([schema]);
    const sample = validSample(schema, 'required');
    const held = Object.entries(isJsonObject(sample) ? sample : base);
    const declared = Object.entries(isJsonObject(properties) ? properties : {}).map(
      ([name, inner]): [string, Json] => [name, validSample(inner, 'required')],
    );
    return sizes
      .filter((size) => size >= 0 && size <= MAX_MEMBERS && size * JSON.stringify(member).length <= MAX_TEXT)
      .map((size) => objectOfSize([...held, ...declared], { size, member }));
  });
}

function objectOfSize(
  entries: [string, Json][],
  { size, member }: { size: number; member: Json },
): JsonObject {
  const object: JsonObject = {};
  for (const [name, value] of entries) {
    if (Object.keys(object).length >= size) return object;
    object[name] = value;
  }
  for (let index = 0; Object.keys(object).length < size; index += 1) object[`name_${index}`] = member;
  return object;
}

/** The value with a name on which another one depends, and with names that a pattern speaks of. */
function namedMembers(schema: JsonObject, base: JsonObject): Json[] {
  const { properties, dependencies, patternProperties } = schema;
  const schemaOf = (name: string) => (isJsonObject(properties) ? (ownValue(properties, name) ?? true) : true);
  const dependent = Object.keys(isJsonObject(dependencies) ? dependencies : {}).map((name) => ({
    ...base,
    [name]: validSample(schemaOf(name), 'required'),
  }));
  const matching = Object.entries(isJsonObject(patternProperties) ? patternProperties : {}).flatMap(
    ([pattern, inner]) => {
      const name = sampleText({ pattern });
      const own = isJsonObject(inner) ? [validSample(inner, 'required'), ...scalarValues([inner])] : [];
      return [...own, ...plainValues].map((value) => ({ ...base, [name]: value }));
    },
  );
  return [...dependent, ...matching];
}

/** With names on both sides of what the schemas ask of names. */
function withOtherNames(schemas: readonly JsonObject[], base: JsonObject): Json[] {
  const [value = null] = restValues(schemas);
  return namesNearRules(schemas).map((name) => ({ ...base, [name]: value }));
}
