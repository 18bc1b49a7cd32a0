import { appendPointer } from '../../schema/pointer';
import { fieldPathAt } from '../context';
import type { LintRule, Report } from '../rule';
import { propertiesOf, requiredNamesOf } from '../schema-node';

/** Upstream follows `properties` alone. */
function isSeenUpstream(pointer: string): boolean {
  return /^(?:\/properties\/[^/]*)*$/.test(pointer);
}

/**
 * What list items and map values require exists in them: upstream's test does not look there (conformance.md B2, gaps).
 */
export const nestedRequiredPropertiesExist: LintRule = {
  name: 'nested-required-properties-exist',
  check: (context) =>
    context.askedNodes
      .filter(
        (node) =>
          node.keyword === 'items' || node.keyword === 'additionalProperties' || node.property !== null,
      )
      .filter((node) => !isSeenUpstream(node.pointer) && context.isOwnAndNew(node.pointer))
      .flatMap((node) => {
        const properties = propertiesOf(node.schema);
        return requiredNamesOf(node.schema).flatMap((name, index): Report[] => {
          if (Object.hasOwn(properties, name)) return [];
          const path = `${appendPointer(node.pointer, 'required')}/${index}`;
          const params = { name, field: fieldPathAt(context, node.pointer) };
          return [{ severity: 'error', path, subject: 'materialized', part: 'value', params }];
        });
      }),
};
