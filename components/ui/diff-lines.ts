import { diffLines, diffWordsWithSpace } from 'diff';

/** A stretch of a line; `changed` where it differs from the line it stands against. */
export interface Piece {
  text: string;
  changed: boolean;
}

export interface DiffSide {
  /** Counted from 1. */
  number: number;
  pieces: Piece[];
}

/** One row of a comparison. A changed line is one row with both sides, which differ. */
export interface DiffRow {
  kind: 'same' | 'changed' | 'added' | 'removed';
  old: DiffSide | null;
  new: DiffSide | null;
}

export interface DiffResult {
  rows: DiffRow[];
  added: number;
  removed: number;
  /** The texts differ too much to be compared line by line: all of one, then all of the other. */
  abandoned: boolean;
}

const MAX_EDITS = 4000;
const MAX_WORD_LINE = 600;
const MAX_WORD_EDITS = 200;

function toLines(text: string): string[] {
  if (text === '') return [];
  return text.replace(/\n$/, '').split('\n');
}

function whole(text: string): Piece[] {
  return [{ text, changed: false }];
}

/** The words in which two lines differ; without marks where the lines have little in common. */
function comparePieces(before: string, after: string): [Piece[], Piece[]] {
  if (before.length > MAX_WORD_LINE || after.length > MAX_WORD_LINE) return [whole(before), whole(after)];
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MAX_WORD_EDITS });
  if (!changes) return [whole(before), whole(after)];
  const kept = changes.reduce(
    (sum, change) => (change.added || change.removed ? sum : sum + change.value.trim().length),
    0,
  );
  if (kept * 3 < Math.max(before.trim().length, after.trim().length)) return [whole(before), whole(after)];
  const pick = (other: 'added' | 'removed') =>
    changes
      .filter((change) => !change[other])
      .map((change) => ({ text: change.value, changed: Boolean(change.added || change.removed) }));
  return [pick('added'), pick('removed')];
}

/** Collects rows and counts lines while a comparison is read from top to bottom. */
class RowWriter {
  readonly rows: DiffRow[] = [];
  added = 0;
  removed = 0;
  private oldNumber = 0;
  private newNumber = 0;

  replace(gone: string[], come: string[]): void {
    this.removed += gone.length;
    this.added += come.length;
    for (let i = 0; i < Math.max(gone.length, come.length); i += 1) this.row(gone[i], come[i]);
  }

  keep(lines: string[]): void {
    for (const line of lines) {
      const pieces = whole(line);
      this.rows.push({
        kind: 'same',
        old: { number: ++this.oldNumber, pieces },
        new: { number: ++this.newNumber, pieces },
      });
    }
  }

  private row(gone: string | undefined, come: string | undefined): void {
    const both = gone !== undefined && come !== undefined;
    const [before, after] = both ? comparePieces(gone, come) : [whole(gone ?? ''), whole(come ?? '')];
    this.rows.push({
      kind: both ? 'changed' : gone === undefined ? 'added' : 'removed',
      old: gone === undefined ? null : { number: ++this.oldNumber, pieces: before },
      new: come === undefined ? null : { number: ++this.newNumber, pieces: after },
    });
  }
}

/** Compares two texts line by line, and changed lines word by word. Bounded in time for any two texts. */
export function compareTexts(before: string, after: string): DiffResult {
  const changes = diffLines(before, after, { maxEditLength: MAX_EDITS, ignoreNewlineAtEof: true });
  const writer = new RowWriter();
  if (!changes) {
    writer.replace(toLines(before), []);
    writer.replace([], toLines(after));
    return { rows: writer.rows, added: writer.added, removed: writer.removed, abandoned: true };
  }
  let gone: string[] = [];
  for (const change of changes) {
    const lines = toLines(change.value);
    if (change.removed) {
      gone = lines;
      continue;
    }
    writer.replace(gone, change.added ? lines : []);
    gone = [];
    if (!change.added) writer.keep(lines);
  }
  writer.replace(gone, []);
  return { rows: writer.rows, added: writer.added, removed: writer.removed, abandoned: false };
}

/** Rows to show, or a number of equal rows left out. */
export type DiffChunk = { hidden: false; rows: DiffRow[] } | { hidden: true; from: number; rows: DiffRow[] };

/** Folds stretches of equal rows further than `context` rows from any change. `context` null folds nothing. */
export function foldRows(rows: DiffRow[], context: number | null): DiffChunk[] {
  if (context === null) return [{ hidden: false, rows }];
  const near = new Uint8Array(rows.length);
  rows.forEach((row, index) => {
    if (row.kind === 'same') return;
    near.fill(1, Math.max(0, index - context), Math.min(rows.length, index + context + 1));
  });
  const chunks: DiffChunk[] = [];
  let start = 0;
  while (start < rows.length) {
    let end = start;
    while (end < rows.length && near[end] === near[start]) end += 1;
    const part = rows.slice(start, end);
    // One line hidden behind a line that says so would save nothing.
    const hidden = near[start] === 0 && part.length > 1;
    chunks.push(hidden ? { hidden, from: start, rows: part } : { hidden: false, rows: part });
    start = end;
  }
  return chunks;
}
