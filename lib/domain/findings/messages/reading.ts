import type { RuleTexts } from '../finding';

/** Texts of the findings that reading and materializing a source gives. */
export const readingTexts: RuleTexts = {};
