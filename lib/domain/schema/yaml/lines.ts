import { LF, SPACE } from './characters';

/** Finds the expression just there; it must be sticky, and its `lastIndex` is behind what it found. */
export function match(line: RegExp, text: string, at: number): RegExpExecArray | null {
  line.lastIndex = at;
  return line.exec(text);
}

const emptyLines = /(?: *(?:#[^\n]*)?\n)*/y;

/** The next line that holds more than blanks and a comment. `at` is the start of a line. */
export function skipEmpty(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code !== SPACE && code !== 0x23 && code !== LF) return at;
  emptyLines.lastIndex = at;
  emptyLines.test(text);
  return emptyLines.lastIndex;
}

/** How many blanks stand there. */
export function indentAt(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === SPACE) end += 1;
  return end - at;
}

/** Whether the line that starts there is deeper than `indent`; the end is not. */
export function isDeeper(text: string, at: number, indent: number): boolean {
  return at < text.length && indentAt(text, at) > indent;
}

/** Whether an item of a list stands there. */
export function isDash(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 0x2d) return false;
  const next = text.charCodeAt(at + 1);
  return next === SPACE || next === LF;
}

export function endOfLine(text: string, at: number): number {
  return text.indexOf('\n', at) + 1;
}

const ends: RegExp[] = [];

/** Where the next line starts that is not deeper than `indent`. `from` is the start of a line. */
export function endOfBlock(text: string, from: number, indent: number): number {
  ends[indent] ??= new RegExp(`\\n {0,${indent}}(?=[^ \\n])`, 'g');
  const end = ends[indent];
  end.lastIndex = from - 1;
  const found = end.exec(text);
  return found === null ? text.length : found.index + 1;
}
