import { fromPointer } from '../pointer';
import type { SchemaSource } from '../types';
import { resolved } from './mapping';
import type { SourceNode } from './reader';

const roots = new WeakMap<SchemaSource, SourceNode>();

/** Remembers the nodes of a source, for those who edit its text. */
export function rememberNodes(source: SchemaSource, root: SourceNode): void {
  roots.set(source, root);
}

/** The node at a pointer. Null where nothing stands there, or the source did not come from `readSource`. */
export function nodeAt(source: SchemaSource, pointer: string): SourceNode | null {
  const root = roots.get(source);
  return root ? descend(root, pointer) : null;
}

/** The node at a pointer below another one. */
export function descend(root: SourceNode, pointer: string): SourceNode | null {
  let node = root;
  for (const segment of fromPointer(pointer)) {
    const holder = resolved(node);
    const next = holder.members?.get(segment) ?? holder.items?.[listIndex(segment)];
    if (!next) return null;
    node = next;
  }
  return node;
}

function listIndex(segment: string): number {
  return /^(?:0|[1-9][0-9]*)$/.test(segment) ? Number(segment) : -1;
}
