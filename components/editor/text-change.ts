import type { TextEdit } from '@/lib/domain/findings/finding';

/**
 * The smallest single replacement that turns one text into the other, so that cursor, folds and undo history survive a
 * change that comes from outside. Null where the texts are equal. Never cuts a CRLF or a surrogate pair in two.
 */
export function smallestEdit(before: string, after: string): TextEdit | null {
  if (before === after) return null;
  const limit = Math.min(before.length, after.length);
  let start = 0;
  while (start < limit && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  while (start > 0 && (splitsPair(before, start) || splitsPair(after, start))) start--;
  let tail = 0;
  const room = limit - start;
  while (
    tail < room &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  while (tail > 0 && (splitsPair(before, before.length - tail) || splitsPair(after, after.length - tail)))
    tail--;
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}

function splitsPair(text: string, index: number): boolean {
  if (index <= 0 || index >= text.length) return false;
  const left = text.charCodeAt(index - 1);
  const right = text.charCodeAt(index);
  if (left === 13 && right === 10) return true;
  return left >= 0xd800 && left <= 0xdbff && right >= 0xdc00 && right <= 0xdfff;
}

/** Line and column, both from 1, of an offset; an offset beyond the text is its end. Lines end with LF, CRLF or CR. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, Math.max(0, offset));
  let line = 1;
  let lineStart = 0;
  for (let index = 0; index < before.length; index++) {
    const code = before.charCodeAt(index);
    const endsLine = code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10);
    if (!endsLine) continue;
    line++;
    lineStart = index + 1;
  }
  return { line, column: before.length - lineStart + 1 };
}
