import type { Ajv } from 'ajv';

const number = ['maximum', 'exclusiveMaximum', 'minimum', 'exclusiveMinimum', 'multipleOf', 'format'];
const string = ['maxLength', 'minLength', 'pattern', 'format'];
const array = ['maxItems', 'minItems', 'items', 'additionalItems', 'contains', 'uniqueItems'];
const object = [
  ...['maxProperties', 'minProperties', 'required', 'dependencies', 'propertyNames'],
  ...['additionalProperties', 'properties', 'patternProperties'],
];
const any = ['$ref', 'const', 'enum', 'not', 'anyOf', 'oneOf', 'allOf', 'if'];

/** Source: ajv 6, lib/compile/rules.js. */
const groups = [
  { type: 'number', keywords: number },
  { type: 'string', keywords: string },
  { type: 'array', keywords: array },
  { type: 'object', keywords: object },
  { type: undefined, keywords: any },
];

/**
 * Lets ajv 8 ask the keywords of a schema in the order of ajv 6. It decides where defaults are filled in: a subschema in
 * `allOf` may require what the schema around it fills in, and the other way round not; items that differ may be equal
 * once they are filled in.
 */
export function askInOrderOfAjv6({ RULES }: Ajv): void {
  for (const group of RULES.rules) {
    const keywords = groups.find(({ type }) => type === group.type)?.keywords ?? [];
    const rank = ({ keyword }: { keyword: string }) =>
      keywords.includes(keyword) ? keywords.indexOf(keyword) : keywords.length;
    group.rules.sort((left, right) => rank(left) - rank(right));
  }
  const rankOfGroup = ({ type }: { type?: string }) => groups.findIndex((group) => group.type === type);
  RULES.rules.sort((left, right) => rankOfGroup(left) - rankOfGroup(right));
}
