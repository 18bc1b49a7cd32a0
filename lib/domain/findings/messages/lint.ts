import type { RuleTexts } from '../finding';

/** Texts of the findings that the lint rules give. */
export const lintTexts: RuleTexts = {};
