import type { RuleTexts } from '../findings/finding';
import type { Json } from '../schema/json';
import { type QuestionKey, questionKeys } from './question';
import { questionPrompts } from './question-prompts';

const questionsSource = 'https://wikitech.wikimedia.org/wiki/Test_Kitchen/How_to';

/** Texts of the findings on the question and the metrics of a proposal. */
export const questionTexts: RuleTexts = {
  'question-unanswered': {
    title: 'Every question is answered',
    message: ({ answer }) => `“${promptOf(answer)}” is not answered.`,
    explanation:
      'Reviewers weigh what is collected against what it is for. Without the question, the decision and the person who makes it there is nothing to weigh, so these three are required; the other answers should be there before the review.',
    source: questionsSource,
  },
  'question-just-in-case': {
    title: 'Data is collected for a decision, not just in case',
    message: ({ answer }) =>
      `The answer to “${promptOf(answer)}” says that the data might be useful one day.`,
    explanation:
      '“I would collect it just in case” is not an answer. Name the decision that will be different once the data is there, or leave the data out: it can be proposed when somebody needs it.',
    source: questionsSource,
  },
  'metric-missing': {
    title: 'A proposal has a metric',
    message: () => 'No metric is defined.',
    explanation:
      'A metric is a named, precisely defined measurement that answers the question. Fields are judged by the metrics they serve, so there has to be at least one.',
    source: questionsSource,
  },
  'metric-undefined': {
    title: 'A metric has a name and a definition',
    message: ({ metric, part }) =>
      metric && part === 'definition'
        ? `The metric “${textOf(metric)}” has no definition.`
        : `A metric has no ${textOf(part)}.`,
    explanation:
      'The definition says exactly what is counted, over which unit and period, so that two people who compute the metric get the same number.',
    source: questionsSource,
  },
  'metric-repeated': {
    title: 'Metrics have different names',
    message: ({ metric }) => `Another metric is also called “${textOf(metric)}”.`,
    explanation: 'People speak of a metric by its name; two with one name will be mistaken for each other.',
    source: questionsSource,
  },
};

function promptOf(answer: Json | undefined): string {
  const key = questionKeys.find((known: QuestionKey) => known === answer);
  return key ? questionPrompts[key].label : textOf(answer);
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
