import {
  END,
  isBlank,
  isBlankOrBreak,
  isBreak,
  isFlowIndicator,
  anySurrogate,
  loneSurrogate,
  nonPrintable,
  TAB,
} from './characters';
import {
  atDocumentSeparator,
  codeAt,
  current,
  fail,
  type Reader,
  type SourceNode,
  scalarNode,
  skipSeparation,
} from './reader';

/** Characters that cannot start a scalar without quotes: `#` `&` `*` `!` `|` `>` `'` `"` `%` `@` and the grave accent. */
const notFirst = new Set([0x23, 0x26, 0x2a, 0x21, 0x7c, 0x3e, 0x27, 0x22, 0x25, 0x40, 0x60]);

const simpleEscapes = new Map<number, string>([
  [0x30, '\0'],
  [0x61, '\x07'],
  [0x62, '\b'],
  [0x74, '\t'],
  [0x09, '\t'],
  [0x6e, '\n'],
  [0x76, '\v'],
  [0x66, '\f'],
  [0x72, '\r'],
  [0x65, '\x1b'],
  [0x20, ' '],
  [0x22, '"'],
  [0x2f, '/'],
  [0x5c, '\\'],
  [0x4e, '\x85'],
  [0x5f, '\xa0'],
  [0x4c, '\u2028'],
  [0x50, '\u2029'],
]);
const hexLengths = new Map<number, number>([
  [0x78, 2],
  [0x75, 4],
  [0x55, 8],
]);

/** What line breaks inside a flowing scalar mean: one is a space, each further one a line break. */
function folded(breaks: number): string {
  if (breaks === 1) return ' ';
  return breaks > 1 ? '\n'.repeat(breaks - 1) : '';
}

function captured(reader: Reader, start: number, end: number): string {
  const text = reader.text.slice(start, end);
  if (nonPrintable.test(text)) fail(reader, 'control-character', { start, end });
  return text;
}

function capturedQuoted(reader: Reader, start: number, end: number): string {
  for (let at = start; at < end; at += 1) {
    const code = codeAt(reader, at);
    if (code < 0x20 && code !== TAB) fail(reader, 'control-character', { start: at });
  }
  return reader.text.slice(start, end);
}

function startsPlain(reader: Reader, inFlow: boolean): boolean {
  const code = current(reader);
  if (code === END || isBlankOrBreak(code) || isFlowIndicator(code) || notFirst.has(code)) return false;
  if (code !== 0x3f && code !== 0x2d) return true;
  return !endsToken(codeAt(reader, reader.position + 1), inFlow);
}

function endsToken(code: number, inFlow: boolean): boolean {
  return isBlankOrBreak(code) || (inFlow && isFlowIndicator(code));
}

function endsPlain(reader: Reader, code: number, inFlow: boolean): boolean {
  if (code === 0x3a) return endsToken(codeAt(reader, reader.position + 1), inFlow);
  if (code === 0x23) return isBlankOrBreak(codeAt(reader, reader.position - 1));
  if (reader.position === reader.lineStart && atDocumentSeparator(reader)) return true;
  return inFlow && isFlowIndicator(code);
}

/** Reads a scalar without quotes; null where none starts here. */
export function readPlain(reader: Reader, indent: number, inFlow: boolean): SourceNode | null {
  if (!startsPlain(reader, inFlow)) return null;
  const start = reader.position;
  let segment = start;
  let end = start;
  let result = '';
  let code = current(reader);
  while (code !== END && !endsPlain(reader, code, inFlow)) {
    if (isBreak(code)) {
      const { line, lineStart, lineIndent } = reader;
      skipSeparation(reader, false);
      if (reader.lineIndent < indent) {
        Object.assign(reader, { position: end, line, lineStart, lineIndent });
        break;
      }
      code = current(reader);
      if (code === END || endsPlain(reader, code, inFlow)) break;
      result += captured(reader, segment, end) + folded(reader.line - line);
      segment = reader.position;
      end = segment;
      continue;
    }
    reader.position += 1;
    if (!isBlank(code)) end = reader.position;
    code = current(reader);
  }
  result += captured(reader, segment, end);
  return result === '' ? null : scalarNode({ start, end }, result, result);
}

/** Reads a scalar in single or double quotes; null where none starts here. */
export function readQuoted(reader: Reader): SourceNode | null {
  const quote = current(reader);
  if (quote !== 0x27 && quote !== 0x22) return null;
  const start = reader.position;
  reader.position += 1;
  let segment = reader.position;
  let result = '';
  for (let code = current(reader); code !== END; code = current(reader)) {
    if (code === quote) {
      result += capturedQuoted(reader, segment, reader.position);
      reader.position += 1;
      const doubled = quote === 0x27 && current(reader) === quote;
      if (!doubled) return quotedNode(reader, start, result);
      segment = reader.position;
      reader.position += 1;
    } else if (code === 0x5c && quote === 0x22) {
      result += capturedQuoted(reader, segment, reader.position) + readEscape(reader);
      segment = reader.position;
    } else if (isBreak(code)) {
      // Blanks before the line break stay: js-yaml 3 keeps them, against YAML.
      result += capturedQuoted(reader, segment, reader.position) + folded(skipSeparation(reader, false));
      segment = reader.position;
    } else if (reader.position === reader.lineStart && atDocumentSeparator(reader)) {
      break;
    } else {
      reader.position += 1;
    }
  }
  return fail(reader, 'quote-not-closed', { start, end: start + 1 });
}

function quotedNode(reader: Reader, start: number, value: string): SourceNode {
  if (anySurrogate.test(value) && loneSurrogate.test(value))
    fail(reader, 'lone-surrogate', { start, end: reader.position });
  return scalarNode({ start, end: reader.position }, value);
}

function readEscape(reader: Reader): string {
  reader.position += 1;
  const code = current(reader);
  if (isBreak(code)) {
    skipSeparation(reader, false);
    return '';
  }
  const simple = simpleEscapes.get(code);
  if (simple !== undefined) {
    reader.position += 1;
    return simple;
  }
  const length = hexLengths.get(code);
  if (length === undefined)
    return fail(reader, 'unknown-escape', { start: reader.position - 1, end: reader.position + 1 });
  const digits = reader.text.slice(reader.position + 1, reader.position + 1 + length);
  const point = Number.parseInt(digits, 16);
  if (!/^[0-9A-Fa-f]+$/.test(digits) || digits.length < length || point > 0x10ffff)
    fail(reader, 'bad-hex-escape', { start: reader.position - 1, end: reader.position + 1 + length });
  reader.position += 1 + length;
  return String.fromCodePoint(point);
}
