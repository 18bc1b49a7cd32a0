'use client';

import { useDeferredValue, useMemo, useState } from 'react';
import { Callout } from '@/components/ui/callout';
import { toast } from '@/components/ui/toast';
import { errorText, useAction } from '@/components/review/use-action';
import type { ActionResult } from '@/lib/contracts/action-result';
import type { PrivacyReview } from '@/lib/contracts/privacy';
import { errorsByPointer, isConflict, lacksReason, toDecisions } from './decision-edits';
import { FieldDesk } from './field-desk';
import { RetentionChangeList } from './retention-change-list';
import { type EarlierDecisions, listRetentionChanges } from './retention-changes';
import { RiskBanner } from './risk-banner';
import { SaveBar } from './save-bar';
import { SignOffPanel } from './sign-off-panel';
import { useDecisionEdits } from './use-decision-edits';

type Action<T = unknown> = (input: unknown) => Promise<ActionResult<T>>;

export interface PrivacyActions {
  decide: Action;
  raiseTier: Action<void>;
  setLegalReview: Action<void>;
  signOff: Action;
}

export interface PrivacyPageProps {
  proposalId: string;
  privacy: PrivacyReview;
  /** What earlier versions of the schema decided. */
  earlier: EarlierDecisions;
  /** The moment the page speaks from, ISO 8601. */
  now: string;
  actions: PrivacyActions;
}

const missingReason = 'Say why it has to outlive 90 days.';

/** The privacy tab: the risk tier, a decision per field, and the sign-off. */
export function PrivacyPage({ proposalId, privacy, earlier, now, actions }: PrivacyPageProps) {
  const { fields, permissions } = privacy;
  const { edits, desk } = useDecisionEdits(proposalId, fields);
  const shownEdits = useDeferredValue(edits);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const saving = useAction();
  const decisions = useMemo(() => toDecisions(fields, edits), [fields, edits]);
  const conflicts = fields.filter((field) => {
    const edit = edits[field.pointer];
    return edit !== undefined && isConflict(field, edit);
  });
  const retention = useMemo(
    () => listRetentionChanges(fields, shownEdits, earlier),
    [fields, shownEdits, earlier],
  );
  const save = () => {
    if (decisions.length === 0 || conflicts.length > 0 || saving.pending) return;
    const unreasoned = decisions.filter(lacksReason).map(({ pointer }) => [pointer, missingReason]);
    setErrors(Object.fromEntries(unreasoned));
    if (unreasoned.length > 0) {
      toast.error(`${unreasoned.length} kept or hashed without a reason.`);
      return;
    }
    saving.run(async () => {
      const result = await actions.decide({ proposalId, decisions });
      setErrors(result.ok ? {} : errorsByPointer(decisions, result.error.fields));
      if (result.ok) toast.success(`${count(decisions.length)} saved.`);
      return result;
    });
  };
  return (
    <>
      <RiskBanner proposalId={proposalId} privacy={privacy} edits={shownEdits} raise={actions.raiseTier} />
      <div className="grid min-w-0 gap-x-8 gap-y-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          <Notices privacy={privacy} />
          <RetentionChangeList changes={retention} />
          <FieldDesk
            fields={fields}
            earlier={earlier}
            edits={edits}
            desk={permissions.decide.allowed ? desk : null}
            errors={errors}
            now={now}
            save={save}
          />
          <SaveBar
            unsaved={decisions.length}
            conflicts={conflicts.length}
            pending={saving.pending}
            error={errorText(saving.error)}
            save={save}
            discard={() => {
              desk.clear();
              setErrors({});
              saving.clear();
            }}
          />
        </div>
        <aside aria-label="Sign-off" className="min-w-0">
          <div className="xl:sticky xl:top-6">
            <SignOffPanel
              proposalId={proposalId}
              privacy={privacy}
              unsaved={decisions.length}
              now={now}
              signOff={actions.signOff}
              setLegalReview={actions.setLegalReview}
            />
          </div>
        </aside>
      </div>
    </>
  );
}

function count(decisions: number): string {
  return decisions === 1 ? 'One decision is' : `${decisions} decisions are`;
}

/** Why one cannot decide, and what the list speaks of while there is no revision. */
function Notices({ privacy }: { privacy: PrivacyReview }) {
  const { decide } = privacy.permissions;
  return (
    <>
      {!decide.allowed && (
        <Callout tone="info" title="You can read the decisions, not make them" className="mb-3">
          {decide.because}
        </Callout>
      )}
      {privacy.revisionNumber === null && decide.allowed && (
        <Callout tone="info" className="mb-3">
          These are the fields of the draft. Decisions made now stay with their fields; the sign-off waits for
          a revision.
        </Callout>
      )}
    </>
  );
}
