import { END, isBlank, isBreak, nonPrintable, SPACE } from './characters';
import { codeAt, current, fail, type Reader, type SourceNode, scalarNode, skipBreak } from './reader';

type Chomping = 'clip' | 'strip' | 'keep';

interface Header {
  folding: boolean;
  chomping: Chomping;
  /** The indentation of the text; found from its first line unless the header says it. */
  indent: number;
  indentKnown: boolean;
}

/** Reads a `|` or `>` scalar; null where none starts here. */
export function readBlockScalar(reader: Reader, nodeIndent: number): SourceNode | null {
  const indicator = current(reader);
  if (indicator !== 0x7c && indicator !== 0x3e) return null;
  const start = reader.position;
  const header = readHeader(reader, nodeIndent, indicator === 0x3e);
  return readText(reader, header, start);
}

function readHeader(reader: Reader, nodeIndent: number, folding: boolean): Header {
  const header: Header = { folding, chomping: 'clip', indent: nodeIndent, indentKnown: false };
  for (reader.position += 1; ; reader.position += 1) {
    const code = current(reader);
    if (code === 0x2b || code === 0x2d) {
      if (header.chomping !== 'clip') fail(reader, 'bad-block-header');
      header.chomping = code === 0x2b ? 'keep' : 'strip';
    } else if (code >= 0x30 && code <= 0x39) {
      if (code === 0x30 || header.indentKnown) fail(reader, 'bad-block-header');
      header.indent = nodeIndent + (code - 0x30) - 1;
      header.indentKnown = true;
    } else break;
  }
  if (isBlank(current(reader))) {
    while (isBlank(current(reader))) reader.position += 1;
    if (current(reader) === 0x23)
      while (!isBreak(current(reader)) && current(reader) !== END) reader.position += 1;
  }
  return header;
}

function readText(reader: Reader, header: Header, start: number): SourceNode {
  let result = '';
  let end = reader.position;
  let empty = 0;
  let begun = false;
  let afterIndented = false;
  while (current(reader) !== END) {
    skipBreak(reader);
    const code = enterLine(reader, header);
    if (isBreak(code)) {
      empty += 1;
      continue;
    }
    if (reader.lineIndent < header.indent) {
      if (header.chomping === 'keep') result += '\n'.repeat(begun ? 1 + empty : empty);
      else if (header.chomping === 'clip' && begun) result += '\n';
      break;
    }
    const indented = isBlank(code);
    result += breaksBefore({ header, indented, afterIndented, begun, empty });
    afterIndented = header.folding && indented;
    begun = true;
    header.indentKnown = true;
    empty = 0;
    const from = reader.position;
    while (!isBreak(current(reader)) && current(reader) !== END) reader.position += 1;
    end = reader.position;
    const line = reader.text.slice(from, end);
    if (nonPrintable.test(line)) fail(reader, 'control-character', { start: from, end });
    result += line;
  }
  return scalarNode({ start, end }, result);
}

function enterLine(reader: Reader, header: Header): number {
  reader.lineIndent = 0;
  let code = current(reader);
  while ((!header.indentKnown || reader.lineIndent < header.indent) && code === SPACE) {
    reader.lineIndent += 1;
    code = codeAt(reader, ++reader.position);
  }
  if (!header.indentKnown && reader.lineIndent > header.indent) header.indent = reader.lineIndent;
  return code;
}

interface LineState {
  header: Header;
  /** This line starts with a blank beyond the indentation: it is not folded. */
  indented: boolean;
  afterIndented: boolean;
  begun: boolean;
  empty: number;
}

/** What stands in the value between the last line and this one. */
function breaksBefore({ header, indented, afterIndented, begun, empty }: LineState): string {
  if (!header.folding || indented) return '\n'.repeat(begun ? 1 + empty : empty);
  if (afterIndented) return '\n'.repeat(empty + 1);
  if (empty === 0) return begun ? ' ' : '';
  return '\n'.repeat(empty);
}
