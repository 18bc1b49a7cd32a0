import type { Json } from '../json';

/** Which fragment a node came from, by node; a node that is not listed is the schema's own. */
export type Provenance = Map<object, string>;

/**
 * Copies a value deeply. What is one instance in the original is one instance in the copy: the YAML writer
 * makes an anchor of it. The copies remember which fragment they came from.
 */
export function cloneShared<T extends Json | undefined>(value: T, provenance?: Provenance): T {
  if (typeof value !== 'object' || value === null) return value;
  return cloneInto(new Map(), value as Json, provenance) as T;
}

/** The same beside other copies: what was copied among `copies` is not copied again. */
export function cloneInto(copies: Map<object, Json>, value: Json, provenance?: Provenance): Json {
  if (typeof value !== 'object' || value === null) return value;
  const known = copies.get(value);
  if (known !== undefined) return known;
  const copy: Json = Array.isArray(value) ? [] : {};
  copies.set(value, copy);
  const uri = provenance?.get(value);
  if (uri !== undefined) provenance?.set(copy as object, uri);
  if (Array.isArray(value)) {
    for (const item of value) (copy as Json[]).push(cloneInto(copies, item, provenance));
  } else {
    for (const key of Object.keys(value)) {
      (copy as { [key: string]: Json })[key] = cloneInto(copies, value[key] as Json, provenance);
    }
  }
  return copy;
}
