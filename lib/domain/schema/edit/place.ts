import { appendPointer, fromPointer } from '../pointer';
import type { SchemaSource } from '../types';
import type { SourceNode } from '../yaml/reader';
import { descend, nodeAt } from '../yaml/source-nodes';
import { isFlow, isInside } from './layout';

/** A place in a text, whether something stands there or not. */
export interface Place {
  /** What holds the place, outermost first, as far as it is there. */
  holders: SourceNode[];
  /** What stands there; null where nothing does, or what does was merged from elsewhere (`<<`). */
  node: SourceNode | null;
  /** The rest of the pointer, from the first key that is missing on; empty where something stands there. */
  missing: string[];
}

/**
 * Finds the place of a pointer. Null where the way leads through an alias, or into what was merged from elsewhere:
 * what stands there belongs to other places too.
 */
export function findPlace(source: SchemaSource, pointer: string): Place | null {
  const segments = fromPointer(pointer);
  const holders: SourceNode[] = [];
  let node = nodeAt(source, '');
  if (!node) return null;
  for (const [index, segment] of segments.entries()) {
    if (node.target) return null;
    holders.push(node);
    const child = descend(node, appendPointer('', segment));
    const isMerged = child !== null && !isInside(child, node);
    if (isMerged && index < segments.length - 1) return null;
    if (!child || isMerged) return { holders, node: null, missing: segments.slice(index) };
    node = child;
  }
  return { holders, node, missing: [] };
}

/** Tells whether a place stands in brackets, or one that these hold does. */
export function isInsideFlow(source: SchemaSource, holders: readonly SourceNode[]): boolean {
  return holders.some((holder) => isFlow(source, holder));
}
