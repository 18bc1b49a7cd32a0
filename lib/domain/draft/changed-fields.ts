import type { Change } from '../compatibility/change';
import type { Comparison } from '../compatibility/compare-schemas';
import type { Field } from '../schema/types';

/**
 * Pointers of the fields that were added or changed, groups included, in the order of the schema.
 * A change of documentation alone (description, example, origin) is none. Without a comparison all are new.
 */
export function listChangedFields(fields: readonly Field[], comparison: Comparison | null): string[] {
  if (comparison === null) return fields.map((field) => field.pointer);
  const known = new Set(fields.map((field) => field.pointer));
  const changed = new Set<string>();
  for (const change of comparison.changes) {
    if (isDocumentation(change)) continue;
    const pointer = fieldAround(change.pointer, known);
    if (pointer !== null) changed.add(pointer);
    if (change.kind === 'field-added') addMembers(change.pointer, fields, changed);
  }
  return fields.filter((field) => changed.has(field.pointer)).map((field) => field.pointer);
}

/**
 * Pointers of the fields of which an approval needs a field decision: what holds a value of its own and was added or
 * changed, and a group that can hold something it could not hold before (domain.md, “Life of a proposal”, 4).
 */
export function listFieldsToDecide(fields: readonly Field[], comparison: Comparison | null): string[] {
  const changed = new Set(listChangedFields(fields, comparison));
  const opened = new Set(
    (comparison?.changes ?? [])
      .filter((change) => change.kind !== 'field-added' && change.classifications.includes('privacy'))
      .map((change) => change.pointer),
  );
  return fields
    .filter(
      (field) => (field.leaf && changed.has(field.pointer)) || (!field.leaf && opened.has(field.pointer)),
    )
    .map((field) => field.pointer);
}

function isDocumentation(change: Change): boolean {
  return change.classifications.every((item) => item === 'documentation');
}

/** What changes inside a value (`…/items`) is a change of the field that holds it. */
function fieldAround(pointer: string, known: ReadonlySet<string>): string | null {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    if (known.has(at)) return at;
  }
  return null;
}

function addMembers(pointer: string, fields: readonly Field[], changed: Set<string>): void {
  for (const field of fields) {
    if (field.pointer.startsWith(`${pointer}/`)) changed.add(field.pointer);
  }
}
