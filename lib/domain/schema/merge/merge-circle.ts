import type { Json, JsonObject } from '../json';
import { NotMaterializable } from '../materializing-error';
import type { Provenance } from './clone';
import { mergeAllOf } from './merge-all-of';
import { keysOf, memberOf } from './values';

/** How many values are copied at most: each merge copies the whole circle. */
const MAX_COPIES = 3_000_000;

/**
 * Merges a value that is a part of itself. An `allOf` on the way round is taken away when it is merged, which opens the
 * circle; `refuse` is called where nothing does, and upstream never ends.
 */
export function mergeCircle(
  value: Json,
  { provenance, refuse }: { provenance: Provenance | undefined; refuse: () => never },
): JsonObject {
  const maxMerges = Math.ceil(MAX_COPIES / countParts(value));
  try {
    const merged = mergeAllOf(value, { provenance, hasRepeats: true, shared: null, maxMerges });
    return isPartOfItself(merged) ? refuse() : merged;
  } catch (error) {
    const isEndless =
      error instanceof RangeError ||
      (error instanceof NotMaterializable && error.rule === 'schema-too-large');
    if (isEndless) return refuse();
    throw error;
  }
}

/** Tells whether there is no end to the value when it is written out. */
export function isPartOfItself(value: Json): boolean {
  const around = new Set<Json>();
  const seen = new Set<Json>();
  const enter = (part: Json): boolean => {
    if (typeof part !== 'object' || part === null) return false;
    if (around.has(part)) return true;
    if (seen.has(part)) return false;
    seen.add(part);
    around.add(part);
    const isPart = keysOf(part).some((key) => enter(memberOf(part, key) as Json));
    around.delete(part);
    return isPart;
  };
  return enter(value);
}

function countParts(value: Json): number {
  const seen = new Set<Json>();
  const pending = [value];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next !== 'object' || next === null || seen.has(next)) continue;
    seen.add(next);
    for (const part of Object.values(next) as Json[]) if (part !== undefined) pending.push(part);
  }
  return Math.max(1, seen.size);
}
