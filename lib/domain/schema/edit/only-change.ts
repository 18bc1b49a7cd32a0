import { isJsonObject, type Json } from '../json';
import { isEqual } from '../merge/values';
import { fromPointer } from '../pointer';
import { readSource } from '../read-source';
import type { SchemaSource } from '../types';

/** What is to change: the value at a pointer, which is removed where there is no new one. */
export interface Change {
  pointer: string;
  value: Json | undefined;
}

/**
 * Tells whether a text reads as the source's value with this one change, without findings that the source had not.
 * It does not where what changes stands elsewhere too, because an alias repeats it.
 */
export function isOnlyChange(source: SchemaSource, text: string, { pointer, value }: Change): boolean {
  const after = readSource(text);
  if (!after.source) return false;
  if (after.findings.length > 0 && after.findings.length > readSource(source.text).findings.length)
    return false;
  return isEqual(after.source.value, changed(source.value, fromPointer(pointer), value));
}

/** The value with one change; what does not change is the same instance. */
function changed(node: Json | undefined, segments: string[], value: Json | undefined): Json | undefined {
  const [segment, ...below] = segments;
  if (segment === undefined) return value;
  if (Array.isArray(node)) return changedList(node, segments, value);
  if (!isJsonObject(node) && segment === '-') return changedList([], segments, value);
  const members = new Map(Object.entries(isJsonObject(node) ? node : {}));
  const member = changed(members.get(segment), below, value);
  if (member === undefined) members.delete(segment);
  else members.set(segment, member);
  return Object.fromEntries(members);
}

function changedList(list: Json[], [segment = '', ...below]: string[], value: Json | undefined): Json[] {
  const index = segment === '-' ? list.length : Number(segment);
  const item = changed(list[index], below, value);
  return [...list.slice(0, index), ...(item === undefined ? [] : [item]), ...list.slice(index + 1)];
}
