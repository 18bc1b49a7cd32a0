import { fieldReport } from '../field-report';
import type { LintRule } from '../rule';

const click = /(?:^|_)(?:click|clicks|clicked|click_count|clickthrough)(?:$|_)/;

/**
 * An impression is preferred to a click, which browsers lose when the page is left. A hint: clicks have their uses.
 * @see https://www.mediawiki.org/wiki/Extension:EventLogging/Guide
 */
export const impressionOverClick: LintRule = {
  name: 'impression-over-click',
  check: (context) => {
    const clicks = context.ownNewFields.filter((field) => click.test(field.name));
    if (clicks.length === 0) return [];
    const countsImpressions = context.input.fields.some((field) =>
      /(?:^|_)(?:impression|view|seen|shown)/.test(field.name),
    );
    return countsImpressions ? [] : clicks.map((field) => fieldReport(field, 'info', { name: field.name }));
  },
};
