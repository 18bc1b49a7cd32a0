import type { Json, JsonObject } from './json';
import { filePathOf, ROOT, resolveReference, stripHash } from './ref-uri';
import { refOf } from './resolve-pointer';

/**
 * The other schemas that the value refers to, by the path under which they are looked up, in the order of the source,
 * each once. References inside the schema (`#/…`) are not listed; one that leads nowhere is listed as it stands.
 * Follows what the dereferencer loads: a member called `$ref` counts wherever it is a string, and what stands beside it
 * is not looked at.
 */
export function listRefs(value: JsonObject): string[] {
  const found = new Set<string>();
  const seen = new Set<Json>();
  const pending: Json[] = [value];
  while (pending.length > 0) {
    const node = pending.pop() as Json;
    if (typeof node !== 'object' || node === null || seen.has(node)) continue;
    seen.add(node);
    const ref = refOf(node);
    if (ref === null || ref.startsWith('#'))
      for (const part of Object.values(node).reverse()) pending.push(part);
    else {
      const path = pathOf(ref);
      if (path !== ROOT) found.add(path);
    }
  }
  return [...found];
}

function pathOf(ref: string): string {
  const place = resolveReference(ROOT, ref);
  if (place === null) return stripHash(ref);
  const uri = stripHash(place);
  return uri === ROOT ? ROOT : (filePathOf(uri) ?? ref);
}
