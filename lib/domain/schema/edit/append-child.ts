import type { TextEdit } from '../../findings/finding';
import type { Json } from '../json';
import type { SchemaSource } from '../types';
import type { SourceNode } from '../yaml/reader';
import {
  breakOf,
  childrenOf,
  columnOf,
  endOf,
  endOfEntry,
  indentStep,
  isFlow,
  lineEndOf,
  lineStartOf,
  startOf,
  startsLine,
} from './layout';
import { isFilled, isOpenBelow, writeAt, writeBehindKey, writeInline, writeJson } from './write-value';

/** A member to add, or an item where it has no name. */
interface Addition {
  name: string | null;
  value: Json;
}

/** Adds a member, or an item where there is no name, at the end of the innermost holder. */
export function appendChild(
  source: SchemaSource,
  holders: readonly SourceNode[],
  addition: Addition,
): TextEdit[] {
  const holder = holders.at(-1) as SourceNode;
  if (!isFlow(source, holder)) return [appendInBlock(source, holder, addition)];
  const last = childrenOf(holder).at(-1);
  return last ? appendInFlow(source, last, addition) : [fillFlow(source, holder, addition)];
}

function appendInBlock(source: SchemaSource, holder: SourceNode, { name, value }: Addition): TextEdit {
  const { text } = source;
  const lineBreak = breakOf(text);
  const column = columnOf(text, holder.start);
  const end = endOfEntry(text, holder);
  const spot = { text, end, column, step: indentStep(source), lineBreak };
  const indent = lineBreak + ' '.repeat(column);
  if (name === null) {
    // The lines of a text are counted from the dash, those of a collection from what follows it.
    const inner = isFilled(value) ? column + 2 : column;
    const item = writeAt(value, { column: inner, lineBreak }, isOpenBelow(spot));
    return { start: end, end, text: `${indent}- ${item}` };
  }
  const { first, below } = writeBehindKey(value, spot);
  const opening = first === '' ? '' : ` ${first}`;
  return { start: end, end, text: `${indent}${writeInline(name)}:${opening}${below}` };
}

/** Adds to brackets behind their last entry; one that has a line of its own is followed by another line. */
function appendInFlow(source: SchemaSource, last: SourceNode, { name, value }: Addition): TextEdit[] {
  const { text } = source;
  const isJson = source.format === 'json';
  const lineBreak = breakOf(text);
  const column = columnOf(text, startOf(last));
  const label = labelOf(name, isJson);
  const end = endOf(text, last);
  if (!startsLine(text, startOf(last)))
    return [{ start: end, end, text: `, ${label}${inFlow(value, isJson)}` }];
  const entry = lineBreak + ' '.repeat(column) + label + writeJson(value, column, lineBreak);
  const lineEnd = lineEndOf(text, end);
  const behind = /^[ \t]*(?:(,)[ \t]*)?(?:#.*)?$/.exec(text.slice(end, lineEnd));
  if (!behind) return [{ start: end, end, text: `,${entry}` }];
  if (behind[1] === ',') return [{ start: lineEnd, end: lineEnd, text: `${entry},` }];
  return [
    { start: end, end, text: ',' },
    { start: lineEnd, end: lineEnd, text: entry },
  ];
}

/** Adds to brackets in which nothing stands, or only comments, or only what is merged from elsewhere. */
function fillFlow(source: SchemaSource, holder: SourceNode, { name, value }: Addition): TextEdit {
  const { text } = source;
  const isJson = source.format === 'json';
  const lineBreak = breakOf(text);
  const indent = /^ */.exec(text.slice(lineStartOf(text, startOf(holder))))?.[0].length ?? 0;
  const column = indent + 2;
  const label = labelOf(name, isJson);
  const [start, end] = [holder.start + 1, holder.end - 1];
  const inside = text.slice(start, end);
  const closing = lineBreak + ' '.repeat(indent);
  const entry = label + (isJson ? writeJson(value, column, lineBreak) : inFlow(value, isJson));
  if (inside.trim() === '')
    return { start, end, text: isJson ? `${lineBreak}${' '.repeat(column)}${entry}${closing}` : entry };
  if (/^(?:\s|#[^\r\n]*(?=[\r\n]))*$/.test(inside)) return { start: end, end, text: `  ${entry}${closing}` };
  return { start, end: start, text: `${entry}, ` };
}

function labelOf(name: string | null, isJson: boolean): string {
  if (name === null) return '';
  return `${isJson ? JSON.stringify(name) : writeInline(name)}: `;
}

function inFlow(value: Json, isJson: boolean): string {
  return isJson ? JSON.stringify(value) : writeInline(value);
}
