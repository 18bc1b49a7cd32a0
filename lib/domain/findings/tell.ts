import type { Json } from '../schema/json';
import type { Finding, RuleText } from './finding';

/** Longer texts of a person's are cut in a sentence; a title may be as long. In UTF-16 code units. */
const LONGEST = 300;

/** The sentence that a rule has for what was found; values of any length keep it readable. */
export function tell({ message }: RuleText, params: Finding['params']): string {
  return message(Object.fromEntries(Object.entries(params).map(([name, value]) => [name, cut(value)])));
}

function cut(value: Json): Json {
  if (Array.isArray(value)) return value.map(cut);
  if (typeof value !== 'string' || value.length <= LONGEST) return value;
  // Half of a character is none.
  return `${value.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '')}…`;
}
