import { isSafePattern } from '../../regex/safe-pattern';
import { appendPointer } from '../../schema/pointer';
import { fieldPathAt, type LintContext } from '../context';
import { reportsInMaterialized } from '../reports-in-materialized';
import type { LintRule, Report } from '../rule';
import { keywordOf, type SchemaNode } from '../schema-node';

function patternsOf(node: SchemaNode): { path: string; pattern: string }[] {
  const patterns: { path: string; pattern: string }[] = [];
  const { pattern } = node.schema;
  if (typeof pattern === 'string') patterns.push({ path: `${node.pointer}/pattern`, pattern });
  const map = keywordOf(node.schema, 'patternProperties');
  for (const name of Object.keys(typeof map === 'object' && map !== null ? map : {})) {
    patterns.push({ path: appendPointer(`${node.pointer}/patternProperties`, name), pattern: name });
  }
  return patterns;
}

function reportOf(node: SchemaNode, context: LintContext): Report[] {
  return patternsOf(node)
    .filter(({ pattern }) => !isSafePattern(pattern))
    .map(({ path, pattern }) => ({
      severity: 'error',
      path,
      subject: 'materialized',
      params: { pattern, field: fieldPathAt(context, node.pointer) },
    }));
}

/** No regular expression can be made to run for hours by an event that someone sends. */
export const patternIsSafe: LintRule = {
  name: 'pattern-is-safe',
  check: (context) => reportsInMaterialized(context, 'pattern-is-safe', (node) => reportOf(node, context)),
};
