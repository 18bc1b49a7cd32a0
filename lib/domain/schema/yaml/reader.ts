import type { Json } from '../json';
import { CR, END, isBlank, isBlankOrBreak, isBreak, LF, SPACE } from './characters';

/** A node of a source text. Offsets are in UTF-16 code units; `end` is exclusive. */
export interface SourceNode {
  start: number;
  end: number;
  value: Json;
  kind: 'scalar' | 'sequence' | 'mapping';
  /** A scalar without quotes, before its type was found: what stands in the text. */
  plain: string | null;
  /** Where the key that names this node stands; absent for the root and for list items. */
  key?: { start: number; end: number };
  /** Members by key, or items by index. */
  members: Map<string, SourceNode> | null;
  items: SourceNode[] | null;
  /** The anchored node that this alias repeats. */
  target?: SourceNode;
  /** How many nodes this one stands for, aliases counted each time. */
  weight: number;
}

/** What is wrong with a text at an offset: the name of a rule in the catalogue, and its params. */
export interface Problem {
  rule: string;
  start: number;
  end: number;
  params: Record<string, Json>;
}

/** Thrown inside the reader only, where the text cannot be read further. */
export class Unreadable extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.rule);
    this.problem = problem;
  }
}

/** Where a node may stand, after YAML's own words. */
export type Context = 'flow-in' | 'flow-out' | 'block-in' | 'block-out';

export interface ComposeOptions {
  parentIndent: number;
  context: Context;
  /** Whether the node may start on a later line. */
  seek: boolean;
  /** Whether a block collection may start on the line of its parent's indicator. */
  compact: boolean;
}

/** The state of one reading. */
export interface Reader {
  /** The text, closed by a line break where it lacks one, and a NUL. */
  readonly text: string;
  /** The length of the text as it was given. */
  readonly length: number;
  position: number;
  line: number;
  lineStart: number;
  lineIndent: number;
  depth: number;
  flowDepth: number;
  mergedKeys: number;
  readonly anchors: Map<string, SourceNode | null>;
  readonly problems: Problem[];
  /** Reads the node at the position; null where there is none. Set by `compose.ts`, which all others need. */
  readonly compose: (reader: Reader, options: ComposeOptions) => SourceNode | null;
}

/** Stops the reading. `reason` is a code that the catalogue explains. */
export function fail(reader: Reader, reason: string, at: { start?: number; end?: number } = {}): never {
  const start = at.start ?? reader.position;
  const end = at.end ?? start + 1;
  throw new Unreadable({ rule: 'invalid-yaml', start, end, params: { reason } });
}

/** A text with more problems than this is told by the first ones. */
const MAX_PROBLEMS = 100;

/** Notes a problem that does not end the reading. */
export function report(reader: Reader, problem: Problem): void {
  if (reader.problems.length < MAX_PROBLEMS) reader.problems.push(problem);
}

export function codeAt(reader: Reader, position: number): number {
  return reader.text.charCodeAt(position);
}

export function current(reader: Reader): number {
  return reader.text.charCodeAt(reader.position);
}

export function skipBreak(reader: Reader): void {
  const code = current(reader);
  if (code === CR && codeAt(reader, reader.position + 1) === LF) reader.position += 2;
  else if (isBreak(code)) reader.position += 1;
  else fail(reader, 'line-break-expected');
  reader.line += 1;
  reader.lineStart = reader.position;
}

/** Skips blanks, line breaks and, where allowed, comments. Tells how many line breaks it passed. */
export function skipSeparation(reader: Reader, allowComments: boolean): number {
  let breaks = 0;
  let code = current(reader);
  while (code !== END) {
    const from = reader.position;
    while (isBlank(code)) code = codeAt(reader, ++reader.position);
    const tabbed = breaks > 0 && reader.position > from;
    if (allowComments && code === 0x23) code = skipComment(reader);
    else if (tabbed && allowComments && reader.flowDepth === 0 && !isBreak(code) && code !== END) {
      report(reader, { rule: 'tab-indentation', start: from, end: reader.position, params: {} });
    }
    if (!isBreak(code)) break;
    skipBreak(reader);
    breaks += 1;
    code = countIndent(reader);
  }
  return breaks;
}

function skipComment(reader: Reader): number {
  let code = current(reader);
  while (code !== LF && code !== CR && code !== END) code = codeAt(reader, ++reader.position);
  return code;
}

function countIndent(reader: Reader): number {
  reader.lineIndent = 0;
  let code = current(reader);
  while (code === SPACE) {
    reader.lineIndent += 1;
    code = codeAt(reader, ++reader.position);
  }
  return code;
}

/** Tells whether `---` or `...` stands at the position, which is the start of a line. */
export function atDocumentSeparator(reader: Reader): boolean {
  const code = current(reader);
  if (code !== 0x2d && code !== 0x2e) return false;
  if (codeAt(reader, reader.position + 1) !== code || codeAt(reader, reader.position + 2) !== code)
    return false;
  const next = codeAt(reader, reader.position + 3);
  return next === END || isBlankOrBreak(next);
}

/** A scalar node. */
export function scalarNode(
  { start, end }: { start: number; end: number },
  value: Json,
  plain: string | null = null,
): SourceNode {
  return { start, end, value, kind: 'scalar', plain, members: null, items: null, weight: 1 };
}
