import { expect, test } from 'vitest';
import { canMove, isOpen, nextStates, proposalStates } from '@/lib/domain/review/proposal-state';

test('the life of a proposal has exactly six steps', () => {
  const steps = proposalStates.flatMap((from) =>
    proposalStates.filter((to) => canMove(from, to)).map((to) => `${from} → ${to}`),
  );
  expect(steps).toEqual([
    'drafting → in-review',
    'drafting → withdrawn',
    'in-review → approved',
    'in-review → withdrawn',
    'approved → exported',
    'approved → withdrawn',
  ]);
});

test('a life that is over goes nowhere, and only two states are open', () => {
  expect(nextStates('exported')).toEqual([]);
  expect(nextStates('withdrawn')).toEqual([]);
  expect(proposalStates.filter(isOpen)).toEqual(['drafting', 'in-review']);
});
