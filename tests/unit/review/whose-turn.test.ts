import { describe, expect, test } from 'vitest';
import type { Role } from '@/lib/domain/access/roles';
import type { ReviewSnapshot } from '@/lib/domain/review/snapshot';
import { turnsOf, whoseTurn } from '@/lib/domain/review/whose-turn';
import { instant, readySnapshot, review, revision, signOff } from './ready-snapshot';

const person = (id: string, ...roles: Role[]) => ({ id, roles, disabled: false });
const turns = (change: Partial<ReviewSnapshot>, id: string, ...roles: Role[]) =>
  turnsOf(readySnapshot(change), person(id, ...roles));

const untouched: Partial<ReviewSnapshot> = { reviews: [], signOffs: [], decisions: [] };

test('a draft waits for its authors, a finished proposal for nobody', () => {
  expect(turns({ state: 'drafting' }, 'author', 'engineer')).toEqual(['finish-draft']);
  expect(turns({ state: 'drafting' }, 'other', 'engineer')).toEqual([]);
  for (const state of ['approved', 'exported', 'withdrawn'] as const) {
    expect(whoseTurn(readySnapshot({ state }))).toEqual([]);
  }
});

describe('a new revision', () => {
  test('waits for one reviewer of each role, and for decisions before the sign-off', () => {
    expect(turns(untouched, 'someone', 'engineer')).toEqual(['review']);
    expect(turns(untouched, 'someone', 'analyst')).toEqual(['review', 'decide-fields']);
    expect(turns(untouched, 'someone', 'product-manager', 'viewer', 'admin')).toEqual([]);
    expect(turns({ ...untouched, fieldsToDecide: [] }, 'someone', 'analyst')).toEqual(['review', 'sign-off']);
  });

  test('does not wait for its author, for who spoke already, or for a disabled account', () => {
    expect(turns(untouched, 'author', 'engineer', 'analyst')).toEqual(['decide-fields']);
    const half = {
      ...untouched,
      reviews: [review('both', 'engineer')],
      decisions: readySnapshot().decisions,
    };
    expect(turns(half, 'both', 'engineer', 'analyst')).toEqual(['sign-off']);
    expect(turnsOf(readySnapshot(untouched), { ...person('x', 'engineer'), disabled: true })).toEqual([]);
  });
});

describe('verdicts that lapsed', () => {
  const change = {
    earlierRevisions: [revision(1)],
    currentRevision: revision(2, { schemaHash: 'schema-b', fieldsHash: 'fields-b' }),
  };

  test('wait for the people who gave them', () => {
    expect(turns(change, 'engineer', 'engineer')).toEqual(['review']);
    expect(turns(change, 'another', 'engineer')).toEqual([]);
    expect(turns(change, 'analyst', 'analyst')).toEqual(['review', 'sign-off']);
  });

  test('wait for anyone with the role where they may no longer review', () => {
    const gone = {
      ...change,
      reviews: [review('engineer', 'engineer', 'approve', { mayStillReview: false })],
    };
    expect(turns(gone, 'another', 'engineer')).toEqual(['review']);
  });
});

test('while the text has to change it is the authors’ turn alone', () => {
  const reviews = [review('critic', 'engineer', 'request-changes')];
  expect(turns({ ...untouched, reviews }, 'author', 'engineer')).toEqual(['answer-changes']);
  expect(turns({ ...untouched, reviews }, 'someone', 'analyst')).toEqual([]);
  const broken: Partial<ReviewSnapshot> = {
    ...untouched,
    lintErrors: [{ rule: 'x', severity: 'error', path: '', params: {} }],
    compatibility: { compatible: false, majorBump: false },
    newestVersion: '1.1.0',
  };
  expect(turns(broken, 'author', 'engineer')).toEqual([
    'fix-findings',
    'restore-compatibility',
    'update-base',
  ]);
  expect(turns(broken, 'someone', 'engineer', 'analyst')).toEqual([]);
});

test('a blocking thread waits for the authors and for who opened it', () => {
  const threads = [{ id: 't', blocking: true, resolved: false, openedById: 'critic' }];
  expect(turns({ threads }, 'author', 'engineer')).toEqual(['answer-threads']);
  expect(turns({ threads }, 'critic', 'engineer')).toEqual(['answer-threads']);
  expect(turns({ threads }, 'other', 'engineer')).toEqual([]);
});

test('tier 1 waits for a second privacy reviewer and the authors’ link', () => {
  const change: Partial<ReviewSnapshot> = {
    riskTier: 1,
    signOffs: [signOff('analyst', { createdAt: instant(1) })],
  };
  expect(turns(change, 'author', 'engineer')).toEqual(['link-legal-review']);
  expect(turns(change, 'analyst', 'analyst')).toEqual([]);
  expect(turns(change, 'second', 'analyst')).toEqual(['sign-off']);
});

test('when all conditions hold, whoever could give an approval may approve', () => {
  expect(turns({}, 'anyone', 'product-manager')).toEqual(['approve']);
  expect(turns({}, 'engineer', 'engineer')).toEqual(['approve']);
  expect(turns({}, 'author', 'engineer')).toEqual([]);
  expect(turns({}, 'boss', 'admin', 'viewer')).toEqual([]);
});
