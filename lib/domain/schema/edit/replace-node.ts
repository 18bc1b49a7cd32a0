import type { TextEdit } from '../../findings/finding';
import type { Json } from '../json';
import type { SchemaSource } from '../types';
import type { SourceNode } from '../yaml/reader';
import {
  afterColon,
  breakOf,
  columnOf,
  dashOf,
  endOf,
  endOfLineBefore,
  indentStep,
  isFlow,
  lineEndOf,
  lineStartOf,
  startOf,
} from './layout';
import { isInsideFlow } from './place';
import { isFilled, isOpenBelow, writeAt, writeBehindKey, writeInline, writeJson } from './write-value';

/** What is to be replaced, and what holds it, outermost first. */
interface Target {
  node: SourceNode;
  holders: readonly SourceNode[];
}

/** Puts a value where another stands; the comments around that one stay where they are. */
export function replaceNode(source: SchemaSource, target: Target, value: Json): TextEdit[] {
  const { text } = source;
  const { node, holders } = target;
  if (source.format === 'json') {
    const indent = /^ */.exec(text.slice(lineStartOf(text, startOf(node))))?.[0].length ?? 0;
    return [{ start: node.start, end: node.end, text: writeJson(value, indent, breakOf(text)) }];
  }
  if (isInsideFlow(source, holders)) return replaceInFlow(text, node, value);
  const isBlock = node.kind !== 'scalar' && !node.target && !isFlow(source, node);
  if (isBlock && isFilled(value)) return replaceBlock(source, target, value);
  if (holders.length === 0) return [{ start: node.start, end: endOf(text, node), text: writeInline(value) }];
  const indicator = behindIndicator(text, target);
  if (indicator === null) return [];
  if (/[\r\n]/.test(text.slice(indicator, node.start))) return replaceBelow(text, { indicator, node }, value);
  return replaceBehind(source, { ...target, indicator }, value);
}

/** Behind the colon of a key, or the dash of an item; null for a key that has no colon. */
function behindIndicator(text: string, { node, holders }: Target): number | null {
  if (node.key) return afterColon(text, node.key.end);
  return dashOf(text, node, holders.at(-1) as SourceNode) + 1;
}

function replaceInFlow(text: string, node: SourceNode, value: Json): TextEdit[] {
  const written = writeInline(value);
  if (!node.key || node.start < node.end) return [{ start: node.start, end: node.end, text: written }];
  const at = endOf(text, node);
  return [{ start: at, end: at, text: at > node.key.end ? ` ${written}` : `: ${written}` }];
}

/** A block by a block: it starts where that one did. */
function replaceBlock(source: SchemaSource, { node, holders }: Target, value: Json): TextEdit[] {
  const { text } = source;
  const holder = holders.at(-1);
  const outer = holder && node.key ? columnOf(text, holder.start) : -1;
  const found = columnOf(text, node.start);
  // The dashes of a list may stand as far left as its key, the keys of a mapping may not.
  const column = found > outer || Array.isArray(value) ? found : outer + indentStep(source);
  const end = endOf(text, node);
  const isOpen = isOpenBelow({ text, end, column: outer });
  const written = writeAt(value, { column, lineBreak: breakOf(text) }, isOpen);
  return [{ start: node.start, end, text: ' '.repeat(column - found) + written }];
}

interface Indicated {
  node: SourceNode;
  /** Behind the colon of its key, or its dash. */
  indicator: number;
}

/** What stood below its key or dash: a block gives way with its lines, all else is replaced where it stands. */
function replaceBelow(text: string, { node, indicator }: Indicated, value: Json): TextEdit[] {
  const isBlock = node.kind !== 'scalar' && !/[[{]/.test(text.charAt(node.start));
  const written = writeInline(value);
  if (!isBlock) return [{ start: node.start, end: node.end, text: written }];
  const before = lineStartOf(text, node.start);
  const lineEnd = lineEndOf(text, endOf(text, node));
  const removed = { start: endOfLineBefore(text, before), end: lineEnd, text: '' };
  // An anchor that nobody uses, and a tag, go with what they were for.
  const properties = /^(?:[ \t]+[!&]\S+)*/.exec(text.slice(indicator, node.start))?.[0] ?? '';
  return [{ start: indicator, end: indicator + properties.length, text: ` ${written}` }, removed];
}

/** What stood on the line of its key or dash: the new value starts there too, and goes on below the comment of that line. */
function replaceBehind(
  source: SchemaSource,
  { node, indicator, holders }: Target & Indicated,
  value: Json,
): TextEdit[] {
  const { text } = source;
  const start = Math.max(indicator, node.start);
  const end = Math.max(start, endOf(text, node));
  const lineEnd = lineEndOf(text, end);
  const column = columnOf(text, (holders.at(-1) as SourceNode).start);
  const spot = { text, end: lineEnd, column, step: indentStep(source), lineBreak: breakOf(text) };
  const isInline = !node.key && isFilled(value);
  const { first, below } = isInline ? { first: writeInline(value), below: '' } : writeBehindKey(value, spot);
  // A tag goes with what it was for; an anchor stays, for `$id` may have aliases that are to follow it.
  const isBare = first !== '' && start < end && !/(?:^|\s)!/.test(text.slice(indicator, start));
  const opening = { start: isBare ? start : indicator, text: isBare || first === '' ? first : ` ${first}` };
  const header = /^[|>][-+1-9]*(?=[ \t]+#)/.exec(text.slice(start, end))?.[0];
  const rest = { start: lineEnd, end: lineEnd, text: below };
  if (header === undefined) return withoutNothing([{ ...opening, end }, rest]);
  // The comment behind the header of a block scalar stays on the line.
  const headerEnd = start + header.length;
  const lines = { start: lineEndOf(text, headerEnd), end: lineEnd, text: below };
  return withoutNothing([{ ...opening, end: headerEnd }, lines]);
}

function withoutNothing(edits: TextEdit[]): TextEdit[] {
  return edits.filter((edit) => edit.start < edit.end || edit.text !== '');
}
