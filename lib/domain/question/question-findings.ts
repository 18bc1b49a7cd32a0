import type { Finding, Severity } from '../findings/finding';
import { toPointer } from '../schema/pointer';
import { type Metric, type Question, type QuestionKey, questionKeys } from './question';

/** Without these there is nothing to review; the other answers may be missing for a while. */
const essential: readonly QuestionKey[] = ['question', 'decision', 'decisionOwner'];

/** Answers that say nothing, whole. */
const emptyPhrases =
  /^(?:n\/?a|none|nothing|no|nobody|todo|to do|tbd|tba|to be (?:decided|determined|done)|unknown|not sure|don'?t know|later|x+|\?+|-+|\.+|…)[.!]*$/;

/** Answers that want the data without a use for it. */
const justInCase = [
  /\bjust in case\b/,
  /\b(?:might|may|could) (?:be|become|come in|prove) (?:useful|handy|interesting|of (?:use|interest))\b/,
  /\bcould (?:need|want|use) (?:it|this|them) (?:later|some ?day|one day)\b/,
  /\bnice to have\b/,
  /\bfor (?:future|later|possible|potential) (?:use|analysis|analyses|needs?|reference)\b/,
  /\b(?:some ?day|you never know)\b/,
  /\bbecause (?:we|it) can\b/,
];

/** For these “none” is an answer: there may be no data yet, and no alternative. */
const mayBeNone: readonly QuestionKey[] = ['existingData', 'alternatives'];

/** As much of an answer as is looked at; nobody hides a phrase behind that. */
const longestRead = 20_000;

/**
 * What is missing in the answers and metrics of a proposal (rules.md, “Questions a proposal answers”).
 * The path of each finding points into `{question, metrics}`. Errors: no question, no decision or nobody to make
 * it, no metric, a metric without name or definition. Everything else is a warning. Empty: all is answered.
 */
export function questionFindings(question: Question, metrics: readonly Metric[]): Finding[] {
  return [...questionKeys.flatMap((key) => answerFindings(key, question[key])), ...metricFindings(metrics)];
}

function answerFindings(key: QuestionKey, text: string): Finding[] {
  const answer = normalize(text);
  const severity: Severity = essential.includes(key) ? 'error' : 'warning';
  if (answer === '' || (emptyPhrases.test(answer) && !(mayBeNone.includes(key) && isNone(answer)))) {
    return [finding(['question', key], { rule: 'question-unanswered', severity, params: { answer: key } })];
  }
  if (justInCase.some((phrase) => phrase.test(answer))) {
    return [finding(['question', key], { rule: 'question-just-in-case', severity, params: { answer: key } })];
  }
  return [];
}

function metricFindings(metrics: readonly Metric[]): Finding[] {
  if (metrics.length === 0)
    return [finding(['metrics'], { rule: 'metric-missing', severity: 'error', params: {} })];
  const seen = new Set<string>();
  return metrics.flatMap((metric, index) => {
    const name = normalize(metric.name);
    const findings = partsMissing(metric).map((part) =>
      finding(['metrics', index, part], {
        rule: 'metric-undefined',
        severity: 'error',
        params: { metric: metric.name.trim(), part },
      }),
    );
    if (name !== '' && seen.has(name)) {
      findings.push(
        finding(['metrics', index, 'name'], {
          rule: 'metric-repeated',
          severity: 'warning',
          params: { metric: metric.name },
        }),
      );
    }
    seen.add(name);
    return findings;
  });
}

function partsMissing(metric: Metric): ('name' | 'definition')[] {
  return (['name', 'definition'] as const).filter((part) => {
    const text = normalize(metric[part]);
    return text === '' || emptyPhrases.test(text);
  });
}

function isNone(answer: string): boolean {
  return /^(?:none|nothing|no)[.!]*$/.test(answer);
}

/** Lower case, one space for any white space, straight apostrophes. */
function normalize(text: string): string {
  return text.slice(0, longestRead).replaceAll('’', "'").replace(/\s+/g, ' ').trim().toLowerCase();
}

function finding(path: (string | number)[], fault: Pick<Finding, 'rule' | 'severity' | 'params'>): Finding {
  return { ...fault, path: toPointer(path), subject: 'question' };
}
