import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carryLines } from '@/lib/domain/review/carry-lines';

const text = 'a\nb\nc\nd\ne';

test.each([
  ['nothing changed', text, { startLine: 2, endLine: 3 }],
  ['lines came before', 'x\ny\na\nb\nc\nd\ne', { startLine: 4, endLine: 5 }],
  ['lines before went', 'b\nc\nd\ne', { startLine: 1, endLine: 2 }],
  ['lines came after', 'a\nb\nc\nx\nd\ne', { startLine: 2, endLine: 3 }],
  ['a line came in between', 'a\nb\nx\nc\nd\ne', { startLine: 2, endLine: 4 }],
  ['both neighbours changed', 'A\nb\nc\nD\ne', { startLine: 2, endLine: 3 }],
  ['the line endings changed', 'x\r\na\r\nb\r\nc\r\nd\r\ne', { startLine: 3, endLine: 4 }],
  ['a line of it changed', 'a\nb\nC\nd\ne', 'outdated'],
  ['a line of it went', 'a\nc\nd\ne', 'outdated'],
  ['everything went', '', 'outdated'],
])('lines 2 to 3, when %s', (_name, newText, expected) => {
  expect(carryLines(text, newText, { startLine: 2, endLine: 3 })).toEqual(expected);
});

test.each([
  [0, 1],
  [2, 1],
  [5, 6],
  [1.5, 2],
  [Number.NaN, 1],
])('a range that is none of the text is outdated: %s to %s', (startLine, endLine) => {
  expect(carryLines(text, text, { startLine, endLine })).toBe('outdated');
});

const lines = fc.array(fc.constantFrom('a', 'b', 'c', '', '}'), { minLength: 1, maxLength: 30 });

test('a carried range starts and ends with the same lines, and holds all of them in order', () => {
  fc.assert(
    fc.property(lines, lines, fc.nat(), fc.nat(), (before, after, from, length) => {
      const startLine = (from % before.length) + 1;
      const endLine = Math.min(before.length, startLine + (length % 5));
      const carried = carryLines(before.join('\n'), after.join('\n'), { startLine, endLine });
      if (carried === 'outdated') return;
      const old = before.slice(startLine - 1, endLine);
      const now = after.slice(carried.startLine - 1, carried.endLine);
      expect([now[0], now.at(-1)]).toEqual([old[0], old.at(-1)]);
      let at = 0;
      for (const line of now) if (line === old[at]) at += 1;
      expect(at).toBe(old.length);
    }),
  );
});

test('a range survives any lines put before and after it', () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const marked = ['first of all', 'second of all'];
      const carried = carryLines(marked.join('\n'), [...before, ...marked, ...after].join('\n'), {
        startLine: 1,
        endLine: 2,
      });
      expect(carried).toEqual({ startLine: before.length + 1, endLine: before.length + 2 });
    }),
  );
});

test('huge texts are matched by their unique lines, in bounded time', () => {
  const many = Array.from({ length: 60_000 }, (_, index) => (index % 2 ? 'same' : `line ${index}`));
  const changed = ['new first', ...many.map((line) => (line === 'line 2' ? 'line two' : line)), 'new last'];
  expect(carryLines(many.join('\n'), changed.join('\n'), { startLine: 40_001, endLine: 40_001 })).toEqual({
    startLine: 40_002,
    endLine: 40_002,
  });
  const hostile = carryLines('x\n'.repeat(200_000), `y\n${'x\n'.repeat(150_000)}z`, {
    startLine: 100_000,
    endLine: 100_000,
  });
  expect(hostile).toBe('outdated');
});
