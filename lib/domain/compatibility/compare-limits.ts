import type { ChangeKind, Classification } from './change';
import { bothAllow, type FieldPair, type LimitedType, reportChange } from './field-pair';
import { equalJson, ownValue } from './json-equality';

interface Limit {
  /** What is limited; a limit says nothing of other types. */
  of: LimitedType;
  group: 'bounds' | 'length' | 'count';
  /** An upper limit allows less when it falls, a lower one when it rises. */
  side: 'upper' | 'lower';
}

const limits = new Map<string, Limit>([
  ['minimum', { of: 'number', group: 'bounds', side: 'lower' }],
  ['exclusiveMinimum', { of: 'number', group: 'bounds', side: 'lower' }],
  ['maximum', { of: 'number', group: 'bounds', side: 'upper' }],
  ['exclusiveMaximum', { of: 'number', group: 'bounds', side: 'upper' }],
  ['minLength', { of: 'string', group: 'length', side: 'lower' }],
  ['maxLength', { of: 'string', group: 'length', side: 'upper' }],
  ['minItems', { of: 'array', group: 'count', side: 'lower' }],
  ['maxItems', { of: 'array', group: 'count', side: 'upper' }],
  ['minProperties', { of: 'object', group: 'count', side: 'lower' }],
  ['maxProperties', { of: 'object', group: 'count', side: 'upper' }],
]);

/** Every keyword that this file compares. */
export const limitKeywords: readonly string[] = [...limits.keys(), 'multipleOf'];

/** Compares numeric bounds, lengths, and counts of items and properties: allows the newer version less or more? */
export function compareLimits(pair: FieldPair): void {
  for (const [keyword, limit] of limits) {
    const before = ownValue(pair.older, keyword);
    const after = ownValue(pair.newer, keyword);
    if (equalJson(before, after) || !bothAllow(pair, limit.of)) continue;
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
  if (equalJson(before, after) || !bothAllow(pair, 'number')) return;
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
