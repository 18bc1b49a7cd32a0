import { isDeeperThan } from '../../validate/json-equality';
import { isJsonObject, type Json, type JsonObject } from '../json';
import { implicitTypeOf } from './implicit-types';
import { entryLine, itemLine, plainKey } from './simple-lines';
import { plainValue } from './typed-scalar';

/**
 * Reads the value of a text without places, line by line. Null where the text holds something that is not told so;
 * then the reader of sources is to be asked.
 */
export type LineReader = (text: string) => JsonObject | null;

/** Reads what is too much for a look at a line; null where there is anything to be said about it. */
export type ReadWhole = (text: string) => JsonObject | null;

const MAX_DEPTH = 50;
const MAX_ENTRY_DEPTH = 50;
/** Longer blocks are hardly ever the same to the letter; their parts are. In UTF-16 code units. */
const MAX_SHARED = 4000;
/** Thrown where a text is left to the reader of sources. */
const untold = new Error('not told line by line');

/**
 * With `shares`, each block of lines is read once: versions of one schema, and all that use one fragment, repeat nearly
 * everything. What is the same text is then the same instance, so that whoever walks many values can tell at once
 * what was walked already. These values must not be changed.
 */
export function createLineReader(readWhole: ReadWhole, shares: boolean): LineReader {
  const blocks = shares ? new Map<string, Json>() : null;
  const entries = shares ? new Map<string, JsonObject>() : null;
  const run: Run = { blocks, entries, readWhole };
  return (text) => {
    if (/^\s*\{/.test(text) || ['\t', '\r', '\0', '\uFEFF'].some((odd) => text.includes(odd))) return null;
    try {
      const value = readBlock(text.endsWith('\n') ? text : `${text}\n`, 0, run);
      return isJsonObject(value) ? value : null;
    } catch (error) {
      if (error !== untold) throw error;
      return null;
    }
  };
}

interface Run {
  /** What blocks of lines hold, their indentation included; null where nothing is shared. */
  blocks: Map<string, Json> | null;
  /** What entries hold that are not simple: quotes with escapes, texts of several lines, lists in brackets. */
  entries: Map<string, JsonObject> | null;
  readWhole: ReadWhole;
}

function readBlock(text: string, depth: number, run: Run): Json {
  const isShared = text.length <= MAX_SHARED;
  const known = isShared ? run.blocks?.get(text) : undefined;
  if (known !== undefined) return known;
  if (depth > MAX_DEPTH) throw untold;
  const from = skipEmpty(text, 0);
  if (from === text.length) throw untold;
  const indent = indentAt(text, from);
  const first = text.charCodeAt(from + indent);
  const value =
    first === 0x2d
      ? readSequence({ text, from, indent, depth, run })
      : readMapping({ text, from, indent, depth, run });
  if (isShared) run.blocks?.set(text, value);
  return value;
}

interface Block {
  text: string;
  from: number;
  indent: number;
  depth: number;
  run: Run;
}

function readMapping({ text, from, indent, depth, run }: Block): JsonObject {
  const value: JsonObject = {};
  for (let at = from; at < text.length; at = skipEmpty(text, at)) {
    if (indentAt(text, at) !== indent) throw untold;
    const found = match(entryLine, text, at + indent);
    const next = entryLine.lastIndex;
    const name = found?.[1] ?? '';
    if (found === null || goesOn(text, next, indent, found[2] !== undefined)) {
      const end = endOfBlock(text, endOfLine(text, at), indent);
      setWhole(value, { text: text.slice(at, end), indent, run });
      at = end;
    } else if (found[2] === undefined) {
      const end = endOfBlock(text, next, indent);
      const isScalar = end > next && match(blockStart, text, skipEmpty(text, next)) === null;
      if (end === next) set(value, keyOf(name), null);
      else if (isScalar) set(value, name, readEntry(text.slice(at, end), run)[name] ?? null);
      else set(value, keyOf(name), readBlock(text.slice(next, end), depth + 1, run));
      at = end;
    } else {
      set(value, keyOf(name), scalarOf(found));
      at = next;
    }
  }
  return value;
}

/** Sets an entry whose first line does not tell all. */
function setWhole(
  value: JsonObject,
  { text, indent, run }: { text: string; indent: number; run: Run },
): void {
  const header = match(blockHeader, text, indent);
  const lines = header && blockText(text.slice(blockHeader.lastIndex), header);
  if (header && lines !== null) set(value, keyOf(header[1] as string), lines);
  else for (const [key, member] of Object.entries(readEntry(text, run))) set(value, key, member);
}

/** A text in lines of one indentation; null where it is another, or holds more than ASCII. */
function blockText(text: string, [, , , style, chomping]: RegExpExecArray): string | null {
  const body = text.slice(0, -1);
  const indent = indentAt(body, 0);
  // Blanks at the end, and empty lines after it, mean something.
  if (indent === 0 || body.trimEnd() !== body || !/^[\n -~]+$/.test(body)) return null;
  const lines = body.split('\n');
  if (!lines.every((line) => indentAt(line, 0) === indent && line.length > indent)) return null;
  const value = lines.map((line) => line.slice(indent)).join(style === '>' ? ' ' : '\n');
  return chomping === '-' ? value : `${value}\n`;
}

function set(value: JsonObject, key: string, member: Json): void {
  if (key in value) throw untold;
  value[key] = member;
}

function keyOf(name: string): string {
  if (implicitTypeOf(name) !== null) throw untold;
  return name;
}

function scalarOf(found: RegExpExecArray): Json {
  const text = found[3];
  if (text === undefined) return found[4] ?? found[5] ?? '';
  const value = plainValue(text);
  if (value === undefined) throw untold;
  return value;
}

/**
 * Whether the line after an entry's first may belong to the same scalar, or the entry is a list without indentation:
 * neither is told from the line alone.
 */
function goesOn(text: string, next: number, indent: number, hasValue: boolean): boolean {
  if (next >= text.length) return false;
  const found = indentAt(text, next);
  const code = text.charCodeAt(next + found);
  if (hasValue) return found > indent || code === 0x0a;
  return found === indent && code === 0x2d;
}

/** An entry on its own: one key, of whatever form. */
function readEntry(text: string, run: Run): JsonObject {
  const known = run.entries?.get(text);
  if (known !== undefined) return known;
  // What an anchor names may be used elsewhere, and `<<` brings keys that others override.
  const isAlone = startsWithKey.test(text) && !/(?:^|[\s,[{])&\S|<</.test(text);
  const value = isAlone ? run.readWhole(text) : null;
  // How deep it is in the whole text, the reader of sources counts.
  if (value === null || Object.keys(value).length !== 1 || isDeeperThan(value, MAX_ENTRY_DEPTH)) throw untold;
  run.entries?.set(text, value);
  return value;
}

function readSequence({ text, from, indent, depth, run }: Block): Json[] {
  const items: Json[] = [];
  for (let at = from; at < text.length; at = skipEmpty(text, at)) {
    if (indentAt(text, at) !== indent || text.charCodeAt(at + indent) !== 0x2d) throw untold;
    const found = match(itemLine, text, at + indent);
    const next = itemLine.lastIndex;
    if (found !== null && !goesOn(text, next, indent, true)) {
      items.push(scalarOf(found));
      at = next;
      continue;
    }
    const end = endOfBlock(text, endOfLine(text, at), indent);
    if (match(mappingItem, text, at + indent) === null) items.push(readItem(text.slice(at, end), run));
    else {
      const inner = `${text.slice(at, at + indent)}  ${text.slice(at + indent + 2, end)}`;
      items.push(readBlock(inner, depth + 1, run));
    }
    at = end;
  }
  return items;
}

/** An item on its own, of whatever form. */
function readItem(text: string, run: Run): Json {
  const list = readEntry(`item:\n${text}`, run)['item'];
  if (!Array.isArray(list) || list.length !== 1) throw untold;
  return list[0] as Json;
}

function match(line: RegExp, text: string, at: number): RegExpExecArray | null {
  line.lastIndex = at;
  return line.exec(text);
}

/** A mapping or a list, and not a scalar that begins below its key. */
const blockStart = new RegExp(String.raw` *(?:- |-\n|['"]|${plainKey}:(?: |\n))`, 'y');
/** What else a text may start with means something else where entries stand before it. */
const startsWithKey = new RegExp(`^ *(?:${plainKey}:|['"])`);
/** `key: >-` and the like, without a digit that says the indentation. */
const blockHeader = new RegExp(String.raw`(${plainKey}):( +)([>|])(-?) *\n`, 'y');
/** A mapping that begins on the line of its dash. */
const mappingItem = new RegExp(String.raw`- ${plainKey}:(?: |\n)`, 'y');
const emptyLines = /(?: *(?:#[^\n]*)?\n)*/y;

/** The next line that holds more than blanks and a comment. */
function skipEmpty(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code !== 0x20 && code !== 0x23 && code !== 0x0a) return at;
  emptyLines.lastIndex = at;
  emptyLines.test(text);
  return emptyLines.lastIndex;
}

function indentAt(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === 0x20) end += 1;
  return end - at;
}

function endOfLine(text: string, at: number): number {
  return text.indexOf('\n', at) + 1;
}

const ends: RegExp[] = [];

/** Where the next line starts that is not deeper than `indent`. `from` is the start of a line. */
function endOfBlock(text: string, from: number, indent: number): number {
  ends[indent] ??= new RegExp(`\\n {0,${indent}}(?=[^ \\n])`, 'g');
  const end = ends[indent];
  end.lastIndex = from - 1;
  const found = end.exec(text);
  return found === null ? text.length : found.index + 1;
}
