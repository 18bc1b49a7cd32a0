import type { Json } from '../../schema/json';
import { hasType } from '../../validate/keyword-checks';
import { fieldPathAt } from '../context';
import type { LintRule, Report } from '../rule';
import { keywordOf, type SchemaNode } from '../schema-node';

function typeNameOf(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}

/** Values that the node's own type refuses; without a type, those that are unlike the first. */
function strangersOf(node: SchemaNode, values: Json[]): Json[] {
  const type = keywordOf(node.schema, 'type');
  if (type !== undefined) return values.filter((value) => ![type].flat().some((one) => hasType(one, value)));
  const first = values[0];
  return first === undefined ? [] : values.filter((value) => typeNameOf(value) !== typeNameOf(first));
}

/**
 * The values of a list of choices have one type, and it is the field's. Upstream's test asks only that none is null
 * (conformance.md B2, gaps).
 */
export const enumOfOneType: LintRule = {
  name: 'enum-of-one-type',
  check: (context) =>
    context.askedNodes.flatMap((node): Report[] => {
      const values = keywordOf(node.schema, 'enum');
      if (!Array.isArray(values) || !context.isOwnAndNew(`${node.pointer}/enum`)) return [];
      const strangers = strangersOf(node, values);
      if (strangers.length === 0) return [];
      const params = { values: strangers.slice(0, 5), field: fieldPathAt(context, node.pointer) };
      return [{ severity: 'error', path: `${node.pointer}/enum`, subject: 'materialized', params }];
    }),
};
