import type { RuleTexts } from '../finding';

/** Texts of the findings that comparing two versions gives. */
export const compatibilityTexts: RuleTexts = {};
