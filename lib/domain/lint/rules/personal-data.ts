import { detectPersonalData } from '../../privacy/detect-personal-data';
import { exampleValueAt } from '../../privacy/example-values';
import { materializedOrEmpty } from '../context';
import { fieldReport } from '../field-report';
import type { LintRule } from '../rule';

/**
 * A new field that looks like personal data is pointed out to its author, before the analyst decides.
 * @see https://foundation.wikimedia.org/wiki/Legal:Data_retention_guidelines
 */
export const personalData: LintRule = {
  name: 'personal-data',
  check: (context) =>
    context.ownNewFields.flatMap((field) => {
      const guess = detectPersonalData(field, exampleValueAt(materializedOrEmpty(context), field.pointer));
      if (!guess) return [];
      const { category, proposal, reason } = guess;
      return [fieldReport(field, 'info', { category, proposal, reason })];
    }),
};
