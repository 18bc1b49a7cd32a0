import { expect, test } from 'vitest';
import { approvalStatuses } from '@/lib/domain/review/approvals';
import type { ReviewSnapshot } from '@/lib/domain/review/snapshot';
import { instant, readySnapshot, review, revision, signOff } from './ready-snapshot';

const everyone: Partial<ReviewSnapshot> = {
  reviews: [
    review('engineer', 'engineer'),
    review('manager', 'product-manager'),
    review('analyst', 'analyst'),
  ],
  signOffs: [signOff('privacy')],
  earlierRevisions: [revision(1)],
};

function lapsed(change: Partial<ReviewSnapshot>) {
  return approvalStatuses(readySnapshot({ ...everyone, ...change }))
    .filter((status) => status.status === 'lapsed')
    .map(({ personId, changes }) => [personId, changes]);
}

test('a new revision that changes nothing covered lets every verdict stand', () => {
  expect(lapsed({ currentRevision: revision(2) })).toEqual([]);
});

test('another schema with the same fields: the approvals lapse, the sign-off stands', () => {
  const change = [{ cover: 'schema', revisionNumber: 2 }];
  expect(lapsed({ currentRevision: revision(2, { schemaHash: 'schema-b' }) })).toEqual([
    ['engineer', change],
    ['manager', change],
    ['analyst', change],
  ]);
});

test('another question: only the analyst’s approval lapses', () => {
  expect(lapsed({ currentRevision: revision(2, { contextHash: 'context-b' }) })).toEqual([
    ['analyst', [{ cover: 'context', revisionNumber: 2 }]],
  ]);
});

test('other fields or other decisions: only the sign-off lapses', () => {
  expect(lapsed({ currentRevision: revision(2, { fieldsHash: 'fields-b' }) })).toEqual([
    ['privacy', [{ cover: 'fields', revisionNumber: 2 }]],
  ]);
  expect(lapsed({ currentRevision: revision(2), decisionsHash: 'decisions-b' })).toEqual([
    ['privacy', [{ cover: 'decisions', revisionNumber: null }]],
  ]);
});

test('names the first revision that changed what is covered, since the verdict', () => {
  const change = {
    earlierRevisions: [revision(1), revision(2), revision(3, { contextHash: 'context-b' })],
    currentRevision: revision(4, { contextHash: 'context-c' }),
  };
  expect(lapsed(change)).toEqual([['analyst', [{ cover: 'context', revisionNumber: 3 }]]]);
});

test('a verdict stands again once the text is what it was', () => {
  const earlierRevisions = [revision(1), revision(2, { schemaHash: 'schema-b', contextHash: 'context-b' })];
  expect(lapsed({ earlierRevisions, currentRevision: revision(3) })).toEqual([]);
});

test('the latest review of a person replaces the earlier ones, in whatever order they are read', () => {
  const early = review('engineer', 'engineer', 'approve', { id: 'early', createdAt: instant(1) });
  const late = review('engineer', 'engineer', 'request-changes', { id: 'late', createdAt: instant(2) });
  for (const reviews of [
    [early, late],
    [late, early],
  ]) {
    const statuses = approvalStatuses(readySnapshot({ reviews, signOffs: [] }));
    expect(statuses.map(({ id, kind }) => [id, kind])).toEqual([['late', 'changes-requested']]);
  }
  const comment = { ...late, verdict: 'comment' as const };
  expect(approvalStatuses(readySnapshot({ reviews: [early, comment], signOffs: [] }))).toEqual([]);
});

test('of one analyst the latest sign-off counts', () => {
  const signOffs = [
    signOff('privacy', { id: 'new', createdAt: instant(30) }),
    signOff('privacy', { id: 'old', createdAt: instant(20), fieldsHash: 'fields-0' }),
  ];
  const statuses = approvalStatuses(readySnapshot({ reviews: [], signOffs }));
  expect(statuses).toMatchObject([{ id: 'new', status: 'stands' }]);
});

test('who wrote any text of it never counts, whether they approve or sign off', () => {
  const change = {
    currentRevision: revision(2, { contributorIds: ['engineer', 'privacy'] }),
    reviews: [review('engineer', 'engineer', 'approve', { revisionNumber: 2 })],
  };
  const statuses = approvalStatuses(readySnapshot({ ...everyone, ...change }));
  expect(statuses.map(({ personId, status }) => [personId, status])).toEqual([
    ['engineer', 'void'],
    ['privacy', 'void'],
  ]);
});

test('who opened the proposal never counts, even if no word of theirs is left', () => {
  const change = {
    currentRevision: revision(1, { contributorIds: ['helper'] }),
    reviews: [review('author', 'engineer')],
    signOffs: [signOff('author')],
  };
  expect(approvalStatuses(readySnapshot(change)).map(({ status }) => status)).toEqual(['void', 'void']);
});
