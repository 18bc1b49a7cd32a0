import type { Ajv } from 'ajv';
import { keywordGroups } from '@/lib/domain/validate/keyword-order';

/**
 * Lets ajv 8 ask the keywords of a schema in the order of ajv 6. It decides where defaults are filled in: a subschema in
 * `allOf` may require what the schema around it fills in, and the other way round not; items that differ may be equal
 * once they are filled in.
 */
export function askInOrderOfAjv6({ RULES }: Ajv): void {
  for (const group of RULES.rules) {
    const keywords = keywordGroups.find(({ type }) => type === group.type)?.keywords ?? [];
    const rank = ({ keyword }: { keyword: string }) =>
      keywords.includes(keyword) ? keywords.indexOf(keyword) : keywords.length;
    group.rules.sort((left, right) => rank(left) - rank(right));
  }
  const rankOfGroup = ({ type }: { type?: string }) =>
    keywordGroups.findIndex((group) => group.type === type);
  RULES.rules.sort((left, right) => rankOfGroup(left) - rankOfGroup(right));
}
