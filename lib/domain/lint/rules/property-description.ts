import { fieldReport, isNamed } from '../field-report';
import type { LintRule } from '../rule';

/**
 * Every property says what it means. Of an object that only groups others it is asked less sternly, because half of
 * those in published schemas have no description.
 * @see https://wikitech.wikimedia.org/wiki/Event_Platform/Schemas/Guidelines
 */
export const propertyDescription: LintRule = {
  name: 'property-description',
  check: (context) =>
    context.ownNewFields
      .filter((field) => isNamed(field) && (field.description ?? '').trim() === '')
      .map((field) => fieldReport(field, field.type === 'object' ? 'info' : 'error')),
};
