/** Whole lines of a text, counted from 1; both ends belong to it, and `start` is never greater than `end`. */
export interface LineRange {
  start: number;
  end: number;
}

/** The range between two lines, whichever comes first. */
export function lineRange(one: number, other: number): LineRange {
  return { start: Math.min(one, other), end: Math.max(one, other) };
}

/** Tells whether a line lies in the range; no range holds no line. */
export function holdsLine(range: LineRange | null, line: number): boolean {
  return range !== null && line >= range.start && line <= range.end;
}

/** The range as people write it: “line 12” or “lines 12–20”. */
export function describeLines(range: LineRange): string {
  return range.start === range.end ? `line ${range.start}` : `lines ${range.start}–${range.end}`;
}

/** What a key pressed on a line number asks for. */
export interface LineMove {
  /** The line that gets the focus. */
  focus: number;
  /** The new selection; undefined leaves it as it is, null clears it. */
  select?: LineRange | null;
}

/**
 * Keyboard selection of lines: arrows, Home and End move, with Shift they extend from the anchor, Space selects, and
 * Escape clears. Null for any other key, so that the browser keeps it.
 */
export function moveByKey(
  key: string,
  shift: boolean,
  at: { line: number; anchor: number; last: number },
): LineMove | null {
  if (key === 'Escape') return { focus: at.line, select: null };
  if (key === ' ')
    return { focus: at.line, select: shift ? lineRange(at.anchor, at.line) : lineRange(at.line, at.line) };
  const target = targetOf(key, at.line, at.last);
  if (target === null) return null;
  return shift ? { focus: target, select: lineRange(at.anchor, target) } : { focus: target };
}

function targetOf(key: string, line: number, last: number): number | null {
  switch (key) {
    case 'ArrowUp':
      return Math.max(1, line - 1);
    case 'ArrowDown':
      return Math.min(last, line + 1);
    case 'PageUp':
      return Math.max(1, line - 20);
    case 'PageDown':
      return Math.min(last, line + 20);
    case 'Home':
      return 1;
    case 'End':
      return last;
    default:
      return null;
  }
}
