import { isJsonObject, type Json, type JsonObject } from '../schema/json';
import { appendPointer } from '../schema/pointer';
import type { ChangeInput, Place } from './change';
import { allowedTypes, type FieldPair, reportChange } from './field-pair';
import { addTree, fieldsInside, removeTree } from './field-trees';
import { equalJson, ownValue } from './json-equality';

/** Compares what a field says of its list items (`items`) and of undeclared names (`additionalProperties`). */
export function compareValueSchemas(pair: FieldPair, descend: (pair: FieldPair) => void): void {
  compareItems(pair, descend);
  compareRest(pair, descend);
}

function compareItems(pair: FieldPair, descend: (pair: FieldPair) => void): void {
  const before = normal(ownValue(pair.older, 'items'));
  const after = normal(ownValue(pair.newer, 'items'));
  if (equalJson(before, after) && pair.origins === null) return;
  if (isJsonObject(before) && isJsonObject(after)) {
    descend({ ...pair, older: before, newer: after, place: inner(pair.place, 'items') });
  } else if (Array.isArray(before) || Array.isArray(after)) {
    compareLists(pair, before, after);
  } else if (isJsonObject(after)) {
    const held = allowedTypes(pair.older).has('array');
    reportChange(pair, {
      kind: 'items-added',
      classifications: held ? ['breaking-producers'] : ['compatible'],
      keyword: 'items',
      after,
    });
    addInner(pair, after, 'items');
  } else if (isJsonObject(before)) {
    const held = allowedTypes(pair.newer).has('array');
    reportChange(pair, {
      kind: 'items-removed',
      classifications: held ? ['breaking-consumers', 'privacy'] : ['compatible'],
      keyword: 'items',
      before,
    });
    removeInner(pair, before, 'items');
  }
}

/** Lists with a schema per position: any difference is taken as breaking. */
function compareLists(pair: FieldPair, before: Json | undefined, after: Json | undefined): void {
  if (equalJson(before, after)) return;
  const input = { keyword: 'items', before, after };
  reportChange(pair, {
    kind: 'composition-changed',
    classifications: ['breaking-producers', 'breaking-consumers', 'privacy'],
    ...input,
  });
}

type Rest = 'unstated' | 'open' | 'closed' | 'typed';

function restOf(value: Json | undefined): Rest {
  if (value === undefined) return 'unstated';
  if (value === false) return 'closed';
  return isJsonObject(value) ? 'typed' : 'open';
}

function compareRest(pair: FieldPair, descend: (pair: FieldPair) => void): void {
  const before = ownValue(pair.older, 'additionalProperties');
  const after = ownValue(pair.newer, 'additionalProperties');
  if (isJsonObject(before) && isJsonObject(after)) {
    const place = inner(pair.place, 'additionalProperties');
    descend({ ...pair, older: before, newer: after, place });
    return;
  }
  const was = restOf(before);
  const is = restOf(after);
  if (was === is) return;
  reportChange(pair, { ...restChange(was, is), keyword: 'additionalProperties', before, after });
  if (isJsonObject(after)) addInner(pair, after, 'additionalProperties');
  if (isJsonObject(before)) removeInner(pair, before, 'additionalProperties');
}

function restChange(was: Rest, is: Rest): Pick<ChangeInput, 'kind' | 'classifications'> {
  if (is === 'closed') {
    return { kind: 'additional-properties-closed', classifications: ['breaking-producers'] };
  }
  if (was === 'closed') {
    return { kind: 'additional-properties-opened', classifications: ['breaking-consumers', 'privacy'] };
  }
  if (is === 'typed') {
    return { kind: 'additional-properties-typed', classifications: ['breaking-producers', 'privacy'] };
  }
  if (was === 'typed') {
    return { kind: 'additional-properties-untyped', classifications: ['breaking-consumers', 'privacy'] };
  }
  const classifications = is === 'open' ? (['compatible', 'privacy'] as const) : (['compatible'] as const);
  return { kind: 'additional-properties-stated', classifications };
}

/** Reports the fields inside items or map values that only the newer version describes. */
function addInner(pair: FieldPair, schema: JsonObject, keyword: 'items' | 'additionalProperties'): void {
  const { newer: pointer, path } = inner(pair.place, keyword);
  for (const field of fieldsInside({ schema, pointer, path })) addTree(pair.changes, field);
}

/** Reports the fields inside items or map values that only the older version describes. */
function removeInner(pair: FieldPair, schema: JsonObject, keyword: 'items' | 'additionalProperties'): void {
  const { older: pointer, path } = inner(pair.place, keyword);
  for (const field of fieldsInside({ schema, pointer, path })) removeTree(pair.changes, field);
}

/** `items: true` says what no `items` says. */
function normal(items: Json | undefined): Json | undefined {
  if (items === true) return undefined;
  return items === false ? { not: {} } : items;
}

function inner(place: Place, keyword: 'items' | 'additionalProperties'): Place {
  return {
    older: appendPointer(place.older, keyword),
    newer: appendPointer(place.newer, keyword),
    path: place.path + (keyword === 'items' ? '[]' : '.*'),
  };
}
