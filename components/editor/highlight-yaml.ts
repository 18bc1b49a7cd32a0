import type { SyntaxKind } from './syntax';

/** A stretch of one line, with what it is. */
export interface SyntaxToken {
  kind: SyntaxKind;
  text: string;
}

/** What the lines above leave behind: a quoted or block scalar that goes on, or nothing. */
type Carry =
  | { kind: 'none' }
  | { kind: 'quoted'; quote: '"' | "'" }
  | { kind: 'block'; indent: number; content: number | null };

const NUMBER = /^[-+]?(?:0x[0-9a-f]+|0o[0-7]+|\.?\d[\d_]*(?:\.\d*)?(?:e[-+]?\d+)?|\.inf)$/i;
const CONSTANT = /^(?:true|false|null|~|\.nan)$/i;

/**
 * Splits a YAML text into lines of coloured tokens. Joined together, a line's tokens are the line, whatever the text
 * holds: this colours, it does not judge. An empty text gives one line without tokens.
 * It takes time linear in the length of the text, since the text comes from anybody.
 */
export function highlightYaml(text: string): SyntaxToken[][] {
  let carry: Carry = { kind: 'none' };
  return splitLines(text).map((line) => {
    const reader = new LineReader(line);
    carry = readLine(reader, carry);
    return reader.tokens;
  });
}

/** The lines of a text as editors count them: ended by LF, CRLF or CR. */
export function splitLines(text: string): string[] {
  return text.split(/\r\n|\r|\n/);
}

function readLine(reader: LineReader, carry: Carry): Carry {
  if (carry.kind === 'quoted') {
    if (!reader.quoted(carry.quote, false)) return carry;
    return readNodes(reader);
  }
  if (carry.kind === 'block') {
    const indent = reader.indentation();
    const blank = indent === reader.line.length;
    const needed = carry.content ?? carry.indent + 1;
    if (blank || indent >= needed) {
      reader.take(reader.line.length, 'string');
      return blank ? carry : { ...carry, content: carry.content ?? indent };
    }
  }
  if (/^(?:---|\.\.\.)(?:\s|$)/.test(reader.line)) reader.take(3, 'punctuation');
  else if (reader.line.startsWith('%')) reader.take(reader.line.length, 'comment');
  return readNodes(reader);
}

/** Reads what is left of a line that starts outside any scalar. */
function readNodes(reader: LineReader): Carry {
  let indent = reader.at === 0 ? reader.indentation() : 0;
  while (!reader.done()) {
    reader.space();
    const char = reader.peek();
    if (char === '') break;
    if (reader.startsComment()) {
      reader.take(reader.line.length, 'comment');
    } else if (/^[-?:](?:\s|$)/.test(reader.rest(2))) {
      if (char === '-' && reader.onlyDashesSoFar()) indent = reader.at;
      reader.take(1, 'punctuation');
    } else if ('[]{},'.includes(char)) {
      reader.flow(char);
    } else if (char === '"' || char === "'") {
      if (!reader.quoted(char, true)) return { kind: 'quoted', quote: char };
    } else if ((char === '|' || char === '>') && /^[|>][-+0-9]{0,2}(?:\s|$)/.test(reader.rest(4))) {
      reader.word('punctuation');
      return readBlockHeader(reader, indent);
    } else if (char === '&' || char === '*' || char === '!') {
      reader.word('reference');
    } else {
      reader.plain();
    }
  }
  return { kind: 'none' };
}

function readBlockHeader(reader: LineReader, indent: number): Carry {
  reader.space();
  if (reader.startsComment()) reader.take(reader.line.length, 'comment');
  else reader.take(reader.line.length, 'plain');
  return { kind: 'block', indent, content: null };
}

class LineReader {
  readonly tokens: SyntaxToken[] = [];
  at = 0;
  private depth = 0;
  private sawNode = false;

  constructor(readonly line: string) {}

  done(): boolean {
    return this.at >= this.line.length;
  }

  peek(): string {
    return this.line.charAt(this.at);
  }

  rest(length: number): string {
    return this.line.slice(this.at, this.at + length);
  }

  indentation(): number {
    return this.line.length - this.line.trimStart().length;
  }

  onlyDashesSoFar(): boolean {
    return !this.sawNode;
  }

  startsComment(): boolean {
    return this.peek() === '#' && (this.at === 0 || /\s/.test(this.line.charAt(this.at - 1)));
  }

  /** Takes everything up to an index as one token, joined to the token before it when that is of the same kind. */
  take(length: number, kind: SyntaxKind): void {
    const text = this.line.slice(this.at, this.at + length);
    if (text === '') return;
    this.at += text.length;
    if (kind !== 'plain' || text.trim() !== '') this.sawNode ||= kind !== 'punctuation';
    const last = this.tokens.at(-1);
    if (last?.kind === kind) last.text += text;
    else this.tokens.push({ kind, text });
  }

  space(): void {
    let end = this.at;
    while (end < this.line.length && /\s/.test(this.line.charAt(end))) end++;
    this.take(end - this.at, 'plain');
  }

  word(kind: SyntaxKind): void {
    let end = this.at + 1;
    while (end < this.line.length && !/[\s,[\]{}]/.test(this.line.charAt(end))) end++;
    this.take(end - this.at, kind);
  }

  flow(char: string): void {
    if (char === '[' || char === '{') this.depth++;
    if (char === ']' || char === '}') this.depth = Math.max(0, this.depth - 1);
    this.take(1, 'punctuation');
  }

  /** Takes a quoted scalar; false where the line ends inside it. */
  quoted(quote: '"' | "'", opening: boolean): boolean {
    let end = this.at + (opening ? 1 : 0);
    while (end < this.line.length) {
      const char = this.line.charAt(end);
      if (char === '\\' && quote === '"') end++;
      else if (char === quote && quote === "'" && this.line.charAt(end + 1) === "'") end++;
      else if (char === quote) break;
      end++;
    }
    const closed = end < this.line.length;
    const length = (closed ? end + 1 : this.line.length) - this.at;
    const isKey = closed && opening && /^\s{0,8}:(?:\s|$)/.test(this.line.slice(end + 1, end + 11));
    this.take(length, isKey ? 'key' : 'string');
    return closed;
  }

  /** Takes a plain scalar: a key where `: ` follows it, else a value coloured by what it reads as. */
  plain(): void {
    let end = this.at;
    while (end < this.line.length && !this.endsPlain(end)) end++;
    const text = this.line.slice(this.at, end).trimEnd();
    const isKey = this.line.charAt(end) === ':';
    this.take(Math.max(1, text.length), isKey ? 'key' : valueKind(text));
  }

  private endsPlain(index: number): boolean {
    const char = this.line.charAt(index);
    const next = this.line.charAt(index + 1);
    if (char === ':') return next === '' || /\s/.test(next) || (this.depth > 0 && ',[]{}'.includes(next));
    if (char === '#') return index > this.at && /\s/.test(this.line.charAt(index - 1));
    return this.depth > 0 && ',[]{}'.includes(char);
  }
}

function valueKind(text: string): SyntaxKind {
  if (text.length > 40) return 'string';
  if (NUMBER.test(text)) return 'number';
  if (CONSTANT.test(text)) return 'constant';
  return 'string';
}
