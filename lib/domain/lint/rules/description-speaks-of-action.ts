import { fieldReport } from '../field-report';
import type { LintRule } from '../rule';

/** Words of today's implementation. */
const implementation =
  /\b(?:(?:the |a |this )?(?:\w+ )?button|CSS (?:class|selector)|DOM (?:node|element)|on-?click|event ?handler|(?:JS|JavaScript|PHP|local|global) variable|variable|function \w+\(|callback)\b/i;

/**
 * A description speaks of the user's action, not of the button or variable that is behind it today.
 * @see https://www.mediawiki.org/wiki/Extension:EventLogging/Guide
 */
export const descriptionSpeaksOfAction: LintRule = {
  name: 'description-speaks-of-action',
  check: (context) =>
    context.ownNewFields.flatMap((field) => {
      const words = implementation.exec((field.description ?? '').slice(0, 2000))?.[0];
      return words === undefined ? [] : [fieldReport(field, 'info', { words })];
    }),
};
