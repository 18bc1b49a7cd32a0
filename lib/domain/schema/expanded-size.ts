import type { Json } from './json';
import { NotMaterializable } from './materializing-error';

/** A schema that would be written with more values than this is refused before anyone walks it. */
const MAX_EXPANDED = 500_000;
/** Deeper than what can be read, because references nest; not deeper than what every walk can stand. */
const MAX_HEIGHT = 500;

interface Extent {
  size: number;
  height: number;
}

/**
 * Refuses a value that is small in memory, because parts of it are shared, but not when it is written out:
 * references to references multiply, and nest. What passes here can be walked in bounded time and depth.
 */
export function refuseExpansion(value: Json): void {
  const { size, height } = extentOf(value, new Map());
  if (height > MAX_HEIGHT) throw new NotMaterializable('too-deep', '', { limit: MAX_HEIGHT });
  if (size > MAX_EXPANDED) throw new NotMaterializable('schema-too-large', '', { limit: MAX_EXPANDED });
}

function extentOf(value: Json, known: Map<Json, Extent>): Extent {
  if (typeof value !== 'object' || value === null) return { size: 1, height: 0 };
  const found = known.get(value);
  if (found) return found;
  const extent: Extent = { size: 1, height: 0 };
  for (const child of Object.values(value)) {
    if (typeof child !== 'object' || child === null) {
      extent.size += 1;
      continue;
    }
    const { size, height } = extentOf(child, known);
    extent.size += size;
    extent.height = Math.max(extent.height, height + 1);
  }
  known.set(value, extent);
  return extent;
}
