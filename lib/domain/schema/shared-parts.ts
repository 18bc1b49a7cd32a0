import type { Json, JsonObject } from './json';

/** How large a value is when it is written out, and what was met on the way. */
export interface Extent {
  size: number;
  height: number;
  /** Names that every object of JavaScript has. */
  reservedNames: boolean;
  /** Values that neither YAML nor JSON can say. */
  lostValues: boolean;
}

/**
 * What is known of the parts of fragments that many schemas take in as they are. Who materializes many schemas with the
 * same options hands one to all of them: each part is then merged, bounded, measured and written once. What the
 * schemas hold of it is one instance for all, so that no schema may be changed afterwards.
 */
export interface SharedParts {
  /** The document that a node stands in, for documents that hold nothing to replace or merge. */
  readonly documentOf: WeakMap<object, JsonObject>;
  /** What the merge gives for a node that stands alone in its place; null where it has more to do. */
  readonly copies: WeakMap<object, JsonObject | null>;
  /** All these copies. */
  readonly parts: WeakSet<object>;
  readonly extents: WeakMap<object, Extent>;
  /** The parts that have their numeric bounds. */
  readonly bounded: WeakSet<object>;
  readonly examples: WeakMap<object, unknown>;
  /** How a part is written as the value of a key, by its level of nesting. */
  readonly texts: WeakMap<object, string[]>;
}

export function createSharedParts(): SharedParts {
  return {
    documentOf: new WeakMap(),
    copies: new WeakMap(),
    parts: new WeakSet(),
    extents: new WeakMap(),
    bounded: new WeakSet(),
    examples: new WeakMap(),
    texts: new WeakMap(),
  };
}

/** Notes that every node of a document stands in it. */
export function noteDocument(shared: SharedParts, document: JsonObject): void {
  if (shared.documentOf.has(document)) return;
  const enter = (node: Json): void => {
    if (typeof node !== 'object' || node === null) return;
    shared.documentOf.set(node, document);
    for (const child of Object.values(node)) enter(child);
  };
  enter(document);
}
