import { isJsonObject, type Json, type JsonObject } from '../schema/json';
import { sampleText, textOfLength } from '../views/sample-text';
import { sampleValue } from '../views/sample-value';
import { ownValue } from './json-equality';

/** A name that no one would declare. */
const undeclaredName = 'undeclared_field';

/** Longer texts, and lists of more text altogether, show nothing to anybody. */
const MAX_TEXT = 100_000;
const MAX_MEMBERS = 1_000;

/** At least one value of every type. */
const plainValues: readonly Json[] = [
  'text',
  'another text',
  1,
  0,
  -1,
  0.5,
  true,
  false,
  null,
  {},
  [],
  ['text'],
  [1],
];

/**
 * Values on which two versions of a field may disagree: what each of them names itself, what lies on both sides of
 * each limit, and something of each type. The likeliest come first.
 */
export function candidateValues(schemas: readonly JsonObject[], current: Json | undefined): Json[] {
  const values: Json[] = [];
  for (const schema of schemas) {
    values.push(...named(schema), ...aroundNumbers(schema), ...aroundLengths(schema), ...lists(schema));
    values.push(...branchValues(schema), sampleValue(schema, 'required'), sampleValue(schema, 'all'));
  }
  values.push(...objects(schemas, current), ...plainValues, ...schemas.flatMap(nearPattern));
  const seen = new Set<string>();
  return values.filter((value) => {
    const text = JSON.stringify(value);
    return seen.has(text) ? false : seen.add(text) !== undefined;
  });
}

function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value.slice(0, 200) : [];
}

function named(schema: JsonObject): Json[] {
  const single = ['const', 'default'].map((keyword) => ownValue(schema, keyword));
  return [
    ...single.filter((value) => value !== undefined),
    ...listOf(schema['enum']),
    ...listOf(schema['examples']),
  ];
}

function aroundNumbers(schema: JsonObject): Json[] {
  const limits = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'].map(
    (keyword) => schema[keyword],
  );
  const around = limits
    .filter((limit) => typeof limit === 'number')
    .flatMap((limit) => [limit, limit - 1, limit + 1, limit + 0.5, limit * 2]);
  const { multipleOf } = schema;
  const multiples =
    typeof multipleOf === 'number' ? [multipleOf, multipleOf * 2, multipleOf * 3, multipleOf * 1.5] : [];
  return [...around, ...multiples].filter(Number.isFinite);
}

function aroundLengths(schema: JsonObject): Json[] {
  const lengths = ['minLength', 'maxLength'].map((keyword) => schema[keyword]);
  const around = lengths
    .filter((length) => typeof length === 'number')
    .flatMap((length) => [length, length - 1, length + 1]);
  const texts: Json[] = around
    .filter((length) => length <= MAX_TEXT)
    .map((length) => textOfLength(length, MAX_TEXT));
  for (const length of around) {
    if (schema['pattern'] !== undefined)
      texts.push(sampleText({ ...schema, minLength: length, maxLength: length }));
  }
  const { format, pattern } = schema;
  if (typeof pattern === 'string') texts.push(sampleText({ pattern }));
  if (typeof format === 'string') texts.push(sampleText({ format }), '[');
  return texts;
}

const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(index + 32));

/** Short texts, and texts that a pattern accepts with another character at either end. */
function nearPattern({ pattern }: JsonObject): Json[] {
  if (typeof pattern !== 'string') return [];
  const sample = sampleText({ pattern });
  if (typeof sample !== 'string') return [];
  return ['', ...printable.flatMap((one) => [one, sample.slice(0, -1) + one, one + sample.slice(1)])];
}

function lists(schema: JsonObject): Json[] {
  const items = schema['items'];
  const item = sampleValue(isJsonObject(items) ? items : {}, 'required');
  const limits = ['minItems', 'maxItems'].map((keyword) => schema[keyword]);
  const lengths = limits
    .filter((limit) => typeof limit === 'number')
    .flatMap((limit) => [limit, limit - 1, limit + 1]);
  if (schema['uniqueItems'] !== undefined) lengths.push(2);
  return lengths
    .filter((length) => length >= 0 && length * JSON.stringify(item).length <= MAX_TEXT)
    .flatMap((length) => [
      Array.from({ length }, () => item),
      Array.from({ length }, (_, index) => (typeof item === 'number' ? index : `text ${index}`)),
    ]);
}

/** The value as it stands with one name more, with as many names as the limits speak of, and with none. */
function objects(schemas: readonly JsonObject[], current: Json | undefined): Json[] {
  const base = isJsonObject(current) ? current : {};
  const extra = plainValues.slice(0, 3).map((value) => ({ ...base, [undeclaredName]: value }));
  const limits = schemas.flatMap((schema) => [schema['minProperties'], schema['maxProperties']]);
  const sizes = limits
    .filter((limit) => typeof limit === 'number')
    .flatMap((limit) => [limit, limit - 1, limit + 1]);
  const value = schemas.map((schema) => schema['additionalProperties']).find(isJsonObject) ?? {};
  const member = sampleValue(value, 'required');
  const sized = sizes
    .filter((size) => size >= 0 && size <= MAX_MEMBERS && size * JSON.stringify(member).length <= MAX_TEXT)
    .map((size) => Object.fromEntries(Array.from({ length: size }, (_, index) => [`name_${index}`, member])));
  return [...extra, ...sized, ...schemas.flatMap((schema) => namedMembers(schema, base))];
}

/** The value with a name on which another one depends, and with names that a pattern speaks of. */
function namedMembers(schema: JsonObject, base: JsonObject): Json[] {
  const { properties, dependencies, patternProperties } = schema;
  const schemaOf = (name: string) => (isJsonObject(properties) ? properties[name] : undefined);
  const dependent = Object.keys(isJsonObject(dependencies) ? dependencies : {}).map((name) => {
    const member = schemaOf(name);
    return { ...base, [name]: sampleValue(isJsonObject(member) ? member : {}, 'required') };
  });
  const matching = Object.keys(isJsonObject(patternProperties) ? patternProperties : {}).flatMap(
    (pattern) => {
      const name = String(sampleText({ pattern }));
      return plainValues.map((value) => ({ ...base, [name]: value }));
    },
  );
  return [...dependent, ...matching];
}

/** A value for each branch of `anyOf`, `oneOf` and their like. */
function branchValues(schema: JsonObject): Json[] {
  const branches = ['oneOf', 'anyOf', 'allOf'].flatMap((keyword) => listOf(schema[keyword]));
  const single = ['not', 'if', 'then', 'else', 'contains']
    .map((keyword) => schema[keyword])
    .filter(isJsonObject);
  return [...branches, ...single].filter(isJsonObject).flatMap((branch) => {
    const whole = { ...schema, ...branch, oneOf: null, anyOf: null };
    const samples = [
      sampleValue(branch, 'required'),
      sampleValue(branch, 'all'),
      sampleValue(whole, 'required'),
    ];
    return [...samples, ...aroundNumbers(branch), ...aroundLengths(branch)];
  });
}
