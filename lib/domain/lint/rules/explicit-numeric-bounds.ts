import type { Field } from '../../schema/types';
import type { LintContext } from '../context';
import { fieldReport, fixOf, ownPlaceOf } from '../field-report';
import type { LintRule, Report } from '../rule';
import { keywordOf } from '../schema-node';

const lower = ['minimum', 'exclusiveMinimum'];
const upper = ['maximum', 'exclusiveMaximum'];
/** What is counted or measured cannot be less than nothing. */
const neverNegative =
  /(?:^|_)(?:count|id|ms|seconds|bytes|size|length|duration|position|index|ordinal|number)$/;

function reportOf(field: Field, context: LintContext): Report[] {
  if (!/^(?:integer|number)$/.test(field.type) || field.enum !== null) return [];
  const place = ownPlaceOf(context, field);
  if (place === null) return [];
  const own = context.map.valueAt(place);
  const says = (keywords: string[]) => keywords.some((keyword) => keywordOf(own, keyword) !== undefined);
  if (says(lower) || says(upper)) return [];
  const report = fieldReport(field, 'info', { type: field.type });
  if (!neverNegative.test(field.name)) return [report];
  const edits = context.editor.addAfter(place, 'type', [{ key: 'minimum', value: 0 }]);
  return [{ ...report, fix: fixOf('Add minimum: 0', edits) }];
}

/**
 * A number says which values it can have. Where it does not, jsonschema-tools writes in the largest range that all
 * languages hold exactly, which catches no mistake.
 * @see https://wikitech.wikimedia.org/wiki/Event_Platform/Schemas/Guidelines
 */
export const explicitNumericBounds: LintRule = {
  name: 'explicit-numeric-bounds',
  check: (context) => context.ownNewFields.flatMap((field) => reportOf(field, context)),
};
