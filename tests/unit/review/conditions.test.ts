import { describe, expect, test } from 'vitest';
import type { Finding } from '@/lib/domain/findings/finding';
import type { Condition, ConditionId } from '@/lib/domain/review/condition';
import { compatibilityRule } from '@/lib/domain/review/schema-conditions';
import type { ReviewSnapshot } from '@/lib/domain/review/snapshot';
import { canApprove, evaluateConditions, reviewState } from '@/lib/domain/review/workflow';
import { instant, readySnapshot, review, revision, signOff } from './ready-snapshot';

const error: Finding = { rule: 'snake-case', severity: 'error', path: '/properties/aB', params: {} };
const keep = readySnapshot().decisions[0]!;

function blockers(change: Partial<ReviewSnapshot>): ConditionId[] {
  const verdict = canApprove(readySnapshot(change));
  return verdict.allowed ? [] : verdict.blockers;
}

function condition<Id extends ConditionId>(id: Id, change: Partial<ReviewSnapshot>) {
  const found = evaluateConditions(readySnapshot(change)).find((candidate) => candidate.id === id);
  return found as Extract<Condition, { id: Id }>;
}

test('when all six conditions hold the revision may be approved, and nobody owes anything', () => {
  const conditions = evaluateConditions(readySnapshot());
  expect(conditions.map(({ id, holds, owedBy }) => [id, holds, owedBy])).toEqual([
    ['lint', true, []],
    ['compatibility', true, []],
    ['approvals', true, []],
    ['sign-off', true, []],
    ['threads', true, []],
    ['base', true, []],
  ]);
  expect(canApprove(readySnapshot())).toEqual({ allowed: true });
});

describe('1. no lint error', () => {
  test('an error blocks, and the authors owe a new revision', () => {
    expect(blockers({ lintErrors: [error] })).toEqual(['lint']);
    expect(condition('lint', { lintErrors: [error] })).toMatchObject({
      errors: [error],
      owedBy: [{ owes: 'change', role: 'author', personIds: ['author'] }],
    });
  });

  test('warnings and hints may stand', () => {
    const lintErrors = [
      { ...error, severity: 'warning' as const },
      { ...error, severity: 'info' as const },
    ];
    expect(blockers({ lintErrors })).toEqual([]);
  });

  test('an exception lifts its own rule only, until it expires', () => {
    const exceptions = [{ rule: 'snake-case', expiresAt: instant(61), grantedById: 'engineer' }];
    expect(blockers({ lintErrors: [error], exceptions })).toEqual([]);
    expect(blockers({ lintErrors: [error, { ...error, rule: 'no-null' }], exceptions })).toEqual(['lint']);
    expect(blockers({ lintErrors: [error], exceptions, now: instant(61) })).toEqual(['lint']);
  });

  test('an exception that a contributor granted lifts nothing', () => {
    const exceptions = [{ rule: 'snake-case', expiresAt: instant(99), grantedById: 'author' }];
    expect(blockers({ lintErrors: [error], exceptions })).toEqual(['lint']);
  });
});

describe('2. compatible, or a major version number, or an exception', () => {
  const compatibility = { compatible: false, majorBump: false, brokenRules: ['a', 'b'] };

  test('a breaking change under a minor number blocks', () => {
    expect(blockers({ compatibility })).toEqual(['compatibility']);
    expect(condition('compatibility', { compatibility })).toMatchObject({
      because: 'breaking',
      brokenRules: ['a', 'b'],
      owedBy: [{ owes: 'change', role: 'author' }],
    });
  });

  test('a major version number may break', () => {
    const change = { compatibility: { ...compatibility, majorBump: true } };
    expect(blockers(change)).toEqual([]);
    expect(condition('compatibility', change).because).toBe('major-version');
  });

  test.each([
    [[compatibilityRule], []],
    [['a', 'b'], []],
    [['a'], ['compatibility']],
    [['c'], ['compatibility']],
  ])('exceptions for %j leave %j', (rules, expected) => {
    const exceptions = rules.map((rule) => ({ rule, expiresAt: instant(99) }));
    expect(blockers({ compatibility, exceptions })).toEqual(expected);
  });
});

describe('3. approvals from two people who did not write it', () => {
  const engineer = review('engineer', 'engineer');
  const analyst = review('analyst', 'analyst');

  test.each([
    ['no engineer', [analyst], 'engineer'],
    ['no analyst', [engineer], 'analyst'],
    ['an engineer who wrote it', [review('author', 'engineer'), analyst], 'engineer'],
  ])('%s: blocks', (_name, reviews, role) => {
    expect(blockers({ reviews })).toEqual(['approvals']);
    const { owedBy } = condition('approvals', { reviews });
    expect(owedBy).toEqual([expect.objectContaining({ owes: 'approval', role })]);
    expect(owedBy[0]?.exceptIds).toContain('author');
  });

  test('one person in two roles has one voice, in the role of the latest review', () => {
    const reviews = [
      review('both', 'engineer', 'approve', { createdAt: instant(1) }),
      review('both', 'analyst', 'approve', { createdAt: instant(2) }),
    ];
    const { parts } = condition('approvals', { reviews });
    expect(parts.map(({ role, missing }) => [role, missing])).toEqual([
      ['engineer', 1],
      ['analyst', 0],
    ]);
  });

  test('a contributor of an earlier revision has no voice on a later one', () => {
    const change = {
      earlierRevisions: [revision(1, { contributorIds: ['engineer'] })],
      currentRevision: revision(2),
    };
    expect(blockers(change)).toEqual(['approvals']);
  });

  test('an installation can ask for more, and for a product manager, but never for less', () => {
    const ask = { requireProductManager: true, engineerApprovals: 2, analystApprovals: 0 };
    const { parts } = condition('approvals', { settings: ask });
    expect(parts.map(({ role, needed, missing }) => [role, needed, missing])).toEqual([
      ['engineer', 2, 1],
      ['product-manager', 1, 1],
      ['analyst', 1, 0],
    ]);
  });

  test('a request for changes blocks until it is taken back or what it covers changes', () => {
    const request = review('second', 'product-manager', 'request-changes', { createdAt: instant(11) });
    const reviews = [engineer, analyst, request];
    expect(blockers({ reviews })).toEqual(['approvals']);
    expect(reviewState(readySnapshot({ reviews }))).toBe('changes-requested');
    expect(condition('approvals', { reviews })).toMatchObject({
      changesRequested: [{ personId: 'second', role: 'product-manager', status: 'stands' }],
      owedBy: [{ owes: 'change', role: 'author' }],
    });
    const takenBack = review('second', 'product-manager', 'comment', { createdAt: instant(12) });
    expect(blockers({ reviews: [...reviews, takenBack] })).toEqual([]);
    const context = {
      currentRevision: revision(2, { contextHash: 'context-b' }),
      earlierRevisions: [revision(1)],
    };
    expect(condition('approvals', { reviews, ...context }).changesRequested).toHaveLength(1);
    const schema = {
      currentRevision: revision(2, { schemaHash: 'schema-b' }),
      earlierRevisions: [revision(1)],
    };
    expect(condition('approvals', { reviews, ...schema }).changesRequested).toEqual([]);
  });

  test.each([
    ['a contributor', review('author', 'engineer', 'request-changes')],
    ['who may no longer review', review('gone', 'engineer', 'request-changes', { mayStillReview: false })],
  ])('a request for changes of %s does not block', (_name, request) => {
    expect(blockers({ reviews: [engineer, analyst, request] })).toEqual([]);
  });
});

describe('4. a privacy sign-off with a decision for every field', () => {
  test.each<[string, Partial<ReviewSnapshot>, object]>([
    ['no sign-off', { signOffs: [] }, { missing: 1 }],
    ['the sign-off of a contributor', { signOffs: [signOff('author')] }, { missing: 1 }],
    ['a field without decision', { decisions: [] }, { undecided: ['/properties/action'] }],
    [
      'keeping without a reason',
      { decisions: [{ ...keep, reason: ' ' }] },
      { unreasoned: ['/properties/action'] },
    ],
    ['one sign-off in tier 2', { riskTier: 2 }, { needed: 2, missing: 1 }],
    [
      'two sign-offs of one analyst in tier 2',
      { riskTier: 2, signOffs: [signOff('a'), signOff('a')] },
      { missing: 1 },
    ],
    [
      'no legal review in tier 1',
      { riskTier: 1, signOffs: [signOff('analyst'), signOff('second')] },
      { missing: 0, legalReview: 'missing' },
    ],
    [
      'a link that a browser would run',
      { riskTier: 1, signOffs: [signOff('a'), signOff('b')], legalReviewUrl: 'javascript:alert(1)' },
      { legalReview: 'missing' },
    ],
  ])('%s: blocks', (_name, change, facts) => {
    expect(blockers(change)).toEqual(['sign-off']);
    expect(condition('sign-off', change)).toMatchObject(facts);
    expect(condition('sign-off', change).owedBy).not.toEqual([]);
  });

  test.each<[string, Partial<ReviewSnapshot>]>([
    ['two analysts in tier 2', { riskTier: 2, signOffs: [signOff('analyst'), signOff('second')] }],
    [
      'two analysts and a link in tier 1',
      { riskTier: 1, signOffs: [signOff('a'), signOff('b')], legalReviewUrl: 'https://legal.example.org/7' },
    ],
    ['purging without a reason', { decisions: [{ ...keep, action: 'purge', reason: '' }] }],
    ['no field to decide', { fieldsToDecide: [], decisions: [] }],
  ])('%s: holds', (_name, change) => {
    expect(blockers(change)).toEqual([]);
  });
});

test('5. a blocking thread blocks while it is open; other threads do not', () => {
  const thread = { id: 't', blocking: true, resolved: false, openedById: 'engineer' };
  expect(blockers({ threads: [thread] })).toEqual(['threads']);
  expect(condition('threads', { threads: [thread] })).toMatchObject({
    openBlockingIds: ['t'],
    owedBy: [{ owes: 'answer', role: 'author', personIds: ['author', 'engineer'] }],
  });
  expect(blockers({ threads: [{ ...thread, resolved: true }] })).toEqual([]);
  expect(blockers({ threads: [{ ...thread, blocking: false }] })).toEqual([]);
});

test.each([
  ['1.0.0', '1.1.0', ['base']],
  [null, '1.0.0', ['base']],
  ['1.0.0', null, ['base']],
  [null, null, []],
])('6. built on %s while %s is the newest', (baseVersion, newestVersion, expected) => {
  expect(blockers({ baseVersion, newestVersion })).toEqual(expected);
});

test('nothing is approved outside a review, or without a revision', () => {
  for (const state of ['drafting', 'approved', 'exported', 'withdrawn'] as const) {
    expect(canApprove(readySnapshot({ state }))).toEqual({
      allowed: false,
      reason: 'not-in-review',
      blockers: [],
    });
  }
  expect(canApprove(readySnapshot({ currentRevision: null }))).toEqual({
    allowed: false,
    reason: 'no-revision',
    blockers: ['approvals', 'sign-off'],
  });
});

test('the state of a review', () => {
  expect(reviewState(readySnapshot())).toBe('ready');
  expect(reviewState(readySnapshot({ signOffs: [] }))).toBe('waiting');
  expect(reviewState(readySnapshot({ state: 'drafting' }))).toBe('not-started');
  expect(reviewState(readySnapshot({ state: 'exported' }))).toBeNull();
});
