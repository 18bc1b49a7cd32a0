import type { Position, Range } from '../../findings/finding';

/** Turns offsets into lines and columns; builds its table on first use. */
export interface LineMap {
  position(offset: number): Position;
  range(start: number, end: number): Range;
}

export function createLineMap(text: string): LineMap {
  let starts: number[] | null = null;
  const position = (offset: number): Position => {
    starts ??= lineStarts(text);
    const at = Math.max(0, Math.min(offset, text.length));
    const line = lineOf(starts, at);
    return { line: line + 1, column: at - (starts[line] ?? 0) + 1, offset: at };
  };
  return { position, range: (start, end) => ({ start: position(start), end: position(end) }) };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  return starts;
}

function lineOf(starts: number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}
