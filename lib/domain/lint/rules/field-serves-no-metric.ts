import type { Field } from '../../schema/types';
import { fieldReport, isOfTheProtocol } from '../field-report';
import type { LintRule } from '../rule';

/** A field is served by naming it, what holds it, or, of a list or map, what is in it. */
function isNamedBy(field: Field, names: ReadonlySet<string>): boolean {
  if (names.has(field.pointer) || names.has(field.path)) return true;
  for (let at = field.pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/')))
    if (names.has(at)) return true;
  const parts = field.path.split('.');
  return parts.some((_, count) => names.has(parts.slice(0, count).join('.')));
}

/**
 * Every new field serves a metric, or controls or validates data: “be bold and prune”.
 * @see https://www.mediawiki.org/wiki/Extension:EventLogging/Guide
 */
export const fieldServesNoMetric: LintRule = {
  name: 'field-serves-no-metric',
  check: (context) => {
    const { metrics, controlFields = [] } = context.input;
    if (!metrics || context.isFragment) return [];
    const names = new Set([...metrics.flatMap((metric) => metric.fieldPointers), ...controlFields]);
    return context.ownNewFields
      .filter((field) => field.leaf && !isOfTheProtocol(field) && !isNamedBy(field, names))
      .map((field) => fieldReport(field, 'warning'));
  },
};
