import type { LintRule, Report } from '../rule';
import { propertiesOf, requiredNamesOf } from '../schema-node';

/**
 * `meta.dt` is the time of receipt: the intake sets it, and no client is asked for it. Said only of a schema that asks
 * for it itself, not of one that uses an old fragment.
 * @see https://wikitech.wikimedia.org/wiki/Event_Platform/Schemas/Guidelines
 */
export const noMetaDtRequired: LintRule = {
  name: 'no-meta-dt-required',
  check: (context) => {
    const index = requiredNamesOf(propertiesOf(context.input.materialized ?? {}).meta).indexOf('dt');
    const path = `/properties/meta/required/${index}`;
    if (index === -1 || context.map.originsOf(path).own.length === 0) return [];
    const report: Report = { severity: 'warning', path, subject: 'materialized', part: 'value', params: {} };
    return [report];
  },
};
