import { describe, expect, it } from 'vitest';
import { describeAnchor, threadExcerpt } from '@/components/review/describe-anchor';
import { filterThreads, isOutdated, linesOf, placeThreads } from '@/components/review/place-threads';
import type { AnchorView, ThreadView } from '@/lib/contracts/thread';

const person = { id: 'p', name: 'Pat' };
const allowed = { allowed: true, because: null };

function thread(id: string, anchor: AnchorView, over: Partial<ThreadView> = {}): ThreadView {
  return {
    id,
    anchor,
    blocking: false,
    openedBy: person,
    createdAt: '2026-01-01T00:00:00.000Z',
    resolvedAt: null,
    resolvedBy: null,
    comments: [
      {
        id: `${id}-1`,
        author: person,
        createdAt: '2026-01-01T00:00:00.000Z',
        body: 'Why  so\nlong?',
        suggestion: null,
        appliedAt: null,
        apply: null,
      },
    ],
    permissions: { resolve: allowed, reopen: allowed, setBlocking: allowed },
    ...over,
  };
}

function lines(revisionNumber: number, at: [number, number], now: [number, number] | null): AnchorView {
  const [startLine, endLine] = at;
  const current = now && { startLine: now[0], endLine: now[1] };
  return { kind: 'lines', revisionNumber, startLine, endLine, quotedText: 'x', current };
}

describe('placeThreads', () => {
  const carried = thread('carried', lines(1, [4, 6], [9, 11]));
  const outdated = thread('outdated', lines(1, [2, 2], null));
  const fresh = thread('fresh', lines(2, [11, 11], [11, 11]));
  const all = [carried, outdated, fresh, thread('field', { kind: 'proposal' })];

  it('puts threads under their last line of the newest revision, in order', () => {
    const { byLine, elsewhere } = placeThreads(all, { revisionNumber: 2, isNewest: true });
    expect([...byLine]).toEqual([[11, [carried, fresh]]]);
    expect(elsewhere).toEqual([outdated]);
  });

  it('shows an older revision with the threads that were opened on it, where they were', () => {
    const { byLine, elsewhere } = placeThreads(all, { revisionNumber: 1, isNewest: false });
    expect([...byLine]).toEqual([
      [6, [carried]],
      [2, [outdated]],
    ]);
    expect(elsewhere).toEqual([fresh]);
  });
});

describe('isOutdated', () => {
  it('is what is gone or was rewritten', () => {
    const field = { kind: 'field' as const, pointer: '/properties/a', path: 'a', movedFrom: null };
    expect(isOutdated(thread('a', lines(1, [1, 1], null)))).toBe(true);
    expect(isOutdated(thread('b', lines(1, [1, 1], [3, 3])))).toBe(false);
    expect(isOutdated(thread('c', { ...field, gone: true }))).toBe(true);
    expect(isOutdated(thread('d', { ...field, gone: false }))).toBe(false);
    expect(isOutdated(thread('e', { kind: 'proposal' }))).toBe(false);
  });
});

describe('filterThreads', () => {
  const open = thread('open', { kind: 'proposal' });
  const resolved = thread('resolved', { kind: 'proposal' }, { resolvedAt: '2026-01-02T00:00:00.000Z' });

  it('sorts by whether they are resolved', () => {
    expect(filterThreads([open, resolved], 'open')).toEqual([open]);
    expect(filterThreads([open, resolved], 'resolved')).toEqual([resolved]);
    expect(filterThreads([open, resolved], 'all')).toEqual([open, resolved]);
  });
});

describe('linesOf', () => {
  it('counts lines as editors do, whatever ends them', () => {
    expect(linesOf('a\r\nb\rc\nd', 2, 3)).toBe('b\nc');
    expect(linesOf('a', 1, 1)).toBe('a');
    expect(linesOf('a', 5, 9)).toBe('');
  });
});

describe('a thread in words', () => {
  it('names the lines where they are now', () => {
    expect(describeAnchor(lines(1, [4, 6], [9, 11]))).toBe('Lines 9–11');
    expect(describeAnchor(lines(1, [4, 4], null))).toBe('Line 4');
    expect(describeAnchor({ kind: 'metric', metricId: 'm', name: '', gone: true })).toBe('A metric');
  });

  it('begins with its first comment on one line, cut where it is long', () => {
    expect(threadExcerpt(thread('a', { kind: 'proposal' }))).toBe('Why so long?');
    expect(threadExcerpt(thread('a', { kind: 'proposal' }), 6)).toBe('Why so…');
  });
});
