import type { RuleTexts } from '../finding';

/** Texts of the findings that the privacy and parsimony rules give. */
export const privacyTexts: RuleTexts = {};
