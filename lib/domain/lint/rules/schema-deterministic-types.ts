import { findNondeterministicTypes } from '../deterministic-types';
import type { LintContext } from '../context';
import type { LintRule, Report } from '../rule';
import type { Fix } from '../../findings/finding';
import { keywordOf } from '../schema-node';
import { checkMaterialized } from '../upstream';

/** A union of one type and null becomes that type: a value that is unknown is left out of the event. */
export function removeNullFix(pointer: string, context: LintContext): Fix | null {
  const path = context.map.originsOf(pointer).own[0];
  if (path === undefined) return null;
  const types = keywordOf(context.map.valueAt(path), 'type');
  const others = Array.isArray(types) ? types.filter((type) => type !== 'null') : [];
  const only = others[0];
  if (others.length !== 1 || typeof only !== 'string') return null;
  const range = context.input.source.rangeOf(`${path}/type`, 'value');
  const text = range ? context.input.source.text.slice(range.start.offset, range.end.offset) : '';
  if (!range || !text.startsWith('[')) return null;
  const replacement = context.input.source.format === 'json' ? JSON.stringify(only) : only;
  return {
    label: `Make it ${only}, and leave it out where it is unknown`,
    edits: [{ start: range.start.offset, end: range.end.offset, text: replacement }],
  };
}

function fixFor(report: Report, context: LintContext): Fix | null {
  if (report.params.reason === 'union') return removeNullFix(report.path, context);
  if (report.params.reason !== 'items') return null;
  const path = context.map.originsOf(report.path).own[0];
  if (path === undefined || keywordOf(context.map.valueAt(path), 'items') !== undefined) return null;
  const edits = context.editor.addItems(path, 'string');
  return edits && { label: 'Say that the items are strings', edits };
}

/**
 * Every property has one type, known beforehand: no unions, lists say what they hold, objects what is in them.
 * @see https://wikitech.wikimedia.org/wiki/Event_Platform/Schemas/Guidelines
 */
export const schemaDeterministicTypes: LintRule = {
  name: 'schema-deterministic-types',
  upstream: true,
  check: (context) => {
    const passed = context.memory.passed('schema-deterministic-types');
    return checkMaterialized(context, (schema) => findNondeterministicTypes(schema, passed).violations).map(
      (report) => ({ ...report, fix: fixFor(report, context) }),
    );
  },
};
