import type { LintRule, Report } from '../rule';

/**
 * Every metric names the fields that measure it, and they exist.
 * @see https://www.mediawiki.org/wiki/Extension:EventLogging/Guide
 */
export const metricWithoutField: LintRule = {
  name: 'metric-without-field',
  check: (context) => {
    const { metrics = [] } = context.input;
    if (metrics.length === 0) return [];
    const known = new Set(context.input.fields.flatMap((field) => [field.pointer, field.path]));
    return metrics
      .filter((metric) => !metric.fieldPointers.some((pointer) => known.has(pointer)))
      .map(
        (metric): Report => ({
          severity: 'warning',
          path: '',
          subject: 'source',
          params: { metric: metric.name },
        }),
      );
  },
};
