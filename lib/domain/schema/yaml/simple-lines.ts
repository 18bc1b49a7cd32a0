import { CR, LF, SPACE, TAB } from './characters';
import { type Reader, type SourceNode, scalarNode } from './reader';
import { giveType } from './typed-scalar';

/**
 * Nearly every line of a schema is `key: value`, `key:` or `- value` in plain ASCII. Such a line is read here at one
 * look; every other one, and one that may go on in the next line, is left to the reader that knows all of YAML.
 * What is read here is exactly what that one would give.
 */

/** A key without quotes that is read at one look. */
export const plainKey = String.raw`[A-Za-z_$][\w$/.-]*`;
/** Letters beyond ASCII, without what readers may take for breaks, and halves of letters. */
export const letters = String.raw`\u00a0-\u1fff\u2010-\u2027\u2030-\ud7ff`;
/** A colon before a space would end a key, a `#` after one starts a comment. */
export const word = `(?:[!-9;-~${letters}]|:(?=[!-~${letters}]))+`;
/** A text without quotes in one line. */
export const plain = `(?=[A-Za-z0-9$/_(.^${letters}]|-[0-9]|<(?!<))${word}(?: +(?!#)${word})*`;
/** The same, or what is in quotes. */
export const scalar = String.raw`(?:(${plain})|'([ -&(-~]*)'|"([ !#-\[\]-~]*)")`;
const end = String.raw`(?: +(#)[^\n]*| *)\n`;
/**
 * `key: value` or `key:`, to its line break: key, blanks, then the value as it stands, or what is in quotes; and the
 * sign of a comment.
 */
export const entryLine = new RegExp(`(${plainKey}) *:(?:( +)${scalar})?${end}`, 'y');
/** The same with a key in single quotes. */
export const quotedEntryLine = new RegExp(`'([ -&(-~]*)' *:(?:( +)${scalar})?${end}`, 'y');
/** `- value`, in the same parts. */
export const itemLine = new RegExp(`(-)( +)${scalar}${end}`, 'y');

interface SimpleEntry {
  key: SourceNode;
  /** Null where nothing stands behind the colon. */
  value: SourceNode | null;
}

/**
 * Reads one entry of a block mapping, and goes to the start of the next line; where nothing stands behind the colon,
 * only behind it. Null, and nothing is read, where the line is not simple.
 */
export function readSimpleEntry(reader: Reader, indent: number): SimpleEntry | null {
  const start = reader.position;
  const found = match(entryLine, reader);
  if (found === null) return null;
  const name = found[1] as string;
  const behind = reader.text.indexOf(':', start) + 1;
  if (found[2] === undefined) {
    reader.position = behind;
    return { key: plainNode(reader, start, name), value: null };
  }
  if (!enterNextLine(reader, entryLine.lastIndex, indent)) return null;
  return {
    key: plainNode(reader, start, name),
    value: valueNode(reader, behind + found[2].length, found),
  };
}

/** The same for an item of a block sequence that is a scalar. */
export function readSimpleItem(reader: Reader, indent: number): SourceNode | null {
  const start = reader.position;
  const found = match(itemLine, reader);
  if (found === null || !enterNextLine(reader, itemLine.lastIndex, indent)) return null;
  return valueNode(reader, start + 1 + (found[2] as string).length, found);
}

function match(line: RegExp, reader: Reader): RegExpExecArray | null {
  line.lastIndex = reader.position;
  return line.exec(reader.text);
}

function plainNode(reader: Reader, start: number, text: string): SourceNode {
  const node = scalarNode({ start, end: start + text.length }, text, text);
  giveType(reader, node);
  return node;
}

function valueNode(reader: Reader, start: number, found: RegExpExecArray): SourceNode {
  if (found[3] !== undefined) return plainNode(reader, start, found[3]);
  const text = found[4] ?? (found[5] as string);
  return scalarNode({ start, end: start + text.length + 2 }, text);
}

/** Goes to what stands in the next line; false where it may belong to this one, or is not to be told at one look. */
function enterNextLine(reader: Reader, lineStart: number, indent: number): boolean {
  const { text } = reader;
  let at = lineStart;
  while (text.charCodeAt(at) === SPACE) at += 1;
  const code = text.charCodeAt(at);
  if (at - lineStart > indent || code === LF || code === CR || code === TAB || code === 0x23) return false;
  if (at === lineStart && (code === 0x2d || code === 0x2e)) return false;
  reader.position = at;
  reader.line += 1;
  reader.lineStart = lineStart;
  reader.lineIndent = at - lineStart;
  return true;
}
