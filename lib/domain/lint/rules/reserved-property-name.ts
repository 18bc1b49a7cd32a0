import { fieldPathAt } from '../context';
import type { LintRule, Report } from '../rule';

/** Names that the compatibility test of jsonschema-tools skips, or at which it crashes (conformance.md B3, traps). */
const keywordNames = new Set(['description', 'examples', '$id', 'maxLength', 'required', 'enum']);
/** Names that every JavaScript object answers to, so that the order of keys and checks of presence go wrong. */
const prototypeNames = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

function whyReserved(name: string): string | null {
  if (keywordNames.has(name)) return 'keyword';
  return prototypeNames.has(name) ? 'prototype' : null;
}

/** No property is named like a keyword or a built-in that makes the tools blind, crash, or disagree on order. */
export const reservedPropertyName: LintRule = {
  name: 'reserved-property-name',
  check: (context) =>
    context.askedNodes.flatMap((node): Report[] => {
      const reason = node.property === null ? null : whyReserved(node.property);
      if (reason === null || !context.isOwnAndNew(node.pointer)) return [];
      const params = { name: node.property, reason, field: fieldPathAt(context, node.pointer) };
      return [{ severity: 'error', path: node.pointer, subject: 'materialized', params }];
    }),
};
