import type { DataCategory, PrivacyField } from '@/lib/contracts/privacy';
import { deriveRiskTier } from '@/lib/domain/privacy/combinations';
import type { RetentionAction, RiskTier } from '@/lib/domain/review/snapshot';

/** What an analyst chooses for one field. */
export interface DecisionValues {
  category: DataCategory;
  identifiesPerson: boolean;
  action: RetentionAction;
  reason: string;
}

/** A decision that is not saved yet; `seenVersion` is the decision that stood when it was begun, null for none. */
export interface DecisionEdit extends DecisionValues {
  seenVersion: number | null;
}

/** Unsaved decisions by field pointer. */
export type DecisionEdits = Readonly<Record<string, DecisionEdit>>;

/** What a row shows before anything is edited: what stands, else what Assent proposes. */
export function startingValues({ decision, proposal }: PrivacyField): DecisionValues {
  const { category, identifiesPerson, action } = decision ?? proposal;
  return { category, identifiesPerson, action, reason: decision?.reason ?? '' };
}

/** The proposal taken over as it is, with what made Assent think so as the reason. */
export function acceptedValues({ proposal }: PrivacyField): DecisionValues {
  const { category, identifiesPerson, action, because } = proposal;
  return { category, identifiesPerson, action, reason: because };
}

/** Changes some values of a field's decision. A reason that was only the proposal's does not serve another choice. */
export function editedValues(
  field: PrivacyField,
  edit: DecisionEdit | undefined,
  change: Partial<DecisionValues>,
): DecisionEdit {
  const values = edit ?? startingValues(field);
  const isOtherAction = change.action !== undefined && change.action !== values.action;
  const reason = isOtherAction && values.reason === field.proposal.because ? '' : values.reason;
  return { ...values, reason, ...change, seenVersion: edit ? edit.seenVersion : versionOf(field) };
}

/** Whether an edit would change what stands. */
export function isUnsaved({ decision }: PrivacyField, edit: DecisionEdit): boolean {
  return (
    decision === null ||
    decision.category !== edit.category ||
    decision.identifiesPerson !== edit.identifiesPerson ||
    decision.action !== edit.action ||
    decision.reason !== edit.reason.trim()
  );
}

/** Whether somebody else decided about the field since the edit was begun. */
export function isConflict(field: PrivacyField, edit: DecisionEdit): boolean {
  return isUnsaved(field, edit) && versionOf(field) !== edit.seenVersion;
}

/** Whether an edit keeps or hashes without saying why. */
export function lacksReason(edit: DecisionValues): boolean {
  return edit.action !== 'purge' && edit.reason.trim() === '';
}

/** The edits that still change something, of fields that are still there. */
export function pruneEdits(fields: readonly PrivacyField[], edits: DecisionEdits): DecisionEdits {
  const kept = fields.flatMap((field) => {
    const edit = edits[field.pointer];
    return edit && isUnsaved(field, edit) ? [[field.pointer, edit] as const] : [];
  });
  return kept.length === Object.keys(edits).length ? edits : Object.fromEntries(kept);
}

/** The edits as `decideFieldsInput` wants them, in the order of the schema. */
export function toDecisions(fields: readonly PrivacyField[], edits: DecisionEdits) {
  return fields.flatMap((field) => {
    const edit = edits[field.pointer];
    if (!edit || !isUnsaved(field, edit)) return [];
    const { seenVersion, ...values } = edit;
    return [{ pointer: field.pointer, ...values, expectedVersion: seenVersion }];
  });
}

/** Messages of a refused save by field pointer: the server names decisions by their place in what was sent. */
export function errorsByPointer(
  decisions: readonly { pointer: string }[],
  errors: Readonly<Record<string, string>>,
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [path, message] of Object.entries(errors)) {
    const index = /^decisions\.(\d+)\./.exec(path)?.[1];
    const pointer = index === undefined ? undefined : decisions[Number(index)]?.pointer;
    if (pointer !== undefined) found[pointer] = message;
  }
  return found;
}

/** The risk tier that the fields would give once the edits are saved. */
export function tierAfter(fields: readonly PrivacyField[], edits: DecisionEdits, raised: RiskTier | null) {
  const decided = fields.map((field) => {
    const values = edits[field.pointer] ?? field.decision;
    const name = field.path.slice(field.path.lastIndexOf('.') + 1);
    // What nobody decided counts as what it looks like, and as purged.
    const { category, action } = values ?? { category: field.proposal.category, action: 'purge' as const };
    return { path: field.path, name, category, action };
  });
  const { tier: derived, causes } = deriveRiskTier(decided);
  return { tier: Math.min(derived, raised ?? 3) as RiskTier, derived, causes };
}

function versionOf({ decision }: PrivacyField): number | null {
  return decision?.version ?? null;
}
