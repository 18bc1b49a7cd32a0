import { isDeeperThan } from '../../validate/json-equality';
import { isJsonObject, type Json, type JsonObject } from '../json';
import { implicitTypeOf } from './implicit-types';
import {
  readBlockText,
  readInline,
  readQuotedText,
  readTextBelow,
  readTextLines,
  type Told,
} from './line-forms';
import { endOfBlock, endOfLine, indentAt, isDash, isDeeper, match, skipEmpty } from './lines';
import { entryLine, itemLine, plainKey, quotedEntryLine } from './simple-lines';
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
  return (given) => {
    if (/^\s*\{/.test(given) || /[\t\r\0\uFEFF]/.test(given)) return null;
    const text = given.endsWith('\n') ? given : `${given}\n`;
    const at = skipEmpty(text, 0);
    const run: Run = { text, at, blocks, entries, readWhole };
    try {
      const value = at === text.length ? null : readLines(run, { indent: indentAt(text, at), depth: 0 });
      return run.at === text.length && isJsonObject(value) ? value : null;
    } catch (error) {
      if (error !== untold) throw error;
      return null;
    }
  };
}

interface Run {
  /** Ends with a line break. */
  text: string;
  /** The start of the line that is read next, which is not empty; or the end. */
  at: number;
  /** What blocks of lines hold, their indentation included; null where nothing is shared. */
  blocks: Map<string, Json> | null;
  /** What entries hold that are not simple: quotes with escapes, braces, anchors. */
  entries: Map<string, JsonObject> | null;
  readWhole: ReadWhole;
}

/** Where a block stands: how deep in the text, and how many blanks or dashes before its lines. */
interface Level {
  indent: number;
  depth: number;
}

/** Reads what is deeper than `outer`. The first line of a mapping may stand behind the dash of an item. */
function readBlock(run: Run, outer: number, level: Level): Json {
  const { text, at, blocks } = run;
  const end = blocks === null ? 0 : endOfBlock(text, endOfLine(text, at), outer);
  if (blocks === null || end - at > MAX_SHARED) return readLines(run, level);
  const next = skipEmpty(text, end);
  const block = ' '.repeat(level.indent) + text.slice(at + level.indent, end);
  const known = blocks.get(block);
  if (known !== undefined) {
    run.at = next;
    return known;
  }
  const value = readLines(run, level);
  if (run.at !== next) throw untold;
  blocks.set(block, value);
  return value;
}

function readLines(run: Run, level: Level): Json {
  if (level.depth > MAX_DEPTH) throw untold;
  return isDash(run.text, run.at + level.indent) ? readSequence(run, level) : readMapping(run, level);
}

/** Whether the next line has the same indentation. */
function goesOn({ text, at }: Run, indent: number): boolean {
  if (at >= text.length) return false;
  const found = indentAt(text, at);
  if (found > indent) throw untold;
  return found === indent;
}

function readMapping(run: Run, level: Level): JsonObject {
  const { text } = run;
  const { indent } = level;
  const value: JsonObject = {};
  do {
    const start = run.at + indent;
    const plainly = match(entryLine, text, start);
    const line = plainly ?? match(quotedEntryLine, text, start);
    const member = line === null ? undefined : readMember(run, line, level);
    if (line === null || member === undefined) readOtherEntry(run, value, indent);
    else set(value, plainly === null ? (line[1] as string) : keyOf(line[1] as string), member);
  } while (goesOn(run, indent) && !isDash(text, run.at + indent));
  return value;
}

/** What the entry holds whose first line is given; undefined, and nothing is read, where it is of another form. */
function readMember(run: Run, line: RegExpExecArray, { indent, depth }: Level): Json | undefined {
  if (line[2] !== undefined) return readScalar(run, line, indent);
  const { text } = run;
  const at = skipEmpty(text, line.index + line[0].length);
  const found = at === text.length ? -1 : indentAt(text, at);
  if (found > indent && match(blockStart, text, at + found) === null)
    return take(run, readTextBelow(text, at, indent));
  run.at = at;
  if (found > indent) return readBlock(run, indent, { indent: found, depth: depth + 1 });
  // The dashes of a list may stand right below its key.
  const isList = found === indent && isDash(text, at + found);
  return isList ? readLines(run, { indent, depth: depth + 1 }) : null;
}

/** The same for what stands behind a colon or a dash. */
function readScalar(run: Run, line: RegExpExecArray, indent: number): Json | undefined {
  const { text } = run;
  const next = line.index + line[0].length;
  const at = skipEmpty(text, next);
  if (!isDeeper(text, at, indent)) {
    const value = line[3] === undefined ? (line[4] ?? line[5] ?? '') : plainValue(line[3]);
    if (value !== undefined) run.at = at;
    return value;
  }
  if (line[3] === undefined || line[6] !== undefined || at !== next) return undefined;
  return take(run, readTextLines(text, line[3], { at, indent }));
}

function take(run: Run, told: Told | null): Json | undefined {
  if (told === null) return undefined;
  run.at = told.next;
  return told.value;
}

function readOtherEntry(run: Run, value: JsonObject, indent: number): void {
  const { text } = run;
  const start = run.at + indent;
  for (const read of [readBlockText, readInline, readQuotedText]) {
    const told = read(text, start, indent);
    if (told === null) continue;
    set(value, keyOf(text.slice(start, text.indexOf(':', start)).trimEnd()), told.value);
    run.at = told.next;
    return;
  }
  const entry = readEntry(' '.repeat(indent) + takeBlock(run, indent), run);
  for (const [key, member] of Object.entries(entry)) set(value, key, member);
}

/** Takes the lines of an entry or an item, without the indentation of the first one. */
function takeBlock(run: Run, indent: number): string {
  const { text, at } = run;
  const end = endOfBlock(text, endOfLine(text, at), indent);
  run.at = skipEmpty(text, end);
  return text.slice(at + indent, end);
}

function set(value: JsonObject, key: string, member: Json): void {
  if (key in value) throw untold;
  value[key] = member;
}

function keyOf(name: string): string {
  if (implicitTypeOf(name) !== null) throw untold;
  return name;
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

function readSequence(run: Run, { indent, depth }: Level): Json[] {
  const { text } = run;
  const items: Json[] = [];
  do {
    const start = run.at + indent;
    const line = match(itemLine, text, start);
    const item = line === null ? undefined : readScalar(run, line, indent);
    items.push(item === undefined ? readLongItem(run, { indent, depth }) : item);
  } while (goesOn(run, indent) && isDash(text, run.at + indent));
  return items;
}

function readLongItem(run: Run, { indent, depth }: Level): Json {
  const { text } = run;
  const start = run.at + indent;
  if (match(mappingItem, text, start) !== null)
    return readBlock(run, indent, { indent: indent + 2, depth: depth + 1 });
  const at = match(loneDash, text, start) === null ? run.at : skipEmpty(text, loneDash.lastIndex);
  if (at === run.at) return readOtherItem(run, indent);
  const found = indentAt(text, at);
  if (!isDeeper(text, at, indent) || match(blockStart, text, at + found) === null) throw untold;
  run.at = at;
  return readBlock(run, indent, { indent: found, depth: depth + 1 });
}

/** An item on its own, of whatever form, except one that begins below its dash or with another dash. */
function readOtherItem(run: Run, indent: number): Json {
  const told = readInline(run.text, run.at + indent, indent);
  if (told !== null) {
    run.at = told.next;
    return told.value;
  }
  if (match(itemStart, run.text, run.at + indent) === null) throw untold;
  const list = readEntry(`item:\n${' '.repeat(indent)}${takeBlock(run, indent)}`, run)['item'];
  if (!Array.isArray(list) || list.length !== 1) throw untold;
  return list[0] as Json;
}

/** A mapping or a list, and not a scalar that begins below its key. */
const blockStart = new RegExp(String.raw`(?:- |-\n|'[ -&(-~]*' *:|"[^"\n]*" *:|${plainKey} *:(?: |\n))`, 'y');
/** What else a text may start with means something else where entries stand before it. */
const startsWithKey = new RegExp(`^ *(?:${plainKey} *:|['"])`);
const loneDash = /-(?: +#[^\n]*| *)\n/y;
const itemStart = /- +[^-#\s]/y;
/** A mapping that begins on the line of its dash. */
const mappingItem = new RegExp(String.raw`- ${plainKey} *:(?: |\n)`, 'y');
