import { isJsonObject, type JsonObject } from '../schema/json';
import { appendPointer } from '../schema/pointer';
import { type Change, makeChange } from './change';
import { asSchema, propertiesOf } from './field-pair';
import { ownValue } from './json-equality';

/** A field that only one version has, with all fields inside it. */
export interface Tree {
  schema: JsonObject;
  pointer: string;
  path: string;
  /** Of an added field: events of the older version may hold it already, as anything. */
  alreadySent?: boolean;
  /** Of a removed field: the newer version may refuse events that still hold it. */
  stillSent?: boolean;
}

/** Reports a field and every field inside it as added; only fields that hold a value concern privacy. */
export function addTree(changes: Change[], tree: Tree): void {
  const inner = fieldsInside(tree);
  changes.push(
    makeChange({
      kind: 'field-added',
      pointer: tree.pointer,
      path: tree.path,
      classifications: [
        tree.alreadySent ? 'breaking-producers' : 'compatible',
        ...(inner.length === 0 ? (['privacy'] as const) : []),
      ],
      after: tree.schema,
    }),
  );
  for (const field of inner) addTree(changes, { ...field, alreadySent: tree.alreadySent ?? false });
}

/** Reports a field and every field inside it as removed. */
export function removeTree(changes: Change[], tree: Tree): void {
  changes.push(
    makeChange({
      kind: 'field-removed',
      pointer: tree.pointer,
      path: tree.path,
      classifications: tree.stillSent ? ['breaking-producers', 'breaking-consumers'] : ['breaking-consumers'],
      before: tree.schema,
    }),
  );
  for (const field of fieldsInside(tree))
    removeTree(changes, { ...field, stillSent: tree.stillSent ?? false });
}

/** The fields directly inside one: properties, list items and map values that hold properties themselves. */
export function fieldsInside(tree: Tree): Tree[] {
  const properties = propertiesOf(tree.schema);
  const inside: Tree[] = [];
  for (const name of Object.keys(properties)) {
    const schema = asSchema(ownValue(properties, name));
    const pointer = appendPointer(appendPointer(tree.pointer, 'properties'), name);
    if (schema !== null) inside.push({ schema, pointer, path: `${tree.path}.${name}` });
  }
  for (const [keyword, suffix] of [
    ['items', '[]'],
    ['additionalProperties', '.*'],
  ] as const) {
    const schema = ownValue(tree.schema, keyword);
    if (!isJsonObject(schema)) continue;
    const holder = { schema, pointer: appendPointer(tree.pointer, keyword), path: tree.path + suffix };
    inside.push(...fieldsInside(holder));
  }
  return inside;
}
