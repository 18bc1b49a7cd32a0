import { isJsonObject, type JsonObject } from '../schema/json';
import { compareDocumentation } from './compare-keywords';
import { type FieldPair, reportChange } from './field-pair';
import { addTree, fieldsInside, removeTree } from './field-trees';
import { ownValue } from './json-equality';

/**
 * Compares a field that at least one version forbids, by the schema `false` or by `not` with a schema that accepts
 * everything: no value may stand there, whatever else the schema says. False where neither version forbids it.
 *
 * Forbidding breaks as removing from a closed object does: producers who still send the field are refused, and
 * consumers no longer find it. Allowing it again breaks consumers alone: they were promised that it never occurs.
 */
export function compareForbidden(pair: FieldPair): boolean {
  const [was, is] = [forbids(pair.older), forbids(pair.newer)];
  if (was && is) compareDocumentation(pair);
  else if (is) reportForbidden(pair);
  else if (was) reportAllowed(pair);
  return was || is;
}

function forbids(schema: JsonObject): boolean {
  const excluded = ownValue(schema, 'not');
  return excluded === true || (isJsonObject(excluded) && Object.keys(excluded).length === 0);
}

function reportForbidden(pair: FieldPair): void {
  const { older, place, changes } = pair;
  reportChange(pair, {
    kind: 'field-forbidden',
    classifications: ['breaking-producers', 'breaking-consumers'],
    before: older,
    after: false,
  });
  for (const field of fieldsInside({ schema: older, pointer: place.older, path: place.path }))
    removeTree(changes, { ...field, stillSent: true });
}

/** As with fields that are added, what holds no value of its own concerns privacy through the fields inside it. */
function reportAllowed(pair: FieldPair): void {
  const { newer, place, changes } = pair;
  const inner = fieldsInside({ schema: newer, pointer: place.newer, path: place.path });
  reportChange(pair, {
    kind: 'field-allowed',
    classifications: inner.length === 0 ? ['breaking-consumers', 'privacy'] : ['breaking-consumers'],
    before: false,
    after: newer,
  });
  for (const field of inner) addTree(changes, field);
}
