import { expect, test } from 'vitest';
import { approvalStatuses } from '@/lib/domain/review/approvals';
import { describeApprovalStatus, describeCondition, describeDebt } from '@/lib/domain/review/condition-texts';
import type { ReviewSnapshot } from '@/lib/domain/review/snapshot';
import { evaluateConditions } from '@/lib/domain/review/workflow';
import { instant, readySnapshot, review, revision, signOff } from './ready-snapshot';

const names = {
  person: (id: string) => id.toUpperCase(),
  field: (pointer: string) => pointer.replaceAll('/properties/', ''),
};

function sentences(change: Partial<ReviewSnapshot> = {}): string[] {
  return evaluateConditions(readySnapshot(change)).map((condition) => describeCondition(condition, names));
}

test('says of each condition that it holds', () => {
  expect(sentences()).toEqual([
    'No lint error stands.',
    'The change is compatible with the version it builds on.',
    'All approvals are given.',
    'Every field is decided and the revision is signed off (risk tier 3).',
    'No blocking thread is open.',
    'Version 1.0.0 is still the newest.',
  ]);
});

test('says of each condition why it does not hold', () => {
  const error = { rule: 'a', severity: 'error' as const, path: '', params: {} };
  expect(
    sentences({
      lintErrors: [error, { ...error, rule: 'b' }, error],
      exceptions: [{ rule: 'b', expiresAt: instant(99) }],
      compatibility: { compatible: false, majorBump: false },
      reviews: [review('eve', 'engineer', 'request-changes')],
      signOffs: [],
      riskTier: 1,
      fieldsToDecide: ['/properties/a', '/properties/b', '/properties/action'],
      threads: [{ id: 't', blocking: true, resolved: false, openedById: 'eve' }],
      newestVersion: '1.1.0',
    }),
  ).toEqual([
    '2 lint errors to fix. 1 error is lifted by an exception.',
    'The change breaks compatibility. Undo what breaks, or ask for a new major version.',
    'EVE requested changes as engineer on revision 1. 1 approval as engineer missing. 1 approval as analyst missing.',
    'No decision yet for a and b. 2 sign-offs missing. Risk tier 1 needs two privacy reviewers. Risk tier 1 needs a link to the legal or security review.',
    '1 blocking thread is open.',
    'Version 1.1.0 came after version 1.0.0, on which this builds.',
  ]);
});

test('says which verdict lapsed and why', () => {
  const snapshot = readySnapshot({
    earlierRevisions: [revision(1), revision(2, { schemaHash: 'b', contextHash: 'b' })],
    currentRevision: revision(3, { schemaHash: 'b', contextHash: 'b', contributorIds: ['late'] }),
    decisionsHash: 'other',
    reviews: [review('analyst', 'analyst'), review('late', 'engineer')],
    signOffs: [signOff('privacy')],
  });
  expect(approvalStatuses(snapshot).map(describeApprovalStatus)).toEqual([
    'It lapsed: revision 2 changed the schema, and revision 2 changed the question or the metrics.',
    'It does not count: nobody approves or signs off their own text.',
    'It lapsed: the field decisions changed.',
  ]);
});

test('says who owes what', () => {
  const people = ['ann', 'bob'];
  expect(describeDebt({ owes: 'change', role: 'author', personIds: people }, names)).toBe(
    'ANN or BOB owes a new revision.',
  );
  expect(describeDebt({ owes: 'approval', role: 'engineer', personIds: people }, names)).toBe(
    'ANN and BOB each owe an approval.',
  );
  expect(describeDebt({ owes: 'sign-off', role: 'analyst', exceptIds: [] }, names)).toBe(
    'Any analyst who did not contribute or speak yet owes a sign-off.',
  );
  expect(describeDebt({ owes: 'decisions', role: 'analyst' }, names)).toBe(
    'Any analyst owes field decisions.',
  );
});
