import { detectNeverCollected } from '../../privacy/detect-never-collected';
import type { LintContext } from '../context';
import { fieldReport } from '../field-report';
import type { LintRule } from '../rule';
import type { Field } from '../../schema/types';

/** Own fields, and those of a fragment that this proposal brings in; not what a published version inherited before. */
function addedFields(context: LintContext): Field[] {
  const { newFieldPointers, isNewSchema } = context.input;
  return newFieldPointers !== null || isNewSchema ? context.newFields : context.ownNewFields;
}

/**
 * Names, postal addresses, e-mail addresses, phone numbers, payment cards and government identifiers are never collected.
 * @see https://foundation.wikimedia.org/wiki/Legal:Data_retention_guidelines
 */
export const neverCollected: LintRule = {
  name: 'never-collected',
  check: (context) =>
    addedFields(context).flatMap((field) => {
      const found = detectNeverCollected(field);
      return found
        ? [fieldReport(field, 'error', { kind: found.kind, by: found.by, words: found.words })]
        : [];
    }),
};
