import { isJsonObject, type Json, type JsonObject } from '../schema/json';
import { hasFormat, isKnownFormat } from './formats';
import { canonicalText, jsonEqual } from './json-equality';
import { matchPattern } from './pattern';
import { addError, type Place } from './run';

/** Judges one value by one keyword; `limit` is what the schema says under that keyword. */
export type KeywordCheck = (limit: Json, value: Json, place: Place) => void;

/** Tells whether a value is of a JSON Schema type; an integer is any number without a fraction. */
export function hasType(type: Json | undefined, value: Json): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isJsonObject(value);
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value);
    default:
      return type === typeof value;
  }
}

const LONG_ENUMERATION = 100;

const anyValueChecks: Record<string, KeywordCheck> = {
  type: (type, value, place) => {
    if (![type].flat().some((one) => hasType(one, value))) addError(place, 'type', { type });
  },
  const: (allowedValue, value, place) => {
    if (!jsonEqual(allowedValue, value)) addError(place, 'const', { allowedValue });
  },
  enum: (allowedValues, value, place) => {
    if (Array.isArray(allowedValues) && isAmong(allowedValues, value)) return;
    addError(place, 'enum', { allowedValues });
  },
};

const scalarsOf = new WeakMap<readonly Json[], ReadonlySet<Json>>();

/** A list of items may ask for each of them, so that a long enumeration is not searched from its start each time. */
function isAmong(allowed: readonly Json[], value: Json): boolean {
  if (typeof value === 'object' && value !== null) return allowed.some((one) => jsonEqual(one, value));
  if (allowed.length < LONG_ENUMERATION) return allowed.includes(value);
  const scalars = scalarsOf.get(allowed) ?? new Set(allowed);
  scalarsOf.set(allowed, scalars);
  return scalars.has(value);
}

function numberCheck(keyword: string, holds: (value: number, limit: number) => boolean): KeywordCheck {
  return (limit, value, place) => {
    if (typeof value !== 'number' || typeof limit !== 'number' || holds(value, limit)) return;
    addError(place, keyword, keyword === 'multipleOf' ? { multipleOf: limit } : { limit });
  };
}

const numberChecks: Record<string, KeywordCheck> = {
  maximum: numberCheck('maximum', (value, limit) => value <= limit),
  minimum: numberCheck('minimum', (value, limit) => value >= limit),
  exclusiveMaximum: numberCheck('exclusiveMaximum', (value, limit) => value < limit),
  exclusiveMinimum: numberCheck('exclusiveMinimum', (value, limit) => value > limit),
  // ajv 6 compares the quotient with its own reading as decimal text, so that 1e21 is no multiple of 1.
  multipleOf: numberCheck(
    'multipleOf',
    (value, limit) => value / limit === Number.parseInt(String(value / limit), 10),
  ),
};

function sizeCheck(
  keyword: string,
  sizeOf: (value: Json) => number | null,
  holds: (size: number, limit: number) => boolean,
): KeywordCheck {
  return (limit, value, place) => {
    const size = sizeOf(value);
    if (size === null || typeof limit !== 'number' || holds(size, limit)) return;
    addError(place, keyword, { limit });
  };
}

const atMost = (size: number, limit: number) => size <= limit;
const atLeast = (size: number, limit: number) => size >= limit;
/** Characters are code points, so that an emoji counts as one. */
const lengthOf = (value: Json) => (typeof value === 'string' ? [...value].length : null);
const itemsOf = (value: Json) => (Array.isArray(value) ? value.length : null);
const propertiesOf = (value: Json) => (isJsonObject(value) ? Object.keys(value).length : null);

const sizeChecks: Record<string, KeywordCheck> = {
  maxLength: sizeCheck('maxLength', lengthOf, atMost),
  minLength: sizeCheck('minLength', lengthOf, atLeast),
  maxItems: sizeCheck('maxItems', itemsOf, atMost),
  minItems: sizeCheck('minItems', itemsOf, atLeast),
  maxProperties: sizeCheck('maxProperties', propertiesOf, atMost),
  minProperties: sizeCheck('minProperties', propertiesOf, atLeast),
};

const stringChecks: Record<string, KeywordCheck> = {
  pattern: (pattern, value, place) => {
    if (typeof value !== 'string' || typeof pattern !== 'string') return;
    const verdict = matchPattern(pattern, value);
    if (verdict === 'no-match') addError(place, 'pattern', { pattern });
    if (verdict === 'unsafe') addError(place, 'pattern', { pattern, reason: 'unsafe' });
  },
  format: (format, value, place) => {
    if (typeof format !== 'string') return;
    if (!isKnownFormat(format)) addError(place, 'format', { format, reason: 'unknown' });
    else if (typeof value === 'string' && !hasFormat(format, value)) addError(place, 'format', { format });
  },
};

const structureChecks: Record<string, KeywordCheck> = {
  required: (names, value, place) => {
    if (!isJsonObject(value) || !Array.isArray(names)) return;
    for (const name of names) {
      if (typeof name === 'string' && !Object.hasOwn(value, name)) {
        addError(place, 'required', { missingProperty: name });
      }
    }
  },
  uniqueItems: (unique, value, place) => {
    if (unique !== true || !Array.isArray(value)) return;
    const seen = new Map<string, number>();
    for (const [index, item] of value.entries()) {
      const text = canonicalText(item);
      const first = seen.get(text);
      if (first !== undefined) return addError(place, 'uniqueItems', { i: index, j: first });
      seen.set(text, index);
    }
  },
};

/** The checks that look at one value alone, by keyword. */
export const plainChecks: ReadonlyMap<string, KeywordCheck> = new Map(
  Object.entries({ ...anyValueChecks, ...numberChecks, ...sizeChecks, ...stringChecks, ...structureChecks }),
);

/** What a schema says under an own keyword; undefined where it says nothing. */
export function ownKeyword(schema: JsonObject, keyword: string): Json | undefined {
  return Object.hasOwn(schema, keyword) ? schema[keyword] : undefined;
}
