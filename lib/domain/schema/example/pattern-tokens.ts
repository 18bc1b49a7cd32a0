import { refuse } from './chance';

/** A regular expression as the generator reads it: without looking ahead, and without flags. */
export type Token =
  | { type: 'group'; options: Token[][]; remember: boolean; lookahead: boolean; number: number | null }
  | { type: 'set'; parts: SetPart[]; not: boolean }
  | { type: 'repeat'; min: number; max: number; token: Token }
  | { type: 'reference'; number: number }
  | { type: 'char'; code: number }
  | { type: 'position' };

export type SetPart = { low: number; high: number } | { parts: SetPart[]; not: boolean };

const digits: SetPart[] = [{ low: 48, high: 57 }];
const words: SetPart[] = [{ low: 95, high: 95 }, { low: 97, high: 122 }, { low: 65, high: 90 }, ...digits];
const blanks: SetPart[] = [9, 10, 11, 12, 13, 32].map((code) => ({ low: code, high: code }));
const breaks: SetPart[] = [10, 13].map((code) => ({ low: code, high: code }));

/** `\w` and its like. */
const classes = new Map<string, { parts: SetPart[]; not: boolean }>([
  ['w', { parts: words, not: false }],
  ['W', { parts: words, not: true }],
  ['d', { parts: digits, not: false }],
  ['D', { parts: digits, not: true }],
  ['s', { parts: blanks, not: false }],
  ['S', { parts: blanks, not: true }],
]);

const CONTROLS = '@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^ ?';
const simple = new Map([
  ['0', 0],
  ['t', 9],
  ['n', 10],
  ['v', 11],
  ['f', 12],
  ['r', 13],
]);
const ESCAPE =
  /(?<backspace>\[\\b\])|(?<escaped>\\)?\\(?:u(?<unicode>[A-F0-9]{4})|x(?<hex>[A-F0-9]{2})|(?<octal>0?[0-7]{2})|c(?<control>[@A-Z[\\\]^?])|(?<simple>[0tnvfr]))/g;

/** Replaces escapes by the characters they stand for. */
function decodeEscapes(pattern: string): string {
  return pattern.replace(ESCAPE, (text, ...rest) => {
    const found = rest.at(-1) as Record<string, string | undefined>;
    if (found['escaped']) return text;
    const character = String.fromCharCode(codeOf(found));
    return /[[\]{}^$.|?*+()]/.test(character) ? `\\${character}` : character;
  });
}

function codeOf(found: Record<string, string | undefined>): number {
  if (found['backspace']) return 8;
  if (found['unicode']) return Number.parseInt(found['unicode'], 16);
  if (found['hex']) return Number.parseInt(found['hex'], 16);
  if (found['octal']) return Number.parseInt(found['octal'], 8);
  if (found['control']) return CONTROLS.indexOf(found['control']);
  return simple.get(found['simple'] ?? '') ?? 0;
}

interface Scan {
  /** The pattern as it was given, for the finding. */
  pattern: string;
  text: string;
  at: number;
}

type Group = Token & { type: 'group' };

/** Reads a pattern. A pattern that the generator cannot read is refused. */
export function readPattern(pattern: string): Group {
  const root: Group = { type: 'group', options: [[]], remember: false, lookahead: false, number: null };
  const open: Group[] = [root];
  const scan: Scan = { pattern, text: decodeEscapes(pattern), at: 0 };
  while (scan.at < scan.text.length) {
    const group = open.at(-1) as Group;
    const stack = group.options.at(-1) as Token[];
    const character = scan.text.charAt(scan.at);
    scan.at += 1;
    if (character === '(') open.push(openGroup(scan, stack));
    else if (character === ')') {
      if (open.length === 1) refuse('pattern', [], pattern);
      open.pop();
    } else if (character === '|') group.options.push([]);
    else if (!repeatLast(character, scan, stack)) stack.push(readToken(character, scan));
  }
  if (open.length > 1) refuse('pattern', [], pattern);
  return root;
}

function openGroup(scan: Scan, stack: Token[]): Group {
  const group: Group = { type: 'group', options: [[]], remember: true, lookahead: false, number: null };
  if (scan.text[scan.at] === '?') {
    const kind = scan.text.charAt(scan.at + 1);
    if (!'=!:'.includes(kind) || kind === '') refuse('pattern', [], scan.pattern);
    group.lookahead = kind !== ':';
    group.remember = false;
    scan.at += 2;
  }
  stack.push(group);
  return group;
}

/** Reads `{1,3}`, `?`, `+` or `*` for the token before it. */
function repeatLast(character: string, scan: Scan, stack: Token[]): boolean {
  let bounds: [number, number] | null = null;
  if (character === '?') bounds = [0, 1];
  else if (character === '+') bounds = [1, Number.POSITIVE_INFINITY];
  else if (character === '*') bounds = [0, Number.POSITIVE_INFINITY];
  else if (character === '{') bounds = readCounts(scan);
  if (!bounds) return false;
  const token = stack.pop();
  if (!token) return refuse('pattern', [], scan.pattern);
  stack.push({ type: 'repeat', min: bounds[0], max: bounds[1], token });
  return true;
}

function readCounts(scan: Scan): [number, number] | null {
  const match = /^(\d+)(,(\d+)?)?\}/.exec(scan.text.slice(scan.at));
  if (!match) return null;
  scan.at += match[0].length;
  const min = Number(match[1]);
  if (!match[2]) return [min, min];
  return [min, match[3] ? Number(match[3]) : Number.POSITIVE_INFINITY];
}

function readToken(character: string, scan: Scan): Token {
  if (character === '^' || character === '$') return { type: 'position' };
  if (character === '.') return { type: 'set', parts: breaks, not: true };
  if (character === '[') return readSet(scan);
  if (character !== '\\') return { type: 'char', code: character.charCodeAt(0) };
  const next = scan.text.charAt(scan.at);
  scan.at += 1;
  if (next === '') refuse('pattern', [], scan.pattern);
  const set = classes.get(next);
  if (set) return { type: 'set', ...set };
  if (next === 'b' || next === 'B') return { type: 'position' };
  if (/\d/.test(next)) return { type: 'reference', number: Number(next) };
  return { type: 'char', code: next.charCodeAt(0) };
}

const SET_PART = /\\([wdsWDS])|(?:\\(.)|([^\]\\]))-\\?([^\]])|(\])|\\?([\s\S])/y;

function readSet(scan: Scan): Token {
  const not = scan.text[scan.at] === '^';
  if (not) scan.at += 1;
  const parts: SetPart[] = [];
  for (;;) {
    SET_PART.lastIndex = scan.at;
    const match = SET_PART.exec(scan.text);
    if (!match) return refuse('pattern', [], scan.pattern);
    scan.at = SET_PART.lastIndex;
    if (match[5]) return { type: 'set', parts, not };
    parts.push(setPart(match, scan));
  }
}

function setPart(match: RegExpExecArray, scan: Scan): SetPart {
  const named = classes.get(match[1] ?? '');
  if (named) return named;
  const from = match[2] ?? match[3];
  const low = (from ?? match[6] ?? '').charCodeAt(0);
  const high = from === undefined ? low : (match[4] ?? '').charCodeAt(0);
  if (high < low) refuse('pattern', [], scan.pattern);
  return { low, high };
}
