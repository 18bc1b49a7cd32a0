import { isJsonObject, type Json } from './json';

/**
 * JSON Pointers (RFC 6901), the one address of a place in a schema. The root is the empty string.
 */

/** Builds a pointer from unescaped keys and list indexes. */
export function toPointer(segments: readonly (string | number)[]): string {
  return segments.map((segment) => `/${escapeSegment(String(segment))}`).join('');
}

/** Splits a pointer into unescaped segments; the root gives an empty list. */
export function fromPointer(pointer: string): string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Appends one unescaped key or index to a pointer. */
export function appendPointer(pointer: string, segment: string | number): string {
  return `${pointer}/${escapeSegment(String(segment))}`;
}

/** The value at a pointer; undefined where there is none. */
export function valueAt(root: Json | undefined, pointer: string): Json | undefined {
  let node = root;
  for (const segment of fromPointer(pointer)) {
    if (!hasMember(node, segment)) return undefined;
    node = Array.isArray(node) ? node[Number(segment)] : isJsonObject(node) ? node[segment] : undefined;
  }
  return node;
}

/** Tells whether a value has a member of that name of its own, or an item at that index. */
export function hasMember(value: Json | undefined, segment: string): boolean {
  if (Array.isArray(value)) return /^\d+$/.test(segment) && Number(segment) < value.length;
  return isJsonObject(value) && Object.hasOwn(value, segment);
}

function escapeSegment(segment: string): string {
  if (!segment.includes('~') && !segment.includes('/')) return segment;
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}
