/** Keywords that ajv 6 asks of values of one type. */
interface KeywordGroup {
  /** None for those that it asks of every value. */
  type: string | undefined;
  keywords: readonly string[];
}

/**
 * The order in which ajv 6 asks the keywords of a schema, on which it depends what is filled in before. Source: ajv 6,
 * lib/compile/rules.js, where `properties` stands for all keywords about members.
 */
export const keywordGroups: readonly KeywordGroup[] = [
  {
    type: 'number',
    keywords: ['maximum', 'exclusiveMaximum', 'minimum', 'exclusiveMinimum', 'multipleOf', 'format'],
  },
  { type: 'string', keywords: ['maxLength', 'minLength', 'pattern', 'format'] },
  {
    type: 'array',
    keywords: ['maxItems', 'minItems', 'items', 'additionalItems', 'contains', 'uniqueItems'],
  },
  {
    type: 'object',
    keywords: [
      ...['maxProperties', 'minProperties', 'required', 'dependencies', 'propertyNames'],
      ...['additionalProperties', 'properties', 'patternProperties'],
    ],
  },
  { type: undefined, keywords: ['$ref', 'const', 'enum', 'not', 'anyOf', 'oneOf', 'allOf', 'if'] },
];
