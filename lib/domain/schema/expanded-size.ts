import type { Json } from './json';
import { NotMaterializable } from './materializing-error';
import type { Extent, SharedParts } from './shared-parts';

/** A schema that would be written with more values than this is refused before anyone walks it. */
const MAX_EXPANDED = 500_000;
/** Deeper than what can be read, because references nest; not deeper than what every walk can stand. */
const MAX_HEIGHT = 500;

/** What was found on the way: most schemas have none of it, and need no second look. */
export interface Oddities extends Pick<Extent, 'reservedNames' | 'lostValues'> {
  /** Instances that stand, or may stand, in the value twice. */
  repeats: boolean;
}

/**
 * Refuses a value that is small in memory, because parts of it are shared, but not when it is written out:
 * references to references multiply, and nest. What passes here can be walked in bounded time and depth.
 * Tells what else it met.
 */
export function refuseExpansion(value: Json, shared: SharedParts | null): Oddities {
  const measuring: Measuring = { shared, known: new Map(), entered: new Set(), repeats: false };
  const { size, height, reservedNames, lostValues } = extentOf(value, measuring);
  if (height > MAX_HEIGHT) throw new NotMaterializable('too-deep', '', { limit: MAX_HEIGHT });
  if (size > MAX_EXPANDED) throw new NotMaterializable('schema-too-large', '', { limit: MAX_EXPANDED });
  return { reservedNames, lostValues, repeats: measuring.repeats };
}

interface Measuring {
  shared: SharedParts | null;
  known: Map<Json, Extent>;
  /** The shared documents of which a node was met. */
  entered: Set<object>;
  repeats: boolean;
}

const scalar: Extent = { size: 1, height: 0, reservedNames: false, lostValues: false };
const lost: Extent = { ...scalar, lostValues: true };

function extentOf(value: Json | undefined, measuring: Measuring): Extent {
  if (typeof value !== 'object' || value === null) {
    const isLost = value === undefined || (typeof value === 'number' && !Number.isFinite(value));
    return isLost ? lost : scalar;
  }
  const { shared } = measuring;
  const document = shared?.documentOf.get(value);
  if (shared && (document !== undefined || shared.parts.has(value))) {
    // Another node of the same document may be a part of this one.
    if (document !== undefined && measuring.entered.has(document)) measuring.repeats = true;
    else if (document !== undefined) measuring.entered.add(document);
    return sharedExtent(value, shared);
  }
  const found = measuring.known.get(value);
  if (found) measuring.repeats = true;
  const extent = found ?? sumOf(value, (child) => extentOf(child, measuring));
  measuring.known.set(value, extent);
  return extent;
}

/** The extent of what has no repeats, and is the same in every schema. */
function sharedExtent(value: object, shared: SharedParts): Extent {
  const known = shared.extents.get(value);
  if (known) return known;
  const extent = sumOf(value, plainExtent);
  shared.extents.set(value, extent);
  return extent;
}

function plainExtent(value: Json | undefined): Extent {
  const measuring: Measuring = { shared: null, known: new Map(), entered: new Set(), repeats: false };
  return extentOf(value, measuring);
}

function sumOf(value: object, extentOfChild: (child: Json | undefined) => Extent): Extent {
  const extent = { ...scalar };
  const isMapping = !Array.isArray(value);
  for (const key of Object.keys(value)) {
    if (isMapping && key in Object.prototype) extent.reservedNames = true;
    const child = (value as { [key: string]: Json | undefined })[key];
    const { size, height, reservedNames, lostValues } = extentOfChild(child);
    extent.size += size;
    if (typeof child === 'object' && child !== null) extent.height = Math.max(extent.height, height + 1);
    extent.reservedNames ||= reservedNames;
    extent.lostValues ||= lostValues;
  }
  return extent;
}
