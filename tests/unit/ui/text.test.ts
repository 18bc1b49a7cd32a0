import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initials } from '@/components/ui/avatar';
import { classNames } from '@/components/ui/class-names';
import { highlight } from '@/components/ui/code-highlight';
import { formatDay, formatMoment, formatRelative } from '@/components/ui/format-time';
import { sortRows } from '@/components/ui/sort-rows';

const NOW = new Date('2026-11-24T05:00:00Z');

describe('formatRelative', () => {
  it.each([
    ['2026-11-24T04:59:31Z', 'just now'],
    ['2026-11-24T05:00:20Z', 'just now'],
    ['2026-11-24T04:59:00Z', '1 minute ago'],
    ['2026-11-24T04:01:00Z', '59 minutes ago'],
    ['2026-11-24T03:10:00Z', '1 hour ago'],
    ['2026-11-23T04:00:00Z', 'yesterday'],
    ['2026-11-19T05:00:00Z', '5 days ago'],
    ['2026-11-10T05:00:00Z', '2 weeks ago'],
    ['2026-10-01T05:00:00Z', '1 Oct 2026'],
    ['2026-11-24T07:30:00Z', 'in 2 hours'],
  ])('%s is “%s”', (value, expected) => {
    expect(formatRelative(new Date(value), NOW)).toBe(expected);
  });
});

describe('formatMoment', () => {
  it('speaks in UTC, whatever the zone of the machine', () => {
    expect(formatMoment(new Date('2026-01-05T23:07:59+09:00'))).toBe('5 Jan 2026, 14:07 UTC');
    expect(formatDay(new Date('2026-12-31T23:59:59Z'))).toBe('31 Dec 2026');
  });
});

describe('initials', () => {
  it.each([
    ['Ines Calder', 'IC'],
    ['ines', 'I'],
    ['Maria del Carmen Ruiz', 'MR'],
    ['  ', '?'],
    ['', '?'],
    ['😀 Łukasz', '😀Ł'],
  ])('of “%s” are “%s”', (name, expected) => {
    expect(initials(name)).toBe(expected);
  });
});

describe('classNames', () => {
  it('leaves out what is not there', () => {
    expect(classNames('a', false, null, undefined, '', 'b')).toBe('a b');
  });
});

describe('highlight', () => {
  it.each(['yaml', 'json', 'text'] as const)('of %s changes no character', (language) => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (line) => {
        const joined = highlight(line.replace(/[\r\n\u2028\u2029]/g, ' '), language)
          .map((token) => token.text)
          .join('');
        expect(joined).toBe(line.replace(/[\r\n\u2028\u2029]/g, ' '));
      }),
    );
  });

  it('tells keys, values and comments apart', () => {
    expect(highlight('  maxLength: 80 # letters', 'yaml')).toEqual([
      { text: '  ' },
      { text: 'maxLength', className: 'text-code-key' },
      { text: ':' },
      { text: ' 80', className: 'text-code-number' },
      { text: ' # letters', className: 'text-code-comment' },
    ]);
    expect(highlight('"a": "b"', 'json')).toEqual([
      { text: '"a"', className: 'text-code-key' },
      { text: ':' },
      { text: ' ' },
      { text: '"b"', className: 'text-code-string' },
    ]);
  });

  it('stays quick on hostile lines', () => {
    const started = performance.now();
    for (const line of [
      ' - '.repeat(600),
      `"${'\\'.repeat(1900)}`,
      `${'a '.repeat(900)}:`,
      "'".repeat(1900),
    ]) {
      highlight(line, 'yaml');
      highlight(line, 'json');
    }
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('sortRows', () => {
  it('sorts numbers in words by number, keeps ties in order, and puts null last both ways', () => {
    const rows = [
      { id: 'a', version: '1.10.0' },
      { id: 'b', version: null },
      { id: 'c', version: '1.2.0' },
      { id: 'd', version: '1.2.0' },
    ];
    const ids = (direction: 'ascending' | 'descending') =>
      sortRows(rows, (row) => row.version, direction).map((row) => row.id);
    expect(ids('ascending')).toEqual(['c', 'd', 'a', 'b']);
    expect(ids('descending')).toEqual(['a', 'c', 'd', 'b']);
    expect(rows[0]?.id).toBe('a');
  });
});
