import { fieldPathAt } from '../context';
import type { LintRule, Report } from '../rule';

/** `anyOf` hides from upstream's test of types what it lets in (conformance.md B2, gaps): a column needs one type. */
export const noAnyOf: LintRule = {
  name: 'no-any-of',
  check: (context) =>
    context.askedNodes.flatMap((node): Report[] => {
      if (!Object.hasOwn(node.schema, 'anyOf') || !context.isOwnAndNew(`${node.pointer}/anyOf`)) return [];
      const params = { field: fieldPathAt(context, node.pointer) };
      return [{ severity: 'error', path: `${node.pointer}/anyOf`, subject: 'materialized', params }];
    }),
};
