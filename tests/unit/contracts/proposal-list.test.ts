import { describe, expect, it } from 'vitest';
import { createProposalInput } from '@/lib/contracts/proposal-inputs';
import { proposalListInput } from '@/lib/contracts/proposal-list';

describe('the filter of a list of proposals', () => {
  it('reads what the address bar holds, and takes nonsense as absent', () => {
    const all = { mine: false, needsMe: false, page: 1, state: undefined, text: undefined };
    expect(proposalListInput.parse({})).toEqual({ mine: false, needsMe: false, page: 1 });
    expect(
      proposalListInput.parse({ state: 'x', mine: '0', needsMe: 'false', page: '-3', text: '\0' }),
    ).toEqual(all);
    expect(
      proposalListInput.parse({ state: 'in-review', mine: '1', needsMe: true, page: '2', text: 'click' }),
    ).toEqual({
      ...{ state: 'in-review', mine: true, needsMe: true, page: 2, text: 'click' },
    });
  });
});

describe('the title of a new schema', () => {
  it.each(['analytics/button/click', 'fragment/common_parts', 'a/b-c.d'])('may be %s', (title) => {
    expect(createProposalInput.safeParse({ title, summary: 'x' }).success).toBe(true);
  });

  it.each([
    '/analytics/button',
    'click',
    'a//b',
    'a/../b',
    'a/.git/b',
    'a/b.lock/c',
    'a/b/1.0.0',
    'a/b/latest',
    'a/current.yaml',
    'a/b c',
    'a/b\nc',
    `a/${'b'.repeat(300)}`,
  ])('may not be %j', (title) => {
    expect(createProposalInput.safeParse({ title, summary: 'x' }).success).toBe(false);
  });
});
