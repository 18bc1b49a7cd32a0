import type { JSONSchema } from 'monaco-yaml';

/** The address under which the editor knows the metaschema. Nothing is fetched from it. */
export const METASCHEMA_URI = 'inmemory://assent/json-schema-draft-07';

/** The types a field may have; no rule allows `null`, which draft-07 knows too. */
const TYPES = {
  string: 'A text.',
  integer: 'A whole number. Say its minimum and maximum.',
  number: 'Any number. Say its minimum and maximum.',
  boolean: 'true or false.',
  object: 'Fields of its own under properties, or a map under additionalProperties.',
  array: 'A list. Say what it holds under items.',
  null: 'No value. Leave an optional field out instead.',
};

const schema: JSONSchema = { $ref: '#' };
const schemas: JSONSchema = { type: 'array', minItems: 1, items: schema };
const schemaMap: JSONSchema = { type: 'object', additionalProperties: schema };
const names: JSONSchema = { type: 'array', items: { type: 'string' }, uniqueItems: true };
const count: JSONSchema = { type: 'integer', minimum: 0 };
const oneType: JSONSchema = { enum: Object.keys(TYPES), enumDescriptions: Object.values(TYPES) };

/** Adds the sentence that the editor shows beside a keyword. */
function keyword(description: string, rules: JSONSchema): JSONSchema {
  return rules.$ref ? { allOf: [rules], description } : { ...rules, description };
}

const identity: Record<string, JSONSchema> = {
  $id: keyword('The address of this version: /TITLE/X.Y.Z.', { type: 'string', format: 'uri-reference' }),
  $schema: keyword('The dialect of JSON Schema: https://json-schema.org/draft-07/schema#', {
    type: 'string',
    format: 'uri',
  }),
  $ref: keyword('Pulls in another schema by title and version, such as /fragment/common/2.0.0.', {
    type: 'string',
    format: 'uri-reference',
  }),
  $comment: keyword('A note to maintainers. It has no effect.', { type: 'string' }),
  title: keyword('The path of the schema without a leading slash, such as analytics/button/click.', {
    type: 'string',
  }),
  description: keyword('What it means, in terms of what a person did, not of a button or a variable.', {
    type: 'string',
  }),
  default: keyword('The value that stands for an absent field.', {}),
  readOnly: keyword('The value is set elsewhere and must not be sent.', { type: 'boolean' }),
  examples: keyword('Complete, valid events. Write them by hand.', { type: 'array' }),
};

const values: Record<string, JSONSchema> = {
  type: keyword('What kind of value the field holds. Name exactly one.', {
    anyOf: [oneType, { type: 'array', items: oneType, minItems: 1, uniqueItems: true }],
  }),
  enum: keyword('The only values allowed. Later versions may add to the list.', {
    type: 'array',
    minItems: 1,
    uniqueItems: true,
  }),
  const: keyword('The one value allowed.', {}),
  format: keyword('How the text is written, such as date-time, uri or uuid. Give a maxLength with it.', {
    type: 'string',
  }),
  pattern: keyword('A regular expression that the text must match. Give a maxLength with it.', {
    type: 'string',
    format: 'regex',
  }),
  minLength: keyword('The fewest characters allowed.', count),
  maxLength: keyword('The most characters allowed.', count),
  minimum: keyword('The smallest number allowed.', { type: 'number' }),
  maximum: keyword('The largest number allowed.', { type: 'number' }),
  exclusiveMinimum: keyword('The number must be larger than this.', { type: 'number' }),
  exclusiveMaximum: keyword('The number must be smaller than this.', { type: 'number' }),
  multipleOf: keyword('The number must be a multiple of this.', { type: 'number', exclusiveMinimum: 0 }),
  contentMediaType: keyword('The media type of a text that holds encoded data.', { type: 'string' }),
  contentEncoding: keyword('How data in a text is encoded, such as base64.', { type: 'string' }),
};

const structure: Record<string, JSONSchema> = {
  properties: keyword(
    'The fields, by name: lower snake_case, each with a type and a description.',
    schemaMap,
  ),
  required: keyword('The fields that every event must have. A later version cannot add to them.', names),
  additionalProperties: keyword('The type of the values of a map. Use it for maps only.', schema),
  patternProperties: keyword('Fields whose name matches a regular expression.', schemaMap),
  propertyNames: keyword('What the names of a map must look like.', schema),
  minProperties: keyword('The fewest entries of a map.', count),
  maxProperties: keyword('The most entries of a map.', count),
  items: keyword('What each item of the list is.', { anyOf: [schema, schemas] }),
  additionalItems: keyword('What the items beyond the listed ones are.', schema),
  contains: keyword('At least one item must be like this.', schema),
  minItems: keyword('The fewest items allowed.', count),
  maxItems: keyword('The most items allowed.', count),
  uniqueItems: keyword('No item may stand in the list twice.', { type: 'boolean' }),
  definitions: keyword('Parts that this document refers to as #/definitions/NAME.', schemaMap),
  dependencies: keyword('What else must hold when a field is there.', {
    type: 'object',
    additionalProperties: { anyOf: [schema, names] },
  }),
};

const combination: Record<string, JSONSchema> = {
  allOf: keyword('Everything listed holds at once. Fragments are pulled in here.', schemas),
  anyOf: keyword('At least one of these holds.', schemas),
  oneOf: keyword('Exactly one of these holds.', schemas),
  not: keyword('This must not hold.', schema),
  if: keyword('When this holds, so must “then”; when not, so must “else”.', schema),
  // biome-ignore lint/suspicious/noThenProperty: `then` is a keyword of JSON Schema.
  then: keyword('Must hold when “if” does.', schema),
  else: keyword('Must hold when “if” does not.', schema),
};

/**
 * The metaschema of JSON Schema draft-07 with a sentence for each keyword, which the editor shows on completion and
 * hover. It accepts exactly the values that the published metaschema accepts; a test holds the two side by side.
 * Source: https://json-schema.org/draft-07/schema
 */
export const draft07Metaschema: JSONSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: ['object', 'boolean'] as string[],
  properties: { ...identity, ...values, ...structure, ...combination },
};
