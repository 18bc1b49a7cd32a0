import { type Question, type QuestionKey, questionKeys } from '@/lib/domain/question/question';

/** Two people's answers brought together. */
export interface MergedAnswers {
  /** What each changed alone is taken from them; where both changed an answer, mine stands until a person chose. */
  answers: Question;
  /** Answers that both changed, and differently. */
  disputed: QuestionKey[];
}

/** Brings together what two people made of the same answers; nothing of either is dropped silently. */
export function mergeAnswers(base: Question, mine: Question, theirs: Question): MergedAnswers {
  const answers = { ...mine };
  const disputed: QuestionKey[] = [];
  for (const key of questionKeys) {
    if (mine[key] === theirs[key]) continue;
    if (mine[key] === base[key]) answers[key] = theirs[key];
    else if (theirs[key] !== base[key]) disputed.push(key);
  }
  return { answers, disputed };
}

/** The names of the answers that differ. */
export function changedAnswers(before: Question, after: Question): QuestionKey[] {
  return questionKeys.filter((key) => before[key] !== after[key]);
}
