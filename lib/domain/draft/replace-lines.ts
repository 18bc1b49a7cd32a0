import type { LineRange } from '../review/carry-lines';

/**
 * Puts a text in the place of whole lines (counted from 1, both ends inclusive). Line breaks follow the text around
 * them; an empty replacement removes the lines.
 */
export function replaceLines(text: string, { startLine, endLine }: LineRange, replacement: string): string {
  const starts = lineStarts(text);
  const start = starts[startLine - 1] ?? text.length;
  const end = starts[endLine] ?? text.length;
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const body = replacement.replace(/\r\n|\r|\n/g, lineBreak);
  if (body === '') return text.slice(0, start) + text.slice(end);
  const isBroken = body.endsWith(lineBreak) || (end === text.length && !/[\r\n]$/.test(text));
  return text.slice(0, start) + body + (isBroken ? '' : lineBreak) + text.slice(end);
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  return starts;
}
