import { implicitTypeOf } from './implicit-types';

/**
 * Which style a string gets, and how it is written, as js-yaml 3 does with its default settings:
 * indentation 2, lines of 80 that become narrower with the indentation, but not below 40.
 */

const INDENT = 2;
const LINE_WIDTH = 80;
const MIN_WIDTH = 40;

/** Words that YAML 1.1 reads as booleans. */
const oldBooleans = new Set([
  'y',
  'Y',
  'yes',
  'Yes',
  'YES',
  'on',
  'On',
  'ON',
  'n',
  'N',
  'no',
  'No',
  'NO',
  'off',
  'Off',
  'OFF',
]);
/** Characters that are written as they are in every style but double quotes; half pairs and astral ones are not. */
const nonPrintable = /[^\x20-\x7E\xA1-\u2027\u202A-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD]/;
const nonPrintableButBreak = /[^\n\x20-\x7E\xA1-\u2027\u202A-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD]/;
/** `#` may follow anything but a space. Other blanks than the space are ordinary characters here. */
const unsafeInPlain = /[,[\]{}:\n]|(?:^| )#/;
const unsafeFirst = /^[ \-?:,[\]{}#&*!|=>'"%@`]/;

const escapes = new Map<number, string>([
  [0x00, '\\0'],
  [0x07, '\\a'],
  [0x08, '\\b'],
  [0x09, '\\t'],
  [0x0a, '\\n'],
  [0x0b, '\\v'],
  [0x0c, '\\f'],
  [0x0d, '\\r'],
  [0x1b, '\\e'],
  [0x22, '\\"'],
  [0x5c, '\\\\'],
  [0x85, '\\N'],
  [0xa0, '\\_'],
  [0x2028, '\\L'],
  [0x2029, '\\P'],
]);

/** Writes a string that stands at a level of nesting; a key never spans lines. */
export function writeString(text: string, level: number, isKey: boolean): string {
  if (text === '') return "''";
  if (oldBooleans.has(text)) return `'${text}'`;
  const indent = INDENT * Math.max(1, level);
  const width = Math.max(MIN_WIDTH, LINE_WIDTH - indent);
  if ((isKey ? nonPrintable : nonPrintableButBreak).test(text)) return `"${escaped(text)}"`;
  if (!isKey && hasFoldableLine(text, width)) {
    return `>${blockHeader(text)}${withoutLastBreak(indented(fold(text, width), indent))}`;
  }
  if (!isKey && text.includes('\n'))
    return `|${blockHeader(text)}${withoutLastBreak(indented(text, indent))}`;
  return isPlain(text) ? text : `'${text.replaceAll("'", "''")}'`;
}

function isPlain(text: string): boolean {
  return (
    !unsafeFirst.test(text) &&
    !text.endsWith(' ') &&
    !unsafeInPlain.test(text) &&
    implicitTypeOf(text) === null
  );
}

/** A line that is too long, and does not start with a blank (such a line cannot be folded). */
function hasFoldableLine(text: string, width: number): boolean {
  return text.length > width && text.split('\n').some((line) => line.length > width && !line.startsWith(' '));
}

/** The indentation where the text itself starts with blanks, and what becomes of the line breaks at its end. */
function blockHeader(text: string): string {
  // Upstream asks whether the text starts with any number of line breaks and a space.
  const indicator = /^\n* /.test(text) ? String(INDENT) : '';
  const clip = text.endsWith('\n');
  const keep = clip && (text.endsWith('\n\n') || text === '\n');
  return `${indicator}${keep ? '+' : clip ? '' : '-'}\n`;
}

function indented(text: string, indent: number): string {
  const blanks = ' '.repeat(indent);
  return text.replace(/^(?=[^\n])/gm, blanks);
}

function withoutLastBreak(text: string): string {
  return text.endsWith('\n') ? text.slice(0, -1) : text;
}

/** Folds every long line; a line break of the text becomes two, unless a line beside it starts with a blank. */
function fold(text: string, width: number): string {
  const firstBreak = text.indexOf('\n');
  const end = firstBreak === -1 ? text.length : firstBreak;
  let result = foldLine(text.slice(0, end), width);
  let afterIndented = text.startsWith('\n') || text.startsWith(' ');
  for (const match of text.slice(end).matchAll(/(\n+)([^\n]*)/g)) {
    const [, breaks = '', line = ''] = match;
    const indentedLine = line.startsWith(' ');
    const extra = !afterIndented && !indentedLine && line !== '' ? '\n' : '';
    result += breaks + extra + foldLine(line, width);
    afterIndented = indentedLine;
  }
  return result;
}

/** Breaks greedily at a space before a non-space: the longest piece that fits, or the shortest that does not. */
function foldLine(line: string, width: number): string {
  if (line === '' || line.startsWith(' ')) return line;
  const pieces: string[] = [];
  let start = 0;
  let last = 0;
  for (const match of line.matchAll(/ [^ ]/g)) {
    if (match.index - start > width) {
      const end = last > start ? last : match.index;
      pieces.push(line.slice(start, end));
      start = end + 1;
    }
    last = match.index;
  }
  if (line.length - start > width && last > start) {
    pieces.push(line.slice(start, last));
    start = last + 1;
  }
  pieces.push(line.slice(start));
  return pieces.join('\n');
}

function escaped(text: string): string {
  let result = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const known = escapes.get(code);
    if (known !== undefined) result += known;
    else if (code > 0xffff) result += `\\U${hex(code, 8)}`;
    else if (!nonPrintable.test(character)) result += character;
    else result += code > 0xff ? `\\u${hex(code, 4)}` : `\\x${hex(code, 2)}`;
  }
  return result;
}

function hex(code: number, digits: number): string {
  return code.toString(16).toUpperCase().padStart(digits, '0');
}
