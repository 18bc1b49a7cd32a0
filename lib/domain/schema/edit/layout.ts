import type { SchemaSource } from '../types';
import type { SourceNode } from '../yaml/reader';

/** Tells whether a collection is written with brackets. */
export function isFlow(source: SchemaSource, node: SourceNode): boolean {
  const first = source.text[node.start];
  return node.kind !== 'scalar' && (first === '{' || first === '[');
}

/** Where the line of an offset starts; a byte order mark stands before the first line. */
export function lineStartOf(text: string, offset: number): number {
  for (let at = offset; at > 0; at -= 1) if (isBreak(text[at - 1])) return at;
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

/** Where the line of an offset ends: at its line break, or at the end of the text. */
export function lineEndOf(text: string, offset: number): number {
  for (let at = offset; at < text.length; at += 1) if (isBreak(text[at])) return at;
  return text.length;
}

function isBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}

/** Where the line after a line's end starts; null where that was the last one. */
export function nextLineStart(text: string, lineEnd: number): number | null {
  if (lineEnd >= text.length) return null;
  return lineEnd + (text.startsWith('\r\n', lineEnd) ? 2 : 1);
}

/** Where the line before a line's start ends. */
export function endOfLineBefore(text: string, lineStart: number): number {
  if (lineStart === 0) return 0;
  return lineStart - (text.startsWith('\r\n', lineStart - 2) ? 2 : 1);
}

export function columnOf(text: string, offset: number): number {
  return offset - lineStartOf(text, offset);
}

/** Tells whether only blanks stand before an offset on its line. */
export function startsLine(text: string, offset: number): boolean {
  return /^[ \t]*$/.test(text.slice(lineStartOf(text, offset), offset));
}

/** The line break that the text uses. */
export function breakOf(text: string): string {
  if (text.includes('\r\n')) return '\r\n';
  return text.includes('\r') && !text.includes('\n') ? '\r' : '\n';
}

/** The first key of a mapping, or the first item of a list. */
export function startOf(node: SourceNode): number {
  return node.key?.start ?? node.start;
}

/** The children that stand in this node's own text, in its order; merged ones stand elsewhere. */
export function childrenOf(node: SourceNode): SourceNode[] {
  const all = node.items ?? [...(node.members?.values() ?? [])];
  return all.filter((child) => isInside(child, node)).sort((a, b) => startOf(a) - startOf(b));
}

/** Tells whether a child stands in the text of its parent; one that was merged stands elsewhere. */
export function isInside(child: SourceNode, parent: SourceNode): boolean {
  return startOf(child) >= parent.start && (child.end <= parent.end || parent.kind === 'sequence');
}

/** How far one level is indented in this text. */
export function indentStep(source: SchemaSource): number {
  const match = /^[^\s#-][^\n]*:[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*( +)[^\s-]/m.exec(
    source.text,
  );
  return match?.[1]?.length ?? 2;
}

/** Behind the colon of a key; null where a key after `?` has none. */
export function afterColon(text: string, keyEnd: number): number | null {
  const colon = /(?:\s|#[^\r\n]*(?=[\r\n]))*:/y;
  colon.lastIndex = keyEnd;
  return colon.test(text) ? colon.lastIndex : null;
}

/** Where an entry without children ends: one without a value ends at its colon, or at its key where it has none. */
function endOfLeaf(text: string, node: SourceNode): number {
  const { key, start, end } = node;
  if (!key || start < end || !/^\s*:/.test(text.slice(key.end))) return Math.max(end, key?.end ?? 0);
  return afterColon(text, key.end) ?? end;
}

/**
 * The end of the last line of a node, with the comment that may follow it, and with the blank lines that belong to its
 * last text: a block scalar that keeps its final line breaks (`|+`) holds those below it.
 */
export function endOfEntry(text: string, node: SourceNode): number {
  const end = lineEndOf(text, endOf(text, node));
  return keepsBlankLines(text, node) ? endOfBlankLines(text, end) : end;
}

/** Where the dash of an item of a list stands. */
export function dashOf(text: string, item: SourceNode, list: SourceNode): number {
  const column = columnOf(text, list.start);
  let lineStart = lineStartOf(text, item.start);
  while (lineStart > list.start) {
    const dash = lineStart + column;
    if (dash < item.start && text[dash] === '-' && startsLine(text, dash)) return dash;
    lineStart = lineStartOf(text, endOfLineBefore(text, lineStart));
  }
  return list.start;
}

/** Where a node ends: what has no value ends behind its colon or dash, and so does all that ends with it. */
export function endOf(text: string, node: SourceNode): number {
  const last = childrenOf(node).at(-1);
  if (last) return Math.max(node.end, endOf(text, last));
  return endOfLeaf(text, node);
}

/** Tells whether a node ends in a block scalar that keeps its final line breaks. */
export function keepsBlankLines(text: string, node: SourceNode): boolean {
  let last = node;
  for (let child = childrenOf(last).at(-1); child; child = childrenOf(last).at(-1)) last = child;
  return /^[|>][1-9]?\+/.test(text.slice(last.start, last.start + 3));
}

/** Where the blank lines below a line end; at the line's own end where there are none. */
export function endOfBlankLines(text: string, lineEnd: number): number {
  let end = lineEnd;
  for (;;) {
    const next = nextLineStart(text, end);
    if (next === null || next === text.length) return end;
    const nextEnd = lineEndOf(text, next);
    if (!/^[ \t]*$/.test(text.slice(next, nextEnd))) return end;
    end = nextEnd;
  }
}
