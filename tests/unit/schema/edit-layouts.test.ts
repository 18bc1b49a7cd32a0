import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits, setValueEdits } from '@/lib/domain/schema/edit-source';
import { isJsonObject, type Json, type JsonObject } from '@/lib/domain/schema/json';
import { appendPointer, fromPointer } from '@/lib/domain/schema/pointer';
import { readSource } from '@/lib/domain/schema/read-source';
import type { SchemaSource } from '@/lib/domain/schema/types';
import { type Layout, layouts } from './layout-arbitraries';

const readable = layouts.filter(({ text }) => {
  const { source, findings } = readSource(text);
  return source !== null && findings.length === 0;
});
const values = fc.constantFrom<Json>(
  'text',
  'two\nlines\n',
  'no break\nat the end',
  'kept breaks\n\n',
  ' starts with a blank\n',
  'word '.repeat(40).trim(),
  7,
  null,
  {},
  ['a', { b: 1 }],
  { type: 'string', description: 'How: by # hand' },
  { type: 'object', description: 'two\nlines\n' },
  { description: 'word '.repeat(40).trim(), enum: ['kept\n\n', 'kept\n\n'] },
);

function read(text: string): SchemaSource {
  const { source, findings } = readSource(text);
  if (!source || findings.length > 0) throw new Error(`${JSON.stringify(findings)}\n${text}`);
  return source;
}

/** Pointers of everything below the root, and of what could be added to mappings and lists. */
function pointersOf(value: Json): { old: string[]; added: string[] } {
  const found = { old: [] as string[], added: [] as string[] };
  const visit = (node: Json, pointer: string): void => {
    if (pointer !== '') found.old.push(pointer);
    if (Array.isArray(node)) found.added.push(`${pointer}/-`);
    if (isJsonObject(node)) found.added.push(`${pointer}/new`, `${pointer}/new/~1deep: er`);
    if (typeof node !== 'object' || node === null) return;
    for (const [key, child] of Object.entries(node)) visit(child as Json, appendPointer(pointer, key));
  };
  visit(value, '');
  return found;
}

/** The value with one change, and nothing else: aliases are values of their own. */
function withValue(root: Json, pointer: string, value: Json): Json {
  const copy = JSON.parse(JSON.stringify(root)) as Json;
  const segments = fromPointer(pointer);
  const last = segments.pop() as string;
  let holder = copy as Record<string, Json>;
  for (const segment of segments) {
    holder[segment] ??= {};
    holder = holder[segment] as Record<string, Json>;
  }
  if (Array.isArray(holder) && last === '-') holder.push(value);
  else holder[last] = value;
  return copy;
}

/** The lines that went, as numbers of the old text: what both texts start and end with is left out. */
function removedLines(before: string, after: string): { first: number; last: number } {
  const [old, now] = [before.split(/\r?\n/), after.split(/\r?\n/)];
  let same = 0;
  while (same < Math.min(old.length, now.length) && old[same] === now[same]) same += 1;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - same && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  return { first: same + 1, last: old.length - tail };
}

/** The line of the key of what stands at a pointer, or of its dash. */
function firstLineOf(source: SchemaSource, pointer: string): number {
  const key = source.rangeOf(pointer, 'key');
  if (key) return key.start.line;
  const before = source.text.slice(0, source.rangeOf(pointer)?.start.offset);
  return before.replace(/(?:\s|# note \d+ #)+$/, '').split('\n').length;
}

/** The last line of what stands at a pointer. */
function lastLineOf(source: SchemaSource, pointer: string): number {
  const value = fromPointer(pointer).reduce<Json>(
    (node, key) => (node as JsonObject)[key] as Json,
    source.value,
  );
  const all = [pointer, ...pointersOf(value).old.map((below) => pointer + below)];
  return Math.max(...all.map((each) => source.rangeOf(each)?.end.line ?? 0));
}

/** The comments that stand in a part of the text. */
function notesIn(text: string): string[] {
  return text.match(/# note \d+ #/g) ?? [];
}

/** Where a value ends: a block with its last line and the comment there, all else where it does itself. */
function endOfOld(source: SchemaSource, pointer: string): number {
  const { text } = source;
  const range = source.rangeOf(pointer);
  const [start, end] = [range?.start.offset ?? 0, range?.end.offset ?? 0];
  const value = fromPointer(pointer).reduce<Json>(
    (node, key) => (node as JsonObject)[key] as Json,
    source.value,
  );
  const isBlock = typeof value === 'object' && value !== null && !/[{[*]/.test(text.charAt(start));
  return isBlock ? end + text.slice(end).search(/[\r\n]|$/) : end;
}

function isShared(text: string): boolean {
  return text.includes('*a');
}

test('a value that is put in the place of another changes that one alone', () => {
  fc.assert(
    fc.property(readable, values, fc.nat(), ({ text }: Layout, value, choice) => {
      const source = read(text);
      const { old } = pointersOf(source.value);
      const pointer = old[choice % old.length] as string;
      const edits = setValueEdits(source, pointer, value);
      if (edits.length === 0) {
        expect(isShared(text)).toBe(true);
        return;
      }
      const after = applyEdits(text, edits);
      expect(read(after).value).toEqual(withValue(source.value, pointer, value));
      const range = source.rangeOf(pointer);
      const kept = text.slice(0, range?.start.offset) + text.slice(endOfOld(source, pointer));
      expect(notesIn(after)).toEqual(expect.arrayContaining(isShared(text) ? [] : notesIn(kept)));
      const { first, last } = removedLines(text, after);
      if (first > last || isShared(text)) return;
      expect(first).toBeGreaterThanOrEqual(firstLineOf(source, pointer));
      expect(last).toBeLessThanOrEqual(lastLineOf(source, pointer));
    }),
    { numRuns: 3_000, seed: 5 },
  );
}, 120_000);

test('what is added leaves every line as it is, but that of the brackets it is put into', () => {
  fc.assert(
    fc.property(readable, values, fc.nat(), ({ text, comments }: Layout, value, choice) => {
      const source = read(text);
      const { added } = pointersOf(source.value);
      const pointer = added[choice % added.length] as string;
      const edits = setValueEdits(source, pointer, value);
      if (edits.length === 0) {
        expect(isShared(text)).toBe(true);
        return;
      }
      const after = applyEdits(text, edits);
      expect(read(after).value).toEqual(withValue(source.value, pointer, value));
      expect(new Set(notesIn(after)).size).toBe(comments);
      const { first, last } = removedLines(text, after);
      const holder = source.rangeOf(pointer.replace(/(?:\/new\/.*|\/[^/]*)$/, ''));
      const isFlow = /[{[]/.test(text.charAt(holder?.start.offset ?? 0));
      expect(last - first + 1).toBeLessThanOrEqual(isFlow ? 1 : 0);
    }),
    { numRuns: 3_000, seed: 6 },
  );
}, 120_000);
