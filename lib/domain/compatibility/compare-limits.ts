import type { ChangeKind, Classification } from './change';
import { type FieldPair, reportChange } from './field-pair';
import { equalJson, ownValue } from './json-equality';

interface Limit {
  group: 'bounds' | 'length' | 'count';
  /** An upper limit allows less when it falls, a lower one when it rises. */
  side: 'upper' | 'lower';
}

const limits = new Map<string, Limit>([
  ['minimum', { group: 'bounds', side: 'lower' }],
  ['exclusiveMinimum', { group: 'bounds', side: 'lower' }],
  ['maximum', { group: 'bounds', side: 'upper' }],
  ['exclusiveMaximum', { group: 'bounds', side: 'upper' }],
  ['minLength', { group: 'length', side: 'lower' }],
  ['maxLength', { group: 'length', side: 'upper' }],
  ['minItems', { group: 'count', side: 'lower' }],
  ['maxItems', { group: 'count', side: 'upper' }],
  ['minProperties', { group: 'count', side: 'lower' }],
  ['maxProperties', { group: 'count', side: 'upper' }],
]);

/** Every keyword that this file compares. */
export const limitKeywords: readonly string[] = [...limits.keys(), 'multipleOf'];

/** Compares numeric bounds, lengths, and counts of items and properties: allows the newer version less or more? */
export function compareLimits(pair: FieldPair): void {
  for (const [keyword, limit] of limits) {
    const before = ownValue(pair.older, keyword);
    const after = ownValue(pair.newer, keyword);
    if (equalJson(before, after)) continue;
    if (!isNumberOrNothing(before) || !isNumberOrNothing(after)) {
      reportUnclear(pair, keyword);
      continue;
    }
    const unlimited = limit.side === 'upper' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    const difference = (after ?? unlimited) - (before ?? unlimited);
    const tighter = limit.side === 'upper' ? difference < 0 : difference > 0;
    const kind: ChangeKind = `${limit.group}-${tighter ? 'tightened' : 'loosened'}`;
    reportChange(pair, { kind, keyword, classifications: classify(keyword, tighter), before, after });
  }
  compareMultiple(pair);
}

/** More than was promised reaches consumers; only a longer text is harmless, and upstream says so too. */
function classify(keyword: string, tighter: boolean): Classification[] {
  if (tighter) return ['breaking-producers'];
  return [keyword === 'maxLength' ? 'compatible' : 'breaking-consumers', 'privacy'];
}

function compareMultiple(pair: FieldPair): void {
  const keyword = 'multipleOf';
  const before = ownValue(pair.older, keyword);
  const after = ownValue(pair.newer, keyword);
  if (equalJson(before, after)) return;
  if (!isNumberOrNothing(before) || !isNumberOrNothing(after)) {
    reportUnclear(pair, keyword);
  } else if (before === undefined || (after !== undefined && after % before === 0)) {
    const classifications: Classification[] = ['breaking-producers'];
    reportChange(pair, { kind: 'bounds-tightened', keyword, classifications, before, after });
  } else if (after === undefined || before % after === 0) {
    const classifications: Classification[] = ['breaking-consumers', 'privacy'];
    reportChange(pair, { kind: 'bounds-loosened', keyword, classifications, before, after });
  } else reportUnclear(pair, keyword);
}

function reportUnclear(pair: FieldPair, keyword: string): void {
  reportChange(pair, {
    kind: 'bounds-changed',
    keyword,
    classifications: ['breaking-producers', 'breaking-consumers', 'privacy'],
    before: ownValue(pair.older, keyword),
    after: ownValue(pair.newer, keyword),
  });
}

function isNumberOrNothing(value: unknown): value is number | undefined {
  return value === undefined || typeof value === 'number';
}
