import { describe, expect, test } from 'vitest';
import { describeFinding, findRuleText } from '@/lib/domain/findings/catalogue';
import {
  emptyQuestion,
  type Metric,
  type Question,
  questionKeys,
  readQuestion,
} from '@/lib/domain/question/question';
import { questionFindings } from '@/lib/domain/question/question-findings';

const question: Question = {
  question: 'Do readers who dismiss the banner come back within a day?',
  decision: 'Whether the banner stays for logged-out readers.',
  decisionOwner: 'The Fundraising team',
  existingData: 'None: impressions are not logged today.',
  alternatives: 'A survey; too few would answer.',
  retention: 'Three months, watched by Fundraising Analytics.',
  platforms: 'Desktop and mobile web.',
  sample: '1 % of sessions, one day a week.',
  offSwitch: 'The stream configuration.',
};
const metric: Metric = {
  id: 'm1',
  name: 'Return rate',
  definition: 'Share of sessions with a second visit within 24 hours.',
  fieldPointers: ['/properties/action'],
};

const found = (change: Partial<Question>, metrics: Metric[] = [metric]) =>
  questionFindings({ ...question, ...change }, metrics).map(({ rule, severity, path }) => [
    rule,
    severity,
    path,
  ]);

test('a good proposal gives no finding', () => {
  expect(questionFindings(question, [metric])).toEqual([]);
});

test('an empty proposal gives one finding for each answer, and one for the metrics', () => {
  const findings = questionFindings(emptyQuestion, []);
  expect(findings.map(({ rule, path }) => [rule, path])).toEqual([
    ...questionKeys.map((key) => ['question-unanswered', `/question/${key}`]),
    ['metric-missing', '/metrics'],
  ]);
  const errors = findings.filter((finding) => finding.severity === 'error').map((finding) => finding.path);
  expect(errors).toEqual(['/question/question', '/question/decision', '/question/decisionOwner', '/metrics']);
});

test.each(['', '  \n', 'TBD', 'n/a', '???', 'To be decided.', 'don’t know', '-', 'unknown', 'none'])(
  '%j is no answer',
  (answer) => {
    expect(found({ decision: answer })).toEqual([['question-unanswered', 'error', '/question/decision']]);
    expect(found({ offSwitch: answer })).toEqual([['question-unanswered', 'warning', '/question/offSwitch']]);
  },
);

test('there may be no data yet, and no alternative', () => {
  expect(found({ existingData: 'None.', alternatives: 'none' })).toEqual([]);
  expect(found({ existingData: 'TBD' })).toHaveLength(1);
});

test.each([
  'I would collect it just in case.',
  'Just\nin case',
  'It might be useful for the team',
  'may come in handy',
  'for future analysis',
  'nice to have',
])('%j is not an answer', (answer) => {
  expect(found({ decision: answer })).toEqual([['question-just-in-case', 'error', '/question/decision']]);
  expect(found({ sample: answer })).toEqual([['question-just-in-case', 'warning', '/question/sample']]);
});

test.each(['In case of a rise we revert.', 'It is used by the useful-articles team.', 'Noneuclid decides.'])(
  '%j is an answer',
  (answer) => {
    expect(found({ decision: answer })).toEqual([]);
  },
);

describe('metrics', () => {
  test('have a name and a definition', () => {
    expect(found({}, [{ ...metric, name: ' ', definition: 'tbd' }])).toEqual([
      ['metric-undefined', 'error', '/metrics/0/name'],
      ['metric-undefined', 'error', '/metrics/0/definition'],
    ]);
  });

  test('have different names', () => {
    expect(found({}, [metric, { ...metric, name: 'return  RATE' }])).toEqual([
      ['metric-repeated', 'warning', '/metrics/1/name'],
    ]);
  });
});

test('each finding has a sentence and an explanation', () => {
  const findings = [
    ...questionFindings({ ...emptyQuestion, decision: 'just in case' }, []),
    ...questionFindings(question, [{ ...metric, definition: '' }, metric]),
  ];
  const texts = findings.map((finding) => [finding.rule, describeFinding(finding)]);
  expect(texts).toContainEqual(['question-unanswered', '“Who decides?” is not answered.']);
  expect(texts).toContainEqual(['metric-undefined', 'The metric “Return rate” has no definition.']);
  expect(texts).toContainEqual(['metric-repeated', 'Another metric is also called “Return rate”.']);
  for (const { rule } of findings) expect(findRuleText(rule)?.explanation).toMatch(/\.$/);
});

test('a long hostile answer costs little', () => {
  expect(found({ decision: `${'to be '.repeat(300_000)}!` })).toEqual([]);
});

describe('stored answers', () => {
  test('that are missing or no text count as not answered, and unknown ones are dropped', () => {
    const stored = JSON.parse(
      '{"question":"Why?","decision":7,"sample":null,"extra":"x","__proto__":{"platforms":"p"}}',
    );
    expect(readQuestion(stored)).toEqual({ ...emptyQuestion, question: 'Why?' });
  });

  test.each([null, undefined, 'text', ['question'], 3])('%j is an empty question', (stored) => {
    expect(readQuestion(stored)).toEqual(emptyQuestion);
  });
});
