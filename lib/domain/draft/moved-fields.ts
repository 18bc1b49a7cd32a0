import { compareSchemas } from '../compatibility/compare-schemas';
import type { JsonObject } from '../schema/json';
import { fromPointer } from '../schema/pointer';

/** Fields that were renamed or moved between two materialized schemas: the old pointer, then the new one. */
export function listMovedFields(older: JsonObject, newer: JsonObject): Map<string, string> {
  const { changes } = compareSchemas(older, newer);
  const removed = new Map(
    changes
      .filter((change) => change.kind === 'field-removed')
      .map((change) => [change.path, change.pointer]),
  );
  const moved = new Map<string, string>();
  for (const change of changes) {
    if (change.kind !== 'field-moved' || typeof change.before !== 'string') continue;
    const pointer = removed.get(change.before);
    if (pointer !== undefined) moved.set(pointer, change.pointer);
  }
  return moved;
}

/** The dotted path of a field, from its pointer alone: for fields that no schema at hand has. */
export function pathOfPointer(pointer: string): string {
  const segments = fromPointer(pointer);
  let path = '';
  for (let index = 0; index < segments.length; index += 1) {
    const segment = segments[index] as string;
    const name = segments[index + 1];
    if (segment === 'properties' && name !== undefined) {
      path += path === '' ? name : `.${name}`;
      index += 1;
    } else if (segment === 'items') path += '[]';
    else if (segment === 'additionalProperties') path += '.*';
  }
  return path === '' ? pointer : path;
}
