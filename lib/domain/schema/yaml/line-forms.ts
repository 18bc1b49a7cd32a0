import type { Json } from '../json';
import { endOfBlock, indentAt, isDeeper, match, skipEmpty } from './lines';
import { inlineValue } from './inline-value';
import { letters, plainKey, scalar, word } from './simple-lines';
import { plainValue } from './typed-scalar';

/** What an entry or an item holds that takes more than one line to tell, and where the text goes on. */
export interface Told {
  value: Json;
  /** The start of a line that is not empty, or the end of the text. */
  next: number;
}

const scalarLine = new RegExp(`${scalar} *\\n`, 'y');
const furtherLine = new RegExp(` *((?!#)${word}(?: +(?!#)${word})*) *\\n`, 'y');

/** Reads a text, or another scalar, that begins below its key; null where it is told otherwise. */
export function readTextBelow(text: string, at: number, indent: number): Told | null {
  const first = match(scalarLine, text, at + indentAt(text, at));
  if (first === null) return null;
  const end = scalarLine.lastIndex;
  if (first[1] !== undefined) return readTextLines(text, first[1], { at: end, indent });
  return endAt(text, end, { value: first[2] ?? first[3] ?? '', indent });
}

/** What stands alone: nothing deeper follows that may belong to it. */
function endAt(text: string, at: number, { value, indent }: { value: Json; indent: number }): Told | null {
  const next = skipEmpty(text, at);
  return isDeeper(text, next, indent) ? null : { value, next };
}

/** Reads a text without quotes whose first line is known, and which goes on in each deeper line from `at`. */
export function readTextLines(
  text: string,
  first: string,
  { at, indent }: { at: number; indent: number },
): Told | null {
  const lines = [first];
  let end = at;
  while (isDeeper(text, end, indent)) {
    const found = match(furtherLine, text, end);
    if (found === null) return null;
    lines.push(found[1] as string);
    end = furtherLine.lastIndex;
  }
  const value = plainValue(lines.join(' '));
  // After an empty line it would go on with a line break.
  return value === undefined ? null : endAt(text, end, { value, indent });
}

/** `key: >-` and the like, without a digit that says the indentation. */
const blockHeader = new RegExp(String.raw`${plainKey} *: +([>|])(-?) *\n`, 'y');

/** Reads the text below `key: |` and the like, where the lines are not less deep than the first one. */
export function readBlockText(text: string, at: number, indent: number): Told | null {
  const header = match(blockHeader, text, at);
  if (header === null) return null;
  const from = blockHeader.lastIndex;
  const end = endOfBlock(text, from, indent);
  const lines = linesOf(text.slice(from, end));
  if (lines === null) return null;
  const value = header[1] === '>' ? fold(lines) : lines.join('\n');
  return { value: header[2] === '-' ? value : `${value}\n`, next: skipEmpty(text, end) };
}

/** Unusual blanks and what is not to be printed may be breaks, or errors. */
const usualText = new RegExp(`^[\\n -~${letters}]+$`);

/** Empty lines at the end are none: only `+` keeps them. Null where a line means more than it says. */
function linesOf(block: string): string[] | null {
  const indent = indentAt(block, 0);
  if (indent === 0 || block[indent] === '\n' || !usualText.test(block)) return null;
  const lines = block.split('\n');
  for (const line of lines) {
    const found = indentAt(line, 0);
    const isEmpty = found === line.length;
    // A line of blanks alone is empty up to the indentation, and a text beyond it.
    if (isEmpty ? found > indent : found < indent) return null;
  }
  while (lines.at(-1)?.trimStart() === '') lines.pop();
  return lines.map((line) => line.slice(indent));
}

/** Breaks between lines become blanks, except beside lines that are deeper than the first one. */
function fold(lines: readonly string[]): string {
  let value = lines[0] as string;
  let empty = 0;
  let wasDeeper = false;
  for (const line of lines.slice(1)) {
    if (line === '') {
      empty += 1;
      continue;
    }
    const isDeep = line.startsWith(' ');
    const breaks = isDeep || wasDeeper ? empty + 1 : empty;
    value += breaks === 0 ? ' ' : '\n'.repeat(breaks);
    value += line;
    wasDeeper = isDeep;
    empty = 0;
  }
  return value;
}

const quotedText = new RegExp(String.raw`${plainKey} *: +'((?:[ -&(-~]|'')*)' *\n`, 'y');

/** Reads `key: 'it''s'`, where nothing goes on below; null where it is told otherwise. */
export function readQuotedText(text: string, at: number, indent: number): Told | null {
  const found = match(quotedText, text, at);
  if (found === null) return null;
  const value = (found[1] as string).replaceAll("''", "'");
  return endAt(text, quotedText.lastIndex, { value, indent });
}

const beforeInline = new RegExp(`(?:${plainKey} *:|-) +(?=[[{])`, 'y');
const lineEnd = / *\n/y;

/** Reads `key: [a, 'b']`, `- {c: d}` and the like in one line; null where they are told otherwise. */
export function readInline(text: string, at: number, indent: number): Told | null {
  if (match(beforeInline, text, at) === null) return null;
  const cursor = { text, at: beforeInline.lastIndex, opened: 0 };
  const value = inlineValue(cursor);
  if (value === undefined || match(lineEnd, text, cursor.at) === null) return null;
  return endAt(text, lineEnd.lastIndex, { value, indent });
}
