import type { PrivacyField } from '@/lib/contracts/privacy';
import type { RetentionAction } from '@/lib/domain/review/snapshot';
import type { DecisionEdits } from './decision-edits';

/** What earlier versions of the schema decided about a field. */
export interface EarlierDecision {
  action: RetentionAction;
  reason: string;
  decidedBy: string;
}

/** Earlier decisions by field pointer; a field without one was purged. */
export type EarlierDecisions = Readonly<Record<string, EarlierDecision>>;

export interface RetentionChange {
  pointer: string;
  path: string;
  before: RetentionAction;
  after: RetentionAction;
}

/**
 * Fields that this proposal would keep for another time than earlier versions did, unsaved decisions included. A field
 * about which this proposal decides nothing stays as it was decided, and a new one has no earlier time.
 */
export function listRetentionChanges(
  fields: readonly PrivacyField[],
  edits: DecisionEdits,
  earlier: EarlierDecisions,
): RetentionChange[] {
  return fields.flatMap(({ pointer, path, change, decision }) => {
    const after = (edits[pointer] ?? decision)?.action;
    if (after === undefined || change === 'added') return [];
    const before = earlier[pointer]?.action ?? 'purge';
    return before === after ? [] : [{ pointer, path, before, after }];
  });
}
