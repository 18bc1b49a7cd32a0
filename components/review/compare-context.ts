import type { RevisionView } from '@/lib/contracts/review';
import { questionKeys } from '@/lib/domain/question/question';
import { questionPrompts } from '@/lib/domain/question/question-prompts';
import { pathOfPointer } from '@/lib/domain/draft/moved-fields';
import type { Metric } from '@/lib/domain/question/question';
import type { ContextChange } from './review-view';

type Context = Pick<RevisionView, 'question' | 'metrics'>;

/** The answers and metrics in which two revisions differ, in the order of the question page. Empty where in none. */
export function compareContext(older: Context, newer: Context): ContextChange[] {
  const answers = questionKeys.map((key) => ({
    key,
    label: questionPrompts[key].label,
    before: older.question[key],
    after: newer.question[key],
  }));
  const ids = new Set([...newer.metrics, ...older.metrics].map((metric) => metric.id));
  const metrics = [...ids].map((id) => {
    const before = older.metrics.find((metric) => metric.id === id);
    const after = newer.metrics.find((metric) => metric.id === id);
    return {
      key: id,
      label: `Metric ${(after ?? before)?.name ?? ''}`,
      before: metricText(before),
      after: metricText(after),
    };
  });
  return [...answers, ...metrics].filter(({ before, after }) => before !== after);
}

function metricText(metric: Metric | undefined): string {
  if (!metric) return '';
  const fields = metric.fieldPointers.map((pointer) => `- ${pathOfPointer(pointer)}`);
  return [metric.name, metric.definition, ...(fields.length > 0 ? ['Fields:', ...fields] : [])].join('\n');
}
