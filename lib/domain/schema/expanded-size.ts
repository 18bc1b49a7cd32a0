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

/** What was found on the way: most schemas have none of it, and need no second look. */
export interface Oddities {
  /** Names that every object of JavaScript has. */
  reservedNames: boolean;
  /** Values that neither YAML nor JSON can say. */
  lostValues: boolean;
  /** Instances that stand in the value twice. */
  repeats: boolean;
}

/**
 * Refuses a value that is small in memory, because parts of it are shared, but not when it is written out:
 * references to references multiply, and nest. What passes here can be walked in bounded time and depth.
 * Tells what else it met.
 */
export function refuseExpansion(value: Json): Oddities {
  const measuring: Measuring = { known: new Map(), reservedNames: false, lostValues: false, repeats: false };
  const { size, height } = extentOf(value, measuring);
  if (height > MAX_HEIGHT) throw new NotMaterializable('too-deep', '', { limit: MAX_HEIGHT });
  if (size > MAX_EXPANDED) throw new NotMaterializable('schema-too-large', '', { limit: MAX_EXPANDED });
  return measuring;
}

interface Measuring extends Oddities {
  known: Map<Json, Extent>;
}

function extentOf(value: Json, measuring: Measuring): Extent {
  if (typeof value !== 'object' || value === null) return { size: 1, height: 0 };
  const found = measuring.known.get(value);
  if (found) {
    measuring.repeats = true;
    return found;
  }
  const extent: Extent = { size: 1, height: 0 };
  const isMapping = !Array.isArray(value);
  for (const key of Object.keys(value)) {
    if (isMapping && key in Object.prototype) measuring.reservedNames = true;
    const child = (value as { [key: string]: Json })[key];
    if (typeof child !== 'object' || child === null) {
      if (child === undefined || (typeof child === 'number' && !Number.isFinite(child)))
        measuring.lostValues = true;
      extent.size += 1;
      continue;
    }
    const { size, height } = extentOf(child, measuring);
    extent.size += size;
    extent.height = Math.max(extent.height, height + 1);
  }
  measuring.known.set(value, extent);
  return extent;
}
