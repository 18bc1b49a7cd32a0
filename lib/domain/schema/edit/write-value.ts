import type { Json } from '../json';
import { writeInSource } from '../serialize-yaml';
import { lineEndOf, nextLineStart } from './layout';

/** Where a value is written in a text. */
export interface Spot {
  text: string;
  /** The value's last line is followed by what follows here. */
  end: number;
  /** The column of the mapping or list that gets the value. */
  column: number;
  /** How much deeper a collection stands. */
  step: number;
  lineBreak: string;
}

/** A value behind its key: what stands on the key's line, and the lines below with the line break before them. */
export interface Written {
  first: string;
  below: string;
}

/** A value behind a key in YAML: a scalar starts on the key's line, a collection stands below it. */
export function writeBehindKey(value: Json, spot: Spot): Written {
  const { column, step, lineBreak } = spot;
  if (isFilled(value)) {
    const inner = column + step;
    const written = writeAt(value, { ...spot, column: inner }, isOpenBelow(spot));
    return { first: '', below: lineBreak + ' '.repeat(inner) + written };
  }
  const written = writeAt(value, spot, isOpenBelow(spot));
  const cut = written.indexOf(lineBreak);
  return cut === -1
    ? { first: written, below: '' }
    : { first: written.slice(0, cut), below: written.slice(cut) };
}

/** A value in YAML whose lines after the first stand at the column; empty lines stay empty. */
export function writeAt(
  value: Json,
  { column, lineBreak }: Pick<Spot, 'column' | 'lineBreak'>,
  isOpen: boolean,
): string {
  const [first = '', ...rest] = writeSafely(value, isOpen).split('\n');
  return [first, ...rest.map((line) => (line === '' ? '' : ' '.repeat(column) + line))].join(lineBreak);
}

/** A value on one line: collections stand in brackets. */
export function writeInline(value: Json): string {
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  const written = writeInSource(value);
  return written.includes('\n') ? JSON.stringify(value) : written;
}

/** A value as JSON in which the lines after the first are indented by `column`. */
export function writeJson(value: Json, column: number, lineBreak: string): string {
  const text = JSON.stringify(value, null, 2);
  return text.split('\n').join(lineBreak + ' '.repeat(column));
}

/** Tells whether a value is a collection that holds something. */
export function isFilled(value: Json): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

/**
 * Tells whether a block scalar that ends here would take in what follows: more text on the line, lines of blanks, or a
 * comment that stands deeper than its key.
 */
export function isOpenBelow({ text, end, column }: Pick<Spot, 'text' | 'end' | 'column'>): boolean {
  const lineEnd = lineEndOf(text, end);
  if (lineEnd !== end) return true;
  const line = nextFilledLine(text, lineEnd);
  return /^[ \t]+$/.test(line) || (/^ *#/.test(line) && line.indexOf('#') > column);
}

/** The first line after this one that is not empty; empty where there is none. */
function nextFilledLine(text: string, lineEnd: number): string {
  let end = lineEnd;
  let line = '';
  while (line === '') {
    const start = nextLineStart(text, end);
    if (start === null) break;
    end = lineEndOf(text, start);
    line = text.slice(start, end);
  }
  return line;
}

/**
 * A text at the end of the value that would be a block scalar is put in quotes where it would take in what follows, and
 * always where it ends in empty lines: it would hold those below it too.
 */
function writeSafely(value: Json, isOpen: boolean): string {
  const written = writeInSource(value);
  const text = lastScalarOf(value);
  if (typeof text !== 'string' || !(isOpen || /\n\n$|^\n$/.test(text))) return written;
  const before = writeInSource(withLastScalar(value, 0)).slice(0, -1);
  return written.slice(before.length).includes('\n') ? before + JSON.stringify(text) : written;
}

function lastScalarOf(value: Json): Json {
  return typeof value === 'object' && value !== null && isFilled(value)
    ? lastScalarOf(Object.values(value).at(-1) as Json)
    : value;
}

function withLastScalar(value: Json, scalar: Json): Json {
  if (typeof value !== 'object' || value === null || !isFilled(value)) return scalar;
  if (Array.isArray(value)) return [...value.slice(0, -1), withLastScalar(value.at(-1) as Json, scalar)];
  const name = Object.keys(value).at(-1) as string;
  return { ...value, [name]: withLastScalar(value[name] as Json, scalar) };
}
