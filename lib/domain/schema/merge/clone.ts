import type { Json } from '../json';

/** Which fragment a node came from, by node; a node that is not listed is the schema's own. */
export type Provenance = WeakMap<object, string>;

/**
 * Copies a value deeply. What is one instance in the original is one instance in the copy: the YAML writer
 * makes an anchor of it. The copies remember which fragment they came from.
 */
export function cloneShared<T extends Json | undefined>(value: T, provenance?: Provenance): T {
  if (typeof value !== 'object' || value === null) return value;
  return cloneNode(value as Json, new Map(), provenance) as T;
}

function cloneNode(value: Json, copies: Map<object, Json>, provenance?: Provenance): Json {
  if (typeof value !== 'object' || value === null) return value;
  const known = copies.get(value);
  if (known !== undefined) return known;
  const copy: Json = Array.isArray(value) ? [] : {};
  copies.set(value, copy);
  const uri = provenance?.get(value);
  if (uri !== undefined) provenance?.set(copy as object, uri);
  if (Array.isArray(value)) {
    for (const item of value) (copy as Json[]).push(cloneNode(item, copies, provenance));
  } else {
    for (const key of Object.keys(value)) {
      (copy as { [key: string]: Json })[key] = cloneNode(value[key] as Json, copies, provenance);
    }
  }
  return copy;
}
