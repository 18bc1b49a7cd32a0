import { questionTexts } from '../question/question-texts';
import type { Finding, RuleText, RuleTexts } from './finding';
import { compatibilityTexts } from './messages/compatibility';
import { draftTexts } from './messages/draft';
import { lintTexts } from './messages/lint';
import { privacyTexts } from './messages/privacy';
import { readingTexts } from './messages/reading';
import { tell } from './tell';

const texts: RuleTexts = {
  ...readingTexts,
  ...lintTexts,
  ...compatibilityTexts,
  ...privacyTexts,
  ...questionTexts,
  ...draftTexts,
};

/** The text of a rule; null where no rule has that name. */
export function findRuleText(rule: string): RuleText | null {
  return Object.hasOwn(texts, rule) ? (texts[rule] ?? null) : null;
}

/** Every rule that has a text, by name, in alphabetical order. */
export function listRuleNames(): string[] {
  return Object.keys(texts).sort();
}

/** The finding as one sentence. A rule without text shows its name, so that nothing is hidden. */
export function describeFinding(finding: Finding): string {
  const text = findRuleText(finding.rule);
  return text === null ? finding.rule : tell(text, finding.params);
}
