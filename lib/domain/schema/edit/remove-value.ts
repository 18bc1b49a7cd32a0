import type { TextEdit } from '../../findings/finding';
import { fromPointer, toPointer } from '../pointer';
import type { SchemaSource } from '../types';
import { resolved } from '../yaml/mapping';
import type { SourceNode } from '../yaml/reader';
import { nodeAt } from '../yaml/source-nodes';
import { childrenOf, isFlow, lineEndOf, lineStartOf, startOf } from './layout';

/** Removes a key with its value, or an item; comments above it stay. */
export function removeNode(source: SchemaSource, pointer: string): TextEdit[] {
  const node = nodeAt(source, pointer);
  const holder = nodeAt(source, toPointer(fromPointer(pointer).slice(0, -1)));
  if (!node || !holder || pointer === '') return [];
  const target = resolved(holder);
  const siblings = childrenOf(target);
  const index = siblings.indexOf(node);
  if (index === -1) return [];
  if (isFlow(source, target)) return [removeInFlow(source, { holder: target, siblings, index })];
  if (siblings.length === 1) return [emptied(source, target)];
  return [removeInBlock(source, { holder: target, siblings, index })];
}

/** The child that goes, among those that stay. */
interface Removal {
  holder: SourceNode;
  siblings: SourceNode[];
  index: number;
}

function removeInFlow(source: SchemaSource, { holder, siblings, index }: Removal): TextEdit {
  const node = siblings[index] as SourceNode;
  const before = siblings[index - 1];
  const after = siblings[index + 1];
  if (before) return { start: before.end, end: node.end, text: '' };
  if (after) return { start: startOf(node), end: startOf(after), text: '' };
  return { start: holder.start, end: holder.end, text: source.text[holder.start] === '[' ? '[]' : '{}' };
}

/** Nothing is left of the collection: it stands as `{}` or `[]` after its key. */
function emptied(source: SchemaSource, holder: SourceNode): TextEdit {
  const empty = holder.kind === 'sequence' ? '[]' : '{}';
  if (!holder.key) return { start: holder.start, end: holder.end, text: empty };
  const colon = source.text.indexOf(':', holder.key.end) + 1;
  const comment = /^[ \t]*#[^\n]*/.exec(source.text.slice(colon))?.[0] ?? '';
  return { start: colon, end: holder.end, text: ` ${empty}${comment}` };
}

function removeInBlock(source: SchemaSource, { holder, siblings, index }: Removal): TextEdit {
  const { text } = source;
  const node = siblings[index] as SourceNode;
  const entryStart = holder.kind === 'sequence' ? text.lastIndexOf('-', node.start - 1) : startOf(node);
  const lineStart = lineStartOf(text, entryStart);
  const after = siblings[index + 1];
  if (text.slice(lineStart, entryStart).trim() !== '' && after) {
    // The first entry stands on the line of a dash: the next one moves up to it.
    const next = holder.kind === 'sequence' ? text.lastIndexOf('-', after.start - 1) : startOf(after);
    return { start: entryStart, end: next, text: '' };
  }
  const lineEnd = endOfKeptLines(text, node, lineEndOf(text, Math.max(node.end, node.key?.end ?? 0)));
  if (lineEnd < text.length) return { start: lineStart, end: lineEnd + 1, text: '' };
  const start = text[lineStart - 2] === '\r' ? lineStart - 2 : Math.max(0, lineStart - 1);
  return { start, end: lineEnd, text: '' };
}

/** A block scalar that keeps its final line breaks (`|+`) holds the blank lines below it: they go with it. */
function endOfKeptLines(text: string, node: SourceNode, lineEnd: number): number {
  if (!/^[|>](?:\+|[1-9]\+)/.test(text.slice(node.start, node.start + 3))) return lineEnd;
  const blank = /^(?:\r?\n[ \t]*(?=\r?\n))*/.exec(text.slice(lineEnd))?.[0] ?? '';
  return lineEnd + blank.length;
}
