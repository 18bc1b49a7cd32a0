import { describe, expect, it } from 'vitest';
import { countFilters, filterFields, firstFilter } from '@/components/privacy/field-filter';
import { listRetentionChanges } from '@/components/privacy/retention-changes';
import { signOffRefusal, signOffSteps } from '@/components/privacy/sign-off-state';
import { decided, privacyField, privacyReview } from './privacy-fields';

const waiting = privacyField('waiting');
const done = privacyField('done', { decision: decided() });
const inherited = privacyField('meta.dt', {
  origin: '/fragment/common/1.0.0',
  toDecide: false,
  change: 'unchanged',
});
const all = [waiting, done, inherited];

describe('the filters of the field list', () => {
  it('sort fields, and count what they would show', () => {
    const paths = (filter: Parameters<typeof filterFields>[1]) =>
      filterFields(all, filter, '').map((field) => field.path);
    expect(paths('undecided')).toEqual(['waiting']);
    expect(paths('changed')).toEqual(['waiting', 'done']);
    expect(paths('own')).toEqual(['waiting', 'done']);
    expect(paths('inherited')).toEqual(['meta.dt']);
    expect(countFilters(all)).toEqual({ undecided: 1, changed: 2, own: 2, inherited: 1, all: 3 });
  });

  it('search path, type and description, every word of them', () => {
    expect(filterFields(all, 'all', ' META string ')).toEqual([inherited]);
    expect(filterFields(all, 'all', 'meta nothing')).toEqual([]);
  });

  it('begin with what waits, then with what the proposal changes', () => {
    expect(firstFilter(all)).toBe('undecided');
    expect(firstFilter([done, inherited])).toBe('changed');
    expect(firstFilter([inherited])).toBe('all');
  });
});

describe('retention against earlier versions', () => {
  const earlier = {
    '/properties/kept': { action: 'keep' as const, reason: 'Asked for.', decidedBy: 'Amir' },
  };
  const kept = privacyField('kept', { change: 'changed', decision: decided({ action: 'purge' }) });

  it('names the fields whose time changes', () => {
    expect(listRetentionChanges([kept], {}, earlier)).toEqual([
      { pointer: kept.pointer, path: 'kept', before: 'keep', after: 'purge' },
    ]);
  });

  it('counts a field that nobody put on the allowlist as purged until now', () => {
    const other = privacyField('other', { change: 'changed', decision: decided({ action: 'hash' }) });
    expect(listRetentionChanges([other], {}, {})).toEqual([
      { pointer: other.pointer, path: 'other', before: 'purge', after: 'hash' },
    ]);
  });

  it('says nothing of new fields and of fields about which nothing is decided', () => {
    const silent = privacyField('kept', { change: 'changed' });
    const added = privacyField('added', { decision: decided({ action: 'keep' }) });
    expect(listRetentionChanges([silent, added], {}, earlier)).toEqual([]);
  });
});

describe('the sign-off', () => {
  it('can be given where everything is decided and saved', () => {
    expect(signOffRefusal(privacyReview([done, inherited]), 0)).toBeNull();
  });

  it('says first that the person may not', () => {
    const because = 'You contributed text.';
    const review = privacyReview([waiting]);
    review.permissions.signOff = { allowed: false, because };
    expect(signOffRefusal(review, 0)).toBe(because);
  });

  it.each([
    [
      'fields without a decision',
      privacyReview([waiting, done]),
      0,
      '1 of 2 added or changed fields wait for a decision.',
    ],
    ['decisions that are not saved', privacyReview([done]), 3, '3 of your decisions are not saved yet.'],
    [
      'no reason to keep',
      privacyReview([privacyField('k', { decision: decided({ action: 'keep' }) })]),
      0,
      '1 kept or hashed without a reason.',
    ],
    [
      'no revision',
      privacyReview([done], { revisionNumber: null, revisionHash: null }),
      0,
      'Nothing can be signed off before a revision was submitted.',
    ],
  ])('waits for %s', (_, review, unsaved, sentence) => {
    expect(signOffRefusal(review, unsaved)).toBe(sentence);
  });

  it('does not wait for the link that tier 1 needs, and says that it is missing', () => {
    const review = privacyReview([done], { tier: 1, signOffsNeeded: 2 });
    expect(signOffRefusal(review, 0)).toBeNull();
    expect(signOffSteps(review, 0).map(({ id, done: isDone }) => [id, isDone])).toEqual([
      ['decisions', true],
      ['legal-review', false],
      ['sign-offs', false],
    ]);
  });
});
