import type { LintContext } from './context';
import type { Report } from './rule';
import { reportsBelow, rootNode, type SchemaNode } from './schema-node';

/** What a rule has to say of each subschema of the materialized schema, whoever wrote it. */
export function reportsInMaterialized(
  { input, memory }: LintContext,
  rule: string,
  reportsAt: (node: SchemaNode) => Report[],
): Report[] {
  if (!input.materialized) return [];
  return reportsBelow(rootNode(input.materialized), memory.passed(rule), reportsAt);
}
