import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replaceLines } from '@/lib/domain/draft/replace-lines';

describe('replacing lines', () => {
  it('puts the text between what stands around it', () => {
    expect(replaceLines('a\nb\nc\n', { startLine: 2, endLine: 2 }, 'x\ny')).toBe('a\nx\ny\nc\n');
    expect(replaceLines('a\nb\nc\n', { startLine: 1, endLine: 3 }, 'x\n')).toBe('x\n');
    expect(replaceLines('a\nb', { startLine: 2, endLine: 2 }, 'x')).toBe('a\nx');
    expect(replaceLines('a\r\nb\r\nc\r\n', { startLine: 2, endLine: 2 }, 'x\ny')).toBe(
      'a\r\nx\r\ny\r\nc\r\n',
    );
    expect(replaceLines('a\nb\nc\n', { startLine: 2, endLine: 3 }, '')).toBe('a\n');
  });

  it('leaves every other line as it was', () => {
    const lines = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', ' ', ':') }), {
      minLength: 1,
      maxLength: 12,
    });
    const check = fc.property(lines, lines, fc.nat(), fc.nat(), (old, replacement, first, size) => {
      const start = (first % old.length) + 1;
      const end = Math.min(old.length, start + (size % 3));
      fc.pre(replacement.join('') !== '');
      const text = replaceLines(
        `${old.join('\n')}\n`,
        { startLine: start, endLine: end },
        replacement.join('\n'),
      );
      const rest = text.split('\n');
      expect(rest.slice(0, start - 1)).toEqual(old.slice(0, start - 1));
      expect(rest.slice(rest.length - 1 - (old.length - end), -1)).toEqual(old.slice(end));
    });
    fc.assert(check);
  });
});
