import { fieldPathAt, type LintContext } from '../context';
import { findNondeterministicTypes } from '../deterministic-types';
import type { LintRule, Report } from '../rule';
import { keywordOf, type SchemaNode } from '../schema-node';

function reportOf(node: SchemaNode, seenUpstream: boolean, context: LintContext): Report[] {
  const type = keywordOf(node.schema, 'type');
  const isUnion = Array.isArray(type) && !seenUpstream;
  if ((!isUnion && type !== 'null') || !context.isOwnAndNew(node.pointer)) return [];
  const params = { type: type ?? null, field: fieldPathAt(context, node.pointer) };
  return [{ severity: 'error', path: `${node.pointer}/type`, subject: 'materialized', params }];
}

/**
 * No union and no `null` type, also where upstream's test of types does not look.
 * @see https://wikitech.wikimedia.org/wiki/Event_Platform/Schemas/Guidelines
 */
export const noUnionTypes: LintRule = {
  name: 'no-union-types',
  check: (context) => {
    const { materialized } = context.input;
    if (!materialized || context.askedNodes.length === 0) return [];
    const { visited } = findNondeterministicTypes(materialized);
    return context.askedNodes.flatMap((node) => reportOf(node, visited.has(node.pointer), context));
  },
};
