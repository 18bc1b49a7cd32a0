import { fieldPathAt, type LintContext } from '../context';
import { withRenameFix } from '../rename-fix';
import type { LintRule, Report } from '../rule';
import type { SchemaNode } from '../schema-node';
import { isSnakeCase } from '../snake-case';

/** Upstream follows `properties` and `allOf` alone. */
function isSeenUpstream(pointer: string): boolean {
  return /^(?:\/allOf\/\d+|\/properties\/[^/]*)*$/.test(pointer);
}

function reportOf(node: SchemaNode, context: LintContext): Report[] {
  if (node.property === null || isSnakeCase(node.property)) return [];
  if (isSeenUpstream(node.pointer) || !context.isOwnAndNew(node.pointer)) return [];
  const params = { name: node.property, field: fieldPathAt(context, node.pointer) };
  const report: Report = { severity: 'error', path: node.pointer, subject: 'materialized', params };
  return [withRenameFix(report, context)];
}

/**
 * Names inside list items, map values and alternatives are lower snake_case too: upstream's test does not look there
 * (conformance.md B2, gaps).
 */
export const nestedSnakeCaseProperties: LintRule = {
  name: 'nested-snake-case-properties',
  check: (context) => context.askedNodes.flatMap((node) => reportOf(node, context)),
};
