import type { TextEdit } from '../findings/finding';
import { type Change, isOnlyChange } from './edit/only-change';
import { replaceString, setNode } from './edit/set-value';
import { removeNode } from './edit/remove-value';
import { isJsonObject, type Json, type JsonObject } from './json';
import { appendPointer } from './pointer';
import { parseSchemaId, toSchemaId } from './schema-id';
import type { SchemaSource } from './types';

/**
 * Edits of a source text. Each function says what to change and leaves the rest of the text, its comments and
 * its layout, as it is. An empty list means that there is nothing to change, that the place is not in the text, or that
 * it cannot be changed alone: what an anchor shares with other places (`*name`) is left to a person.
 */

/** Makes the edits. They must not overlap; their order does not matter. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const parts: string[] = [];
  let position = 0;
  for (const edit of ordered) {
    parts.push(text.slice(position, edit.start), edit.text);
    position = Math.max(position, edit.end);
  }
  parts.push(text.slice(position));
  return parts.join('');
}

/**
 * Sets a value. What stood there is replaced; a key that is missing is added at the end of its mapping, and so
 * are the mappings around it; `-` as the last part of the pointer adds to the end of a list. What was merged from
 * elsewhere (`<<`) gets a key of its own that overrides it.
 */
export function setValueEdits(source: SchemaSource, pointer: string, value: Json): TextEdit[] {
  return checked(source, setNode(source, pointer, value), { pointer, value });
}

/** Removes a key with its value, or an item; an emptied mapping becomes `{}`, an emptied list `[]`. */
export function removeEdits(source: SchemaSource, pointer: string): TextEdit[] {
  return checked(source, removeNode(source, pointer), { pointer, value: undefined });
}

/** A field to add to an object schema: `parentPointer` is that schema's, `''` for the whole. */
export interface NewField {
  parentPointer: string;
  name: string;
  schema: JsonObject;
}

/** Adds a field at the end of the object's `properties`. Empty where a field of that name is there already. */
export function addFieldEdits(source: SchemaSource, field: NewField): TextEdit[] {
  const pointer = `${field.parentPointer}/properties${appendPointer('', field.name)}`;
  return source.rangeOf(pointer) ? [] : setValueEdits(source, pointer, field.schema);
}

/** Names of the fields that hold a schema's identity; a repository may set others (conformance.md A2). */
export interface IdentityFields {
  versionField?: string;
  titleField?: string;
}

/** Sets the version in `$id`, and in the `$schema` of each example that repeats the `$id`. */
export function setVersionEdits(
  source: SchemaSource,
  version: string,
  fields: IdentityFields = {},
): TextEdit[] {
  const { versionField = '$id', titleField = 'title' } = fields;
  const before = source.value[versionField];
  const parsed = typeof before === 'string' ? parseSchemaId(before) : null;
  const title = parsed?.title ?? source.value[titleField];
  if (typeof title !== 'string') return [];
  return setIdEdits(source, toSchemaId(title, version), versionField);
}

/** Sets the title, the `$id` that follows from it, and the `$schema` of each example that repeats the `$id`. */
export function setTitleEdits(source: SchemaSource, title: string, fields: IdentityFields = {}): TextEdit[] {
  const { versionField = '$id', titleField = 'title' } = fields;
  const before = source.value[versionField];
  const version = typeof before === 'string' ? before.slice(before.lastIndexOf('/') + 1) : '1.0.0';
  const edits = replaceOrSet(source, appendPointer('', titleField), title);
  return [...edits, ...setIdEdits(source, toSchemaId(title, version), versionField)];
}

function setIdEdits(source: SchemaSource, id: string, versionField: string): TextEdit[] {
  const before = source.value[versionField];
  const edits = replaceOrSet(source, appendPointer('', versionField), id);
  const examples = source.value['examples'];
  if (!Array.isArray(examples) || typeof before !== 'string') return edits;
  examples.forEach((example, index) => {
    if (isJsonObject(example) && example['$schema'] === before)
      edits.push(...replaceString(source, `/examples/${index}/$schema`, id));
  });
  return edits;
}

function replaceOrSet(source: SchemaSource, pointer: string, text: string): TextEdit[] {
  return source.rangeOf(pointer)
    ? replaceString(source, pointer, text)
    : setValueEdits(source, pointer, text);
}

function checked(source: SchemaSource, edits: TextEdit[], change: Change): TextEdit[] {
  if (edits.length === 0) return edits;
  return isOnlyChange(source, applyEdits(source.text, edits), change) ? edits : [];
}
