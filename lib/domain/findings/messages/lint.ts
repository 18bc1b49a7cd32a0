import type { RuleTexts } from '../finding';
import { stricterLintTexts } from './lint-stricter';
import { styleLintTexts } from './lint-style';
import { upstreamLintTexts } from './lint-upstream';

/** Texts of the findings that the lint rules give. */
export const lintTexts: RuleTexts = { ...upstreamLintTexts, ...stricterLintTexts, ...styleLintTexts };
