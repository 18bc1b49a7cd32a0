import { isJsonObject, type Json, type JsonObject } from './json';
import { isSelf, splitUri } from './ref-uri';

/**
 * The URIs of other schemas that the value refers to, without fragment, in the order of the source, each once.
 * References inside the schema (`#/…`) are not listed. Follows what the dereferencer loads: a member called
 * `$ref` counts wherever it is a string, and what stands beside it is not looked at.
 */
export function listRefs(value: JsonObject): string[] {
  const found = new Set<string>();
  const seen = new Set<Json>();
  const pending: Json[] = [value];
  while (pending.length > 0) {
    const node = pending.pop() as Json;
    if (typeof node !== 'object' || node === null || seen.has(node)) continue;
    seen.add(node);
    const ref = isJsonObject(node) ? externalRef(node) : null;
    if (ref !== null) {
      const { uri } = splitUri(ref);
      if (!isSelf(uri)) found.add(uri);
    } else pending.push(...Object.values(node).reverse());
  }
  return [...found];
}

function externalRef(node: JsonObject): string | null {
  const ref = Object.hasOwn(node, '$ref') ? node['$ref'] : null;
  return typeof ref === 'string' && ref !== '' && !ref.startsWith('#') ? ref : null;
}
