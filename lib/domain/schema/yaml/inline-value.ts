import type { Json, JsonObject } from '../json';
import { implicitTypeOf } from './implicit-types';
import { match } from './lines';
import { plainValue } from './typed-scalar';

/** Where a line is read. */
interface Cursor {
  text: string;
  at: number;
  /** How many brackets and braces were met so far. */
  opened: number;
}

const MAX_OPENED = 50;
const quoted = String.raw`'([ -&(-~]*)'|"([ !#-\[\]-~]*)"`;
const scalarPart = new RegExp(` *(?:([A-Za-z0-9_$/.][\\w$/.-]*)|${quoted}) *(?=[,\\]}])`, 'y');
const keyPart = new RegExp(` *(?:([A-Za-z_$][\\w$/.-]*)|${quoted}): +`, 'y');

/**
 * Reads a list in brackets or a mapping in braces within one line, with words and simple quotes in it; undefined where
 * it holds anything else.
 */
export function inlineValue(cursor: Cursor): Json | undefined {
  if (cursor.opened > MAX_OPENED) return undefined;
  if (take(cursor, '[')) return inlineList(cursor);
  if (take(cursor, '{')) return inlineMapping(cursor);
  const found = match(scalarPart, cursor.text, cursor.at);
  if (found === null) return undefined;
  cursor.at = scalarPart.lastIndex;
  return found[1] === undefined ? (found[2] ?? found[3] ?? '') : plainValue(found[1]);
}

/** Takes the sign, with blanks before it; false, and nothing is taken, where something else is next. */
function take(cursor: Cursor, sign: '[' | ']' | '{' | '}' | ','): boolean {
  let at = cursor.at;
  while (cursor.text[at] === ' ') at += 1;
  if (cursor.text[at] !== sign) return false;
  if (sign === '[' || sign === '{') cursor.opened += 1;
  cursor.at = at + 1;
  return true;
}

function inlineList(cursor: Cursor): Json[] | undefined {
  const list: Json[] = [];
  if (take(cursor, ']')) return list;
  do {
    const item = inlineValue(cursor);
    if (item === undefined) return undefined;
    list.push(item);
  } while (take(cursor, ','));
  return take(cursor, ']') ? list : undefined;
}

function inlineMapping(cursor: Cursor): JsonObject | undefined {
  const mapping: JsonObject = {};
  if (take(cursor, '}')) return mapping;
  do {
    const found = match(keyPart, cursor.text, cursor.at);
    if (found === null) return undefined;
    cursor.at = keyPart.lastIndex;
    const key = found[1] ?? found[2] ?? found[3] ?? '';
    const isText = found[1] === undefined || implicitTypeOf(key) === null;
    const member = inlineValue(cursor);
    if (!isText || key in mapping || member === undefined) return undefined;
    mapping[key] = member;
  } while (take(cursor, ','));
  return take(cursor, '}') ? mapping : undefined;
}
