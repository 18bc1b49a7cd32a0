import { fieldPathAt } from '../context';
import { findNondeterministicTypes } from '../deterministic-types';
import type { LintRule, Report } from '../rule';
import { keywordOf } from '../schema-node';

/**
 * Lists say what they hold, also where upstream's test of types does not look.
 * @see https://wikitech.wikimedia.org/wiki/Event_Platform/Schemas/Guidelines
 */
export const arrayItems: LintRule = {
  name: 'array-items',
  check: (context) => {
    const { materialized } = context.input;
    if (!materialized || context.askedNodes.length === 0) return [];
    const { visited } = findNondeterministicTypes(materialized);
    return context.askedNodes.flatMap((node): Report[] => {
      if (keywordOf(node.schema, 'type') !== 'array' || visited.has(node.pointer)) return [];
      const itemType = keywordOf(keywordOf(node.schema, 'items'), 'type');
      if (itemType !== undefined || !context.isOwnAndNew(node.pointer)) return [];
      const params = { field: fieldPathAt(context, node.pointer) };
      return [{ severity: 'error', path: node.pointer, subject: 'materialized', params }];
    });
  },
};
