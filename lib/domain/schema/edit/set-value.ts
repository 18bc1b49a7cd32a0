import type { TextEdit } from '../../findings/finding';
import type { Json } from '../json';
import { fromPointer, toPointer } from '../pointer';
import { writeInSource } from '../serialize-yaml';
import type { SchemaSource } from '../types';
import { resolved } from '../yaml/mapping';
import type { SourceNode } from '../yaml/reader';
import { nodeAt } from '../yaml/source-nodes';
import {
  breakOf,
  childrenOf,
  columnOf,
  indentStep,
  isFlow,
  lineEndOf,
  startOf,
  startsLine,
  writeAfterIndicator,
  writeAt,
  writeJson,
} from './layout';

/** Sets a value: replaces what stands there, or adds it. */
export function setNode(source: SchemaSource, pointer: string, value: Json): TextEdit[] {
  const node = nodeAt(source, pointer);
  if (node) return [replaceNode(source, node, value)];
  const segments = fromPointer(pointer);
  const last = segments.pop();
  if (last === undefined) return [];
  const holderPointer = toPointer(segments);
  const holder = nodeAt(source, holderPointer);
  if (!holder) return setNode(source, holderPointer, last === '-' ? [value] : { [last]: value });
  const target = resolved(holder);
  if (target.kind === 'scalar') {
    if (target.value !== null) return [];
    return [replaceNode(source, target, last === '-' ? [value] : { [last]: value })];
  }
  if (target.kind === 'sequence')
    return last === '-' ? [appendChild(source, target, { name: null, value })] : [];
  return [appendChild(source, target, { name: last, value })];
}

/** Replaces a text by another in the same kind of quotes. Empty where no text stands there. */
export function replaceString(source: SchemaSource, pointer: string, text: string): TextEdit[] {
  const node = nodeAt(source, pointer);
  if (!node || node.target) return [];
  if (node.value === text) return [];
  const quote = source.text[node.start];
  const single = quote === "'" && /^[\x20-\x7e]*$/.test(text);
  const quoted = single ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text);
  if (quote === "'" || quote === '"') return [{ start: node.start, end: node.end, text: quoted }];
  return [replaceNode(source, node, text)];
}

function replaceNode(source: SchemaSource, node: SourceNode, value: Json): TextEdit {
  const { text } = source;
  const lineBreak = breakOf(text);
  const isCollection = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  if (source.format === 'json')
    return { start: node.start, end: node.end, text: writeJson(value, indentAt(text, node), lineBreak) };
  const wasBlock = node.kind !== 'scalar' && !isFlow(source, node) && !node.target;
  if (isCollection && wasBlock && startsLine(text, node.start)) {
    const column = columnOf(text, node.start);
    return { start: node.start, end: node.end, text: writeAt(value, column, lineBreak) };
  }
  if (!node.key || isInsideFlow(source, node)) return replaceInline(node, value);
  const column = columnOf(text, node.key.start);
  const start = afterColon(text, node.key.end);
  if (!isCollection && !wasBlock && node.end > node.start)
    return { start: node.start, end: node.end, text: writeAt(value, column, lineBreak) };
  const written = writeAfterIndicator(value, column + indentStep(source), lineBreak);
  return { start, end: Math.max(start, node.end), text: written };
}

/** An item, or what stands inside brackets: collections are written with brackets too. */
function replaceInline(node: SourceNode, value: Json): TextEdit {
  return { start: node.start, end: node.end, text: inline(value, false) };
}

function inline(value: Json, json: boolean): string {
  const isCollection = typeof value === 'object' && value !== null;
  return json || isCollection ? JSON.stringify(value) : inlineScalar(value);
}

function inlineScalar(value: Json): string {
  const written = writeInSource(value);
  return written.includes('\n') ? JSON.stringify(value) : written;
}

function afterColon(text: string, keyEnd: number): number {
  return text.indexOf(':', keyEnd) + 1;
}

function indentAt(text: string, node: SourceNode): number {
  const at = startOf(node);
  const lineStart = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
  return (/^ */.exec(text.slice(lineStart))?.[0] ?? '').length;
}

/** Tells whether a node stands in brackets: its key does not start a line, nor follow the dash of an item. */
function isInsideFlow(source: SchemaSource, node: SourceNode): boolean {
  const at = startOf(node);
  const lineStart = source.text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
  return !/^[ \t]*(?:- +)*$/.test(source.text.slice(lineStart, at));
}

/** A member to add, or an item where it has no name. */
interface Addition {
  name: string | null;
  value: Json;
}

/** Adds a member, or an item where there is no name, after the last child. */
function appendChild(source: SchemaSource, holder: SourceNode, { name, value }: Addition): TextEdit {
  const children = childrenOf(holder);
  const last = children.at(-1);
  if (isFlow(source, holder)) return appendInFlow(source, holder, { name, value, last });
  if (!last) return replaceNode(source, holder, name === null ? [value] : { [name]: value });
  return appendInBlock(source, holder, { name, value, first: children[0] as SourceNode, last });
}

interface BlockAddition extends Addition {
  first: SourceNode;
  last: SourceNode;
}

function appendInBlock(source: SchemaSource, holder: SourceNode, addition: BlockAddition): TextEdit {
  const { text } = source;
  const { name, value, first, last } = addition;
  const lineBreak = breakOf(text);
  // A list starts at its first dash, a mapping at its first key.
  const column = columnOf(text, name === null ? holder.start : startOf(first));
  const indicator = name === null ? '-' : `${inlineScalar(name)}:`;
  const entry =
    name === null
      ? `- ${writeAt(value, column + 2, lineBreak)}`
      : indicator + writeAfterIndicator(value, column + indentStep(source), lineBreak);
  const end = endOfEntry(text, last);
  return { start: end, end, text: `${lineBreak}${' '.repeat(column)}${entry}` };
}

/** The end of the last line of an entry, with the comment that may follow it. */
function endOfEntry(text: string, node: SourceNode): number {
  const from = Math.max(node.end, node.key?.end ?? 0);
  const end = lineEndOf(text, from);
  return text[end - 1] === '\r' ? end - 1 : end;
}

interface FlowAddition extends Addition {
  last: SourceNode | undefined;
}

function appendInFlow(
  source: SchemaSource,
  holder: SourceNode,
  { name, value, last }: FlowAddition,
): TextEdit {
  const { text } = source;
  const lineBreak = breakOf(text);
  const json = source.format === 'json';
  if (!last && !json && holder.key && !isInsideFlow(source, holder))
    return replaceNode(
      source,
      { ...holder, kind: 'scalar', end: holder.end },
      name === null ? [value] : { [name]: value },
    );
  const ownLine = last !== undefined && startsLine(text, startOf(last));
  const column = last ? columnOf(text, startOf(last)) : indentAt(text, holder) + 2;
  const spread = ownLine || (!last && json);
  const label = name === null ? '' : `${json ? JSON.stringify(name) : inlineScalar(name)}: `;
  const entry = label + (spread ? writeJson(value, column, lineBreak) : inline(value, json));
  if (!last) {
    const closing = lineBreak + ' '.repeat(column - 2);
    const inner = spread ? `${lineBreak}${' '.repeat(column)}${entry}${closing}` : entry;
    return { start: holder.start + 1, end: holder.end - 1, text: inner };
  }
  const separator = ownLine ? `,${lineBreak}${' '.repeat(column)}` : ', ';
  return { start: last.end, end: last.end, text: separator + entry };
}
