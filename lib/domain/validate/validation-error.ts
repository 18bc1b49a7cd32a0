import type { Json } from '../schema/json';

/** One reason why an event does not fit its schema. */
export interface ValidationError {
  /** JSON Pointer into the event; the root is the empty string. */
  path: string;
  /** JSON Pointer into the schema, to the keyword that refuses. */
  schemaPath: string;
  /**
   * The keyword that refuses (`type`, `required`, …), or `cost`, where the check was given up because the schema
   * and the event together are too deep or too large to be checked in bounded time.
   */
  keyword: string;
  /** Values for the sentence, as ajv names them where ajv has them. */
  params: Record<string, Json>;
}

type Sentence = (params: Record<string, Json>) => string;

const sentences: Record<string, Sentence> = {
  type: ({ type }) => `must be ${[type].flat().join(' or ')}`,
  const: ({ allowedValue }) => `must be ${JSON.stringify(allowedValue)}`,
  enum: ({ allowedValues }) =>
    `must be one of ${[allowedValues]
      .flat()
      .map((value) => JSON.stringify(value))
      .join(', ')}`,
  required: ({ missingProperty }) => `must have the property “${String(missingProperty)}”`,
  additionalProperties: ({ additionalProperty }) =>
    `must not have the property “${String(additionalProperty)}”: the schema does not know it`,
  additionalItems: ({ limit }) => `must have at most ${String(limit)} items`,
  maximum: ({ limit }) => `must be at most ${String(limit)}`,
  minimum: ({ limit }) => `must be at least ${String(limit)}`,
  exclusiveMaximum: ({ limit }) => `must be less than ${String(limit)}`,
  exclusiveMinimum: ({ limit }) => `must be greater than ${String(limit)}`,
  multipleOf: ({ multipleOf }) => `must be a multiple of ${String(multipleOf)}`,
  maxLength: ({ limit }) => `must have at most ${String(limit)} characters`,
  minLength: ({ limit }) => `must have at least ${String(limit)} characters`,
  maxItems: ({ limit }) => `must have at most ${String(limit)} items`,
  minItems: ({ limit }) => `must have at least ${String(limit)} items`,
  maxProperties: ({ limit }) => `must have at most ${String(limit)} properties`,
  minProperties: ({ limit }) => `must have at least ${String(limit)} properties`,
  uniqueItems: ({ i, j }) => `must not repeat items: items ${String(j)} and ${String(i)} are equal`,
  contains: () => 'must have an item of the kind that the schema asks for',
  pattern: ({ pattern, reason }) =>
    reason === 'unsafe'
      ? `cannot be checked: matching the pattern “${String(pattern)}” may take forever`
      : `must match the pattern “${String(pattern)}”`,
  format: ({ format, reason }) =>
    reason === 'unknown' ? `has an unknown format: ${String(format)}` : `must be a ${String(format)}`,
  propertyNames: ({ propertyName }) => `must not have a property named “${String(propertyName)}”`,
  dependencies: ({ property, missingProperty }) =>
    `must have the property “${String(missingProperty)}” when it has “${String(property)}”`,
  not: () => 'must not be of the kind that the schema rules out',
  anyOf: () => 'must fit at least one of the alternatives',
  oneOf: ({ matches }) =>
    matches === 0
      ? 'must fit one of the alternatives, and fits none'
      : 'must fit exactly one of the alternatives',
  'false schema': () => 'must be absent: the schema allows no value here',
  $ref: ({ ref }) => `cannot be checked: the reference ${String(ref)} leads nowhere`,
  cost: () => 'cannot be checked: it is too deep or too large',
};

/** The error as a sentence part that follows the name of the place: “must be integer”. */
export function describeValidationError(error: ValidationError): string {
  const sentence = Object.hasOwn(sentences, error.keyword) ? sentences[error.keyword] : undefined;
  return sentence ? sentence(error.params) : `breaks “${error.keyword}”`;
}
