import { expect, test } from 'vitest';
import { type AnchorTarget, anchorKey, carryAnchor } from '@/lib/domain/review/thread-anchor';

const target: AnchorTarget = {
  revisionNumber: 2,
  source: 'new\ntitle: x\ntype: object',
  fieldPointers: new Set(['/properties/user', '/properties/user/properties/id', '/properties/kept']),
  movedFields: new Map([
    ['/properties/performer', '/properties/user'],
    ['/properties/old', '/properties/vanished'],
  ]),
  metricIds: new Set(['m1']),
};
const sourceOf = (number: number) => (number === 1 ? 'title: x\ntype: object' : null);
const carry = (anchor: Parameters<typeof carryAnchor>[0]) => carryAnchor(anchor, sourceOf, target);

test('a thread on the proposal stays there', () => {
  expect(carry({ kind: 'proposal' })).toEqual({ kind: 'proposal' });
});

test.each([
  ['stays', '/properties/kept', '/properties/kept'],
  ['is renamed', '/properties/performer', '/properties/user'],
  [
    'stands in a group that is renamed',
    '/properties/performer/properties/id',
    '/properties/user/properties/id',
  ],
])('a thread goes along with a field that %s', (_name, pointer, expected) => {
  expect(carry({ kind: 'field', pointer })).toEqual({ kind: 'field', pointer: expected });
});

test.each(['/properties/gone', '/properties/old', '/properties/performer/properties/name', ''])(
  'a thread on %j, which is gone, is outdated',
  (pointer) => {
    expect(carry({ kind: 'field', pointer })).toBe('outdated');
  },
);

test('a thread on a metric lasts as long as the metric', () => {
  expect(carry({ kind: 'metric', metricId: 'm1' })).toEqual({ kind: 'metric', metricId: 'm1' });
  expect(carry({ kind: 'metric', metricId: 'm2' })).toBe('outdated');
});

test('a thread on lines is carried to the new revision, or outdated with them', () => {
  const anchor = { kind: 'lines' as const, revisionNumber: 1, startLine: 1, endLine: 2 };
  expect(carry(anchor)).toEqual({ kind: 'lines', revisionNumber: 2, startLine: 2, endLine: 3 });
  expect(carry({ ...anchor, revisionNumber: 7 })).toBe('outdated');
  expect(carry({ ...anchor, endLine: 9 })).toBe('outdated');
});

test('anchors at different places have different keys', () => {
  const anchors = [
    { kind: 'proposal' as const },
    { kind: 'field' as const, pointer: '/a' },
    { kind: 'metric' as const, metricId: '/a' },
    { kind: 'lines' as const, revisionNumber: 1, startLine: 1, endLine: 2 },
    { kind: 'lines' as const, revisionNumber: 1, startLine: 1, endLine: 3 },
  ];
  expect(new Set(anchors.map(anchorKey)).size).toBe(anchors.length);
});
