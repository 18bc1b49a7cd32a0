import { isJsonObject, type JsonObject } from '../schema/json';
import { appendPointer } from '../schema/pointer';
import { makeChange, type Place } from './change';
import { compareForbidden } from './compare-forbidden';
import { compareKeywords } from './compare-keywords';
import { compareValueSchemas } from './compare-value-schemas';
import { asSchema, bothAllow, type FieldPair, propertiesOf, reportChange, requiredNames } from './field-pair';
import { addTree, removeTree } from './field-trees';
import { equalJson, ownValue } from './json-equality';

/** Compares a field that both versions have, and all fields inside it; adds to `changes`. */
export function compareFields(pair: FieldPair): void {
  // What is the same instance in both has not changed.
  if (pair.older === pair.newer && pair.origins === null) return;
  if (compareForbidden(pair)) return;
  compareKeywords(pair);
  compareOrigin(pair);
  compareProperties(pair);
  compareValueSchemas(pair, compareFields);
}

function compareProperties(pair: FieldPair): void {
  const older = propertiesOf(pair.older);
  const newer = propertiesOf(pair.newer);
  const wasRequired = requiredNames(pair.older);
  const isRequired = requiredNames(pair.newer);
  for (const name of Object.keys(newer)) {
    const place = placeOf(pair.place, 'properties', name);
    const before = asSchema(ownValue(older, name));
    const after = asSchema(ownValue(newer, name));
    if (before !== null && after !== null) {
      compareFields({ ...pair, older: before, newer: after, place });
    } else if (after !== null) {
      const alreadySent = mayHaveBeenSent(pair.older, name);
      addTree(pair.changes, { schema: after, pointer: place.newer, path: place.path, alreadySent });
    }
    compareRequired(pair, { place, name, wasRequired, isRequired });
  }
  for (const name of Object.keys(older)) {
    if (Object.hasOwn(newer, name)) continue;
    const place = placeOf(pair.place, 'properties', name);
    const before = asSchema(ownValue(older, name));
    if (before !== null) {
      removeTree(pair.changes, {
        schema: before,
        pointer: place.older,
        path: place.path,
        stillSent: !isOpen(pair.newer),
      });
    }
  }
  compareUndeclaredRequired(pair, { older, newer, wasRequired, isRequired });
}

/** Events may hold a field before it is declared: under a map, a pattern, or a bare name in `required`. */
function mayHaveBeenSent(older: JsonObject, name: string): boolean {
  const rest = ownValue(older, 'additionalProperties');
  return (
    rest === true ||
    isJsonObject(rest) ||
    Object.hasOwn(older, 'patternProperties') ||
    requiredNames(older).has(name)
  );
}

function isOpen(schema: JsonObject): boolean {
  const rest = ownValue(schema, 'additionalProperties');
  return (rest === undefined || rest === true) && !Object.hasOwn(schema, 'patternProperties');
}

interface RequiredStep {
  place: Place;
  name: string;
  wasRequired: ReadonlySet<string>;
  isRequired: ReadonlySet<string>;
}

function compareRequired(pair: FieldPair, { place, name, wasRequired, isRequired }: RequiredStep): void {
  if (wasRequired.has(name) === isRequired.has(name) || !bothAllow(pair, 'object')) return;
  const added = isRequired.has(name);
  pair.changes.push(
    makeChange({
      kind: added ? 'required-added' : 'required-removed',
      pointer: place.newer,
      path: place.path,
      keyword: 'required',
      classifications: [added ? 'breaking-producers' : 'breaking-consumers'],
      before: !added,
      after: added,
    }),
  );
}

interface RequiredNames {
  older: JsonObject;
  newer: JsonObject;
  wasRequired: ReadonlySet<string>;
  isRequired: ReadonlySet<string>;
}

/** Names in `required` that are no (or no longer a) declared property of the newer schema. */
function compareUndeclaredRequired(
  pair: FieldPair,
  { older, newer, wasRequired, isRequired }: RequiredNames,
): void {
  for (const name of new Set([...isRequired, ...wasRequired])) {
    if (Object.hasOwn(newer, name)) continue;
    if (Object.hasOwn(older, name) && !isRequired.has(name)) continue;
    const place = placeOf(pair.place, 'properties', name);
    const pointer = appendPointer(pair.place.newer, 'required');
    compareRequired(pair, { place: { ...place, newer: pointer }, name, wasRequired, isRequired });
  }
}

function placeOf(parent: Place, keyword: string, name: string): Place {
  const step = (pointer: string) => appendPointer(appendPointer(pointer, keyword), name);
  return {
    older: step(parent.older),
    newer: step(parent.newer),
    path: parent.path === '' ? name : `${parent.path}.${name}`,
  };
}

function compareOrigin(pair: FieldPair): void {
  const before = pair.origins?.older.get(pair.place.older);
  const after = pair.origins?.newer.get(pair.place.newer);
  if (before === undefined || after === undefined || equalJson({ ...before }, { ...after })) return;
  reportChange(pair, {
    kind: 'origin-changed',
    classifications: ['documentation'],
    before: before.kind === 'fragment' ? before.uri : null,
    after: after.kind === 'fragment' ? after.uri : null,
  });
}
