import type { Field } from '../../schema/types';
import type { LintContext } from '../context';
import { fieldReport, fixOf, ownPlaceOf } from '../field-report';
import type { LintRule, Report } from '../rule';
import type { Member } from '../source-editor';

const moment = /(?:^|_)(?:dt|datetime|date_time|timestamp|ts|at|created|modified|expires|expiry)$/;

function reportOf(field: Field, context: LintContext): Report[] {
  if (!moment.test(field.name) || field.enum !== null || field.format !== null || field.pattern !== null)
    return [];
  if (field.type !== 'string') {
    const isNumber = field.type === 'integer' || field.type === 'number';
    return isNumber ? [fieldReport(field, 'warning', { type: field.type })] : [];
  }
  const members: Member[] = [{ key: 'format', value: 'date-time' }];
  if (field.maxLength === null) members.push({ key: 'maxLength', value: 128 });
  const place = ownPlaceOf(context, field);
  const edits = place === null ? null : context.editor.addAfter(place, 'type', members);
  return [
    { ...fieldReport(field, 'warning', { type: 'string' }), fix: fixOf('Add format: date-time', edits) },
  ];
}

/**
 * A moment is text in ISO 8601 (`format: date-time`), which every tool along the way reads alike.
 * @see https://wikitech.wikimedia.org/wiki/Event_Platform/Schemas/Guidelines
 */
export const dateTimeFormat: LintRule = {
  name: 'date-time-format',
  check: (context) => context.ownNewFields.flatMap((field) => reportOf(field, context)),
};
