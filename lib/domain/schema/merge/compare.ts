import { isJsonObject, type Json } from '../json';
import { Incompatible, NotMaterializable } from '../materializing-error';
import {
  isDefined,
  isEqual,
  isSchema,
  keysOf,
  type Maybe,
  memberOf,
  sortAscending,
  unique,
  uniqueBy,
} from './values';

/**
 * Tells whether two schemas mean the same, by the measure with which the merge drops repeated schemas:
 * that of json-schema-compare 0.2.2. Looser than equality: the order of `required` does not count, nor does
 * an empty `properties`, nor `minLength: 0`.
 */
export function isSameSchema(a: Maybe, b: Maybe): boolean {
  if (isEmptySchema(a) && isEmptySchema(b)) return true;
  if ((isDefined(a) && !isSchema(a)) || (isDefined(b) && !isSchema(b))) {
    throw new Incompatible('merge-conflict', '', { keyword: 'schema', values: [a ?? null, b ?? null] });
  }
  if (a === b) return true;
  if (!isDefined(a) || !isDefined(b)) return false;
  if (typeof a === 'boolean' && typeof b === 'boolean') return a === b;
  return unique([...keysOf(a), ...keysOf(b)]).every((key) => isSameKeyword(key, a, b));
}

/** Tells whether two values of one keyword mean the same. */
export function isSameValue(key: string, a: Json, b: Json): boolean {
  if (plainTexts.has(key) && typeof a === 'string' && typeof b === 'string') return a === b;
  return isSameSchema({ [key]: a }, { [key]: b });
}

/** Keywords whose texts are compared as they are, and which nearly every schema has. */
const plainTexts = new Set(['title', 'description', '$id', '$schema', 'type', 'format', 'pattern']);

const schemaKeywords = new Set([
  'additionalProperties',
  'additionalItems',
  'contains',
  'propertyNames',
  'not',
]);
const mayBeAbsent = new Set([
  'properties',
  'patternProperties',
  'dependencies',
  'uniqueItems',
  'minLength',
  'minItems',
  'minProperties',
  'required',
]);

type Measure = (a: Maybe, b: Maybe) => boolean;

const absentOr =
  (value: Json): Measure =>
  (a, b) =>
    (a === undefined && b === value) || (b === undefined && a === value) || isEqual(a, b);

const measures = new Map<string, Measure>([
  ['uniqueItems', absentOr(false)],
  ['minLength', absentOr(0)],
  ['minItems', absentOr(0)],
  ['minProperties', absentOr(0)],
  ['required', isSameSet],
  ['enum', isSameSet],
  ['type', (a, b) => isEqual(sortedSet(asList(a)), sortedSet(asList(b)))],
  ['items', isSameItems],
  ['anyOf', isSameChoice],
  ['allOf', isSameChoice],
  ['oneOf', isSameChoice],
  ['properties', isSameGroup],
  ['patternProperties', isSameGroup],
  ['dependencies', isSameGroup],
]);

function isSameKeyword(key: string, a: Maybe, b: Maybe): boolean {
  const left = memberOf(a, key);
  const right = memberOf(b, key);
  if (schemaKeywords.has(key)) return isSameSchema(left, right);
  if (isEqual(left, right)) return true;
  if (!mayBeAbsent.has(key) && isDefined(left) !== isDefined(right)) return false;
  return (measures.get(key) ?? isEqual)(left, right);
}

function isEmptySchema(value: Maybe): boolean {
  return value === undefined || value === true || (isJsonObject(value) && keysOf(value).length === 0);
}

function isEmptyGroup(value: Maybe): boolean {
  return value === undefined || (isJsonObject(value) && keysOf(value).length === 0);
}

function asList(value: Maybe): Maybe[] {
  return Array.isArray(value) ? value : [value];
}

/** A text counts as the list of its characters, as it does upstream. */
function elements(value: Maybe): Maybe[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'string' ? value.split('') : [];
}

function sortedSet(values: readonly Maybe[]): Json {
  return sortAscending(unique(values)) as Json[];
}

const sortedSets = new WeakMap<object, Json>();

/** The elements of a list or text in order. A list is compared with many others: its order is found once. */
function sortedElements(value: Maybe): Json {
  if (!Array.isArray(value)) return sortedSet(elements(value));
  const known = sortedSets.get(value) ?? sortedSet(value);
  sortedSets.set(value, known);
  return known;
}

function isSameSet(a: Maybe, b: Maybe): boolean {
  const isEmpty = (value: Maybe): boolean =>
    value === undefined || (Array.isArray(value) && value.length === 0);
  return (isEmpty(a) && isEmpty(b)) || isEqual(sortedElements(a), sortedElements(b));
}

function isSameGroup(a: Maybe, b: Maybe): boolean {
  if (isEmptyGroup(a) && isEmptyGroup(b)) return true;
  if ((isEmptyGroup(a) && keysOf(b).length > 0) || (isEmptyGroup(b) && keysOf(a).length > 0)) return false;
  return unique([...keysOf(a), ...keysOf(b)]).every((key) => {
    const left = memberOf(a, key);
    const right = memberOf(b, key);
    // Two lists make upstream compare the groups themselves as lists, and these are empty as lists.
    if (Array.isArray(left) && Array.isArray(right))
      return isEqual(sortedSet(elements(a)), sortedSet(elements(b)));
    if (Array.isArray(left) || Array.isArray(right)) return false;
    return isDefined(left) && isDefined(right) && isSameSchema(left, right);
  });
}

function isSameItems(a: Maybe, b: Maybe): boolean {
  if (isJsonObject(a) && isJsonObject(b)) return isSameSchema(a, b);
  if (Array.isArray(a) && Array.isArray(b)) return isSameGroup(a, b);
  return isEqual(a, b);
}

/** More choices than this are not compared each with each. */
const MAX_CHOICES = 1_000;

function isSameChoice(a: Maybe, b: Maybe): boolean {
  if (Math.max(elements(a).length, elements(b).length) > MAX_CHOICES)
    throw new NotMaterializable('schema-too-large', '', { limit: MAX_CHOICES });
  const left = uniqueBy(elements(a), isSameSchema);
  const right = uniqueBy(elements(b), isSameSchema);
  const common = left.filter((schema) => right.some((other) => isSameSchema(schema, other)));
  return common.length === Math.max(left.length, right.length);
}
