import { describe, expect, test } from 'vitest';
import { can } from '@/lib/domain/access/policy';
import type { Action, Actor, ProposalSubject, SubjectOf } from '@/lib/domain/access/subjects';
import { type Role, roles } from '@/lib/domain/access/roles';
import { describeRefusal } from '@/lib/domain/access/reasons';
import { proposalStates } from '@/lib/domain/review/proposal-state';

const proposal: ProposalSubject = {
  state: 'in-review',
  authorId: 'author',
  contributorIds: ['author', 'helper'],
  hasRevision: true,
};

const person = (...held: Role[]): Actor => ({ id: 'other', name: 'Other', roles: held, disabled: false });
const contributor = (...held: Role[]): Actor => ({ ...person(...held), id: 'helper' });

function reasonOf<A extends Action>(actor: Actor | null, action: A, subject: SubjectOf[A]): string {
  const permission = can(actor, action, subject);
  return permission.allowed ? 'allowed' : permission.reason;
}

const everyone: Role[] = ['viewer', 'engineer', 'product-manager', 'analyst', 'admin'];
const editors: Role[] = ['engineer', 'product-manager', 'analyst'];
const thread = { proposal, openedById: 'somebody', blocking: false };

/** Who may do what to somebody else's proposal that is in review. */
const matrix: [string, (actor: Actor) => { allowed: boolean }, Role[]][] = [
  ['read', (actor) => can(actor, 'read', null), everyone],
  ['proposal.create', (actor) => can(actor, 'proposal.create', null), editors],
  ['draft.edit', (actor) => can(actor, 'draft.edit', proposal), editors],
  ['question.edit', (actor) => can(actor, 'question.edit', proposal), editors],
  ['metrics.edit', (actor) => can(actor, 'metrics.edit', proposal), editors],
  ['revision.submit', (actor) => can(actor, 'revision.submit', proposal), editors],
  ...editors.map((role): (typeof matrix)[number] => [
    `review.give as ${role}`,
    (actor) =>
      can(actor, 'review.give', { proposal, role: role as 'engineer' | 'analyst', verdict: 'approve' }),
    [role],
  ]),
  ['comment.write', (actor) => can(actor, 'comment.write', proposal), everyone],
  ['thread.open', (actor) => can(actor, 'thread.open', { proposal, blocking: false }), everyone],
  ['thread.open, blocking', (actor) => can(actor, 'thread.open', { proposal, blocking: true }), editors],
  ['thread.resolve', (actor) => can(actor, 'thread.resolve', thread), editors],
  ['thread.reopen', (actor) => can(actor, 'thread.reopen', thread), editors],
  ['thread.set-blocking', (actor) => can(actor, 'thread.set-blocking', thread), editors],
  ['decision.make', (actor) => can(actor, 'decision.make', proposal), ['analyst']],
  ['signoff.give', (actor) => can(actor, 'signoff.give', proposal), ['analyst']],
  ['proposal.approve', (actor) => can(actor, 'proposal.approve', proposal), editors],
  ['proposal.withdraw', (actor) => can(actor, 'proposal.withdraw', proposal), []],
  ['exception.grant', (actor) => can(actor, 'exception.grant', proposal), editors],
  [
    'export.retry',
    (actor) => can(actor, 'export.retry', { ...proposal, state: 'approved' }),
    ['engineer', 'admin'],
  ],
  ['repository.manage', (actor) => can(actor, 'repository.manage', null), ['admin']],
  ['person.manage', (actor) => can(actor, 'person.manage', null), ['admin']],
  ['audit.read', (actor) => can(actor, 'audit.read', null), everyone],
  ['settings.manage', (actor) => can(actor, 'settings.manage', null), ['admin']],
];

test.each(matrix)('%s is for exactly the roles that the specification names', (_action, ask, expected) => {
  expect(roles.filter((role) => ask(person(role)).allowed)).toEqual(expected);
  expect(ask(person()).allowed).toBe(false);
  expect(ask({ ...person(...roles), disabled: true })).toEqual({
    allowed: false,
    reason: 'account-disabled',
    params: {},
  });
});

test('nobody may do anything before logging in', () => {
  expect(can(null, 'read', null)).toEqual({ allowed: false, reason: 'not-logged-in', params: {} });
  expect(reasonOf(null, 'proposal.approve', proposal)).toBe('not-logged-in');
});

describe('text of one’s own', () => {
  const all = contributor(...editors);

  test.each(['approve', 'request-changes'] as const)('gets no verdict “%s”', (verdict) => {
    expect(reasonOf(all, 'review.give', { proposal, role: 'engineer', verdict })).toBe('contributed-text');
  });

  test('may be commented on, decided about, edited and withdrawn', () => {
    expect(reasonOf(all, 'review.give', { proposal, role: 'engineer', verdict: 'comment' })).toBe('allowed');
    expect(reasonOf(all, 'decision.make', proposal)).toBe('allowed');
    expect(reasonOf(all, 'draft.edit', proposal)).toBe('allowed');
    expect(reasonOf(all, 'proposal.withdraw', proposal)).toBe('allowed');
  });

  test.each(['signoff.give', 'proposal.approve', 'exception.grant'] as const)('allows no %s', (action) => {
    expect(reasonOf(all, action, proposal)).toBe('contributed-text');
    expect(reasonOf({ ...all, id: 'author' }, action, { ...proposal, contributorIds: new Set() })).toBe(
      'contributed-text',
    );
    expect(reasonOf(contributor(...roles), action, proposal)).toBe('contributed-text');
  });
});

describe('states', () => {
  const statesFor = (action: 'draft.edit' | 'decision.make' | 'signoff.give' | 'proposal.approve') =>
    proposalStates.filter((state) => can(person(...editors), action, { ...proposal, state }).allowed);

  test('what each state allows', () => {
    expect(statesFor('draft.edit')).toEqual(['drafting', 'in-review']);
    expect(statesFor('decision.make')).toEqual(['drafting', 'in-review']);
    expect(statesFor('signoff.give')).toEqual(['in-review']);
    expect(statesFor('proposal.approve')).toEqual(['in-review']);
    const withdrawable = proposalStates.filter(
      (state) => can(contributor('engineer'), 'proposal.withdraw', { ...proposal, state }).allowed,
    );
    expect(withdrawable).toEqual(['drafting', 'in-review', 'approved']);
  });

  test('a refusal names the state and the states that would do', () => {
    expect(can(person('engineer'), 'draft.edit', { ...proposal, state: 'exported' })).toEqual({
      allowed: false,
      reason: 'wrong-state',
      params: { state: 'exported', states: ['drafting', 'in-review'] },
    });
  });

  test('there is nothing to review before a revision was submitted', () => {
    const empty = { ...proposal, hasRevision: false };
    expect(reasonOf(person('analyst'), 'signoff.give', empty)).toBe('no-revision');
    expect(reasonOf(person('analyst'), 'proposal.approve', empty)).toBe('no-revision');
  });
});

describe('threads', () => {
  const blocking = { ...thread, blocking: true };

  test('a contributor cannot put away a thread that blocks their text, unless it is theirs', () => {
    expect(reasonOf(contributor('engineer'), 'thread.resolve', blocking)).toBe('blocks-your-text');
    expect(reasonOf(contributor('engineer'), 'thread.set-blocking', blocking)).toBe('blocks-your-text');
    expect(reasonOf(contributor('engineer'), 'thread.resolve', { ...blocking, openedById: 'helper' })).toBe(
      'allowed',
    );
    expect(reasonOf(contributor('engineer'), 'thread.resolve', thread)).toBe('allowed');
    expect(reasonOf(person('engineer'), 'thread.resolve', blocking)).toBe('allowed');
  });

  test('a viewer settles only threads of their own, and makes none of them block', () => {
    const own = { ...thread, openedById: 'other' };
    expect(reasonOf(person('viewer'), 'thread.resolve', thread)).toBe('not-your-thread');
    expect(reasonOf(person('viewer'), 'thread.resolve', own)).toBe('allowed');
    expect(reasonOf(person('viewer'), 'thread.reopen', own)).toBe('allowed');
    expect(reasonOf(person('viewer'), 'thread.set-blocking', own)).toBe('needs-role');
    expect(reasonOf(person('viewer'), 'thread.reopen', { ...own, blocking: true })).toBe('needs-role');
  });
});

test('each refusal is a sentence for the person who was refused', () => {
  expect(describeRefusal('needs-role', { roles: ['engineer', 'product-manager', 'analyst'] })).toBe(
    'This takes one of these roles: Engineer, Product manager or Analyst.',
  );
  expect(describeRefusal('needs-role', { roles: ['admin'] })).toBe('This takes the role: Admin.');
  expect(describeRefusal('wrong-state', { state: 'exported', states: ['drafting', 'in-review'] })).toBe(
    'This proposal is exported; it would have to be drafting or in review.',
  );
});
