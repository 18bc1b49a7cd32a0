import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts, type DiffSide, foldRows } from '@/components/ui/diff-lines';

function text(side: DiffSide): string {
  return side.pieces.map((piece) => piece.text).join('');
}

const line = fc.constantFrom(
  '',
  'a',
  'b',
  'type: string',
  'type: integer',
  '  maxLength: 80',
  '  maxLength: 120',
);
const document = fc.array(line, { maxLength: 30 }).map((lines) => lines.map((one) => `${one}\n`).join(''));

describe('compareTexts', () => {
  it('shows a changed word within a changed line', () => {
    const { rows, added, removed } = compareTexts(
      'a: 1\nmaxLength: 80 # short\n',
      'a: 1\nmaxLength: 120 # short\n',
    );
    expect({ added, removed }).toEqual({ added: 1, removed: 1 });
    expect(rows.map((row) => row.kind)).toEqual(['same', 'changed']);
    expect(rows[1]?.old?.pieces.filter((piece) => piece.changed)).toEqual([{ text: '80', changed: true }]);
    expect(rows[1]?.new?.pieces.filter((piece) => piece.changed)).toEqual([{ text: '120', changed: true }]);
  });

  it('marks no words where two lines have little in common', () => {
    const { rows } = compareTexts('description: alpha\n', 'zzz\n');
    expect(rows[0]?.old?.pieces).toEqual([{ text: 'description: alpha', changed: false }]);
  });

  it('finds nothing between equal texts, and nothing in a newline at the end', () => {
    expect(compareTexts('a\nb\n', 'a\nb\n')).toMatchObject({ added: 0, removed: 0 });
    expect(compareTexts('a\nb', 'a\nb\n')).toMatchObject({ added: 0, removed: 0 });
    expect(compareTexts('', '').rows).toEqual([]);
  });

  it('gives up on texts that have nothing in common, and still shows both whole', () => {
    const many = (word: string) => Array.from({ length: 5000 }, (_, index) => `${word}${index}\n`).join('');
    const result = compareTexts(many('a'), many('b'));
    expect(result).toMatchObject({ abandoned: true, added: 5000, removed: 5000 });
  });

  it('keeps every line of both texts, in order and numbered from 1', () => {
    fc.assert(
      fc.property(document, document, (before, after) => {
        const { rows } = compareTexts(before, after);
        const olds = rows.flatMap((row) => row.old ?? []);
        const news = rows.flatMap((row) => row.new ?? []);
        expect(olds.map((side) => `${text(side)}\n`).join('')).toBe(before);
        expect(news.map((side) => `${text(side)}\n`).join('')).toBe(after);
        expect(olds.map((side) => side.number)).toEqual(olds.map((_, index) => index + 1));
        expect(news.map((side) => side.number)).toEqual(news.map((_, index) => index + 1));
      }),
    );
  });
});

describe('foldRows', () => {
  it('keeps the rows around a change and folds the rest', () => {
    const lines = Array.from({ length: 20 }, (_, index) => `line ${index}\n`);
    const changed = lines.with(10, 'other\n');
    const { rows } = compareTexts(lines.join(''), changed.join(''));
    expect(foldRows(rows, 2).map((chunk) => [chunk.hidden, chunk.rows.length])).toEqual([
      [true, 8],
      [false, 5],
      [true, 7],
    ]);
  });

  it('loses no row, whatever the context', () => {
    fc.assert(
      fc.property(document, document, fc.option(fc.nat(4), { nil: null }), (before, after, context) => {
        const { rows } = compareTexts(before, after);
        expect(foldRows(rows, context).flatMap((chunk) => chunk.rows)).toEqual(rows);
      }),
    );
  });

  it('folds no changed row', () => {
    fc.assert(
      fc.property(document, document, fc.nat(4), (before, after, context) => {
        const hidden = foldRows(compareTexts(before, after).rows, context).filter((chunk) => chunk.hidden);
        expect(hidden.flatMap((chunk) => chunk.rows).every((row) => row.kind === 'same')).toBe(true);
      }),
    );
  });
});
