import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedAnswers, mergeAnswers } from '@/components/proposal/question/merge-answers';
import { emptyQuestion, type Question, questionKeys } from '@/lib/domain/question/question';

const question = (answers: Partial<Question>): Question => ({ ...emptyQuestion, ...answers });

describe('mergeAnswers', () => {
  test('takes from each what the other left alone', () => {
    const base = question({ question: 'q', sample: 's' });
    const merged = mergeAnswers(base, { ...base, question: 'mine' }, { ...base, sample: 'theirs' });
    expect(merged).toEqual({ answers: question({ question: 'mine', sample: 'theirs' }), disputed: [] });
  });

  test('names what both changed, and keeps mine until a person chose', () => {
    const base = question({ decision: 'd' });
    const merged = mergeAnswers(base, { ...base, decision: 'mine' }, { ...base, decision: 'theirs' });
    expect(merged.disputed).toEqual(['decision']);
    expect(merged.answers.decision).toBe('mine');
  });

  test('the same change of both is no dispute', () => {
    const base = question({});
    const both = question({ offSwitch: 'a flag' });
    expect(mergeAnswers(base, both, both)).toEqual({ answers: both, disputed: [] });
  });

  test('no answer is dropped that is not shown as disputed', () => {
    const answer = fc.constantFrom('', 'a', 'b');
    const any = fc
      .tuple(...questionKeys.map(() => answer))
      .map(
        (texts) =>
          Object.fromEntries(questionKeys.map((key, index) => [key, texts[index]])) as unknown as Question,
      );
    fc.assert(
      fc.property(any, any, any, (base, mine, theirs) => {
        const { answers, disputed } = mergeAnswers(base, mine, theirs);
        for (const key of questionKeys) {
          if (mine[key] !== base[key]) expect(answers[key]).toBe(mine[key]);
          if (theirs[key] !== base[key])
            expect(answers[key] === theirs[key] || disputed.includes(key)).toBe(true);
        }
      }),
    );
  });
});

test('changedAnswers names what differs', () => {
  expect(changedAnswers(question({}), question({ retention: 'a year' }))).toEqual(['retention']);
});
