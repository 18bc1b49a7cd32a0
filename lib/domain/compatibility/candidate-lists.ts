import { isJsonObject, type Json, type JsonObject } from '../schema/json';
import { limitsOf, listOf, MAX_TEXT, plainValues } from './candidate-scalars';
import { ownValue } from './json-equality';
import { validItems, validSample } from './valid-sample';

/** Lists on both sides of each limit of length, of equal and of different items, and with or without what they must contain. */
export function candidateLists(schemas: readonly JsonObject[]): Json[] {
  const lengths = new Set(limitsOf(schemas, ['minItems', 'maxItems']));
  if (schemas.some((schema) => Object.hasOwn(schema, 'uniqueItems'))) lengths.add(2).add(3);
  const items = schemas.map((schema) => ownValue(schema, 'items')).filter((item) => item !== undefined);
  const ofItems = (items.length === 0 ? [true] : items).filter((item) => !Array.isArray(item));
  return [
    ...ofItems.flatMap((item) => [...lengths].flatMap((length) => listsOfLength(item, length))),
    ...schemas.flatMap(listsByPosition),
    ...schemas.flatMap(listsWithContained),
  ];
}

function listsOfLength(items: Json, length: number): Json[] {
  const item = validSample(items, 'required');
  if (length < 0 || length * JSON.stringify(item).length > MAX_TEXT) return [];
  const least = Math.min(length, 20);
  const different = validItems(items, least);
  return [
    Array.from({ length }, () => item),
    ...(length === least ? [different] : []),
    Array.from({ length }, (_, index) => (typeof item === 'number' ? index : `text ${index}`)),
  ];
}

/** For a schema per position: at each position, and after the last one, a value of every type. */
function listsByPosition(schema: JsonObject): Json[] {
  const positions = ownValue(schema, 'items');
  if (!Array.isArray(positions)) return [];
  const base = positions.map((item) => validSample(item, 'required'));
  const more = isJsonObject(schema['additionalItems']) ? [validSample(schema['additionalItems'], 'all')] : [];
  const places = listOf([...positions.slice(0, 20), true]);
  return [
    base,
    ...places.flatMap((_, index) =>
      [...more, ...plainValues].map((value) => [...base.slice(0, index), value, ...base.slice(index + 1)]),
    ),
  ];
}

function listsWithContained(schema: JsonObject): Json[] {
  const contained = ownValue(schema, 'contains');
  if (contained === undefined) return [];
  return [[validSample(contained, 'required')], [validSample(contained, 'all')], []];
}
