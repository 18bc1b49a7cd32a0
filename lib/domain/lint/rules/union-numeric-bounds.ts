import { fieldPathAt } from '../context';
import type { LintRule, Report } from '../rule';
import { keywordOf } from '../schema-node';

/** A union with a number in it has bounds as well: neither the tool nor its test puts any there (conformance.md B2, gaps). */
export const unionNumericBounds: LintRule = {
  name: 'union-numeric-bounds',
  check: (context) => {
    if (!context.input.enforcedNumericBounds) return [];
    return context.askedNodes.flatMap((node): Report[] => {
      const type = keywordOf(node.schema, 'type');
      const isNumeric = Array.isArray(type) && type.some((one) => one === 'integer' || one === 'number');
      if (!isNumeric || !context.isOwnAndNew(node.pointer)) return [];
      const missing = ['minimum', 'maximum'].filter(
        (bound) => typeof keywordOf(node.schema, bound) !== 'number',
      );
      if (missing.length === 0) return [];
      const params = { missing, field: fieldPathAt(context, node.pointer) };
      return [{ severity: 'warning', path: node.pointer, subject: 'materialized', params }];
    });
  },
};
