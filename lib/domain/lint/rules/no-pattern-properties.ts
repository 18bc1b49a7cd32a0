import { fieldPathAt } from '../context';
import type { LintRule, Report } from '../rule';

/** `patternProperties` beside `properties` passes upstream's test, yet no table has a column for what they let in. */
export const noPatternProperties: LintRule = {
  name: 'no-pattern-properties',
  check: (context) =>
    context.askedNodes.flatMap((node): Report[] => {
      if (
        !Object.hasOwn(node.schema, 'patternProperties') ||
        !context.isOwnAndNew(`${node.pointer}/patternProperties`)
      )
        return [];
      const params = { field: fieldPathAt(context, node.pointer) };
      return [
        { severity: 'error', path: `${node.pointer}/patternProperties`, subject: 'materialized', params },
      ];
    }),
};
