'use client';

import { Check, Undo2 } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import type { DataCategory, PrivacyField } from '@/lib/contracts/privacy';
import { categoryInfo } from '@/lib/domain/privacy/categories';
import type { RetentionAction } from '@/lib/domain/review/snapshot';
import { type DecisionEdit, lacksReason, startingValues } from './decision-edits';
import { actionLabels, categoryOptions, retentionLabels } from './labels';
import type { EarlierDecision } from './retention-changes';
import type { DecisionDesk } from './use-decision-edits';

interface DecisionControlsProps {
  field: PrivacyField;
  edit: DecisionEdit | undefined;
  earlier: EarlierDecision | undefined;
  desk: DecisionDesk;
  error: string | undefined;
}

const actions: readonly RetentionAction[] = ['purge', 'keep', 'hash'];

/** The decision about one field: category, whether it identifies a person, what happens after 90 days, and why. */
export function DecisionControls({ field, edit, earlier, desk, error }: DecisionControlsProps) {
  const values = edit ?? startingValues(field);
  const reasonError = error ?? null;
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <ProposalHint field={field} edit={edit} desk={desk} />
      <div className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-2">
        <Select
          size="sm"
          aria-label={`Data category of ${field.path}`}
          className="w-56 max-w-full"
          value={values.category}
          onChange={(event) => desk.change(field, { category: event.target.value as DataCategory })}
          options={categoryOptions}
        />
        <Checkbox
          label={
            <>
              Identifies a person<span className="sr-only">: {field.path}</span>
            </>
          }
          checked={values.identifiesPerson}
          onChange={(event) => desk.change(field, { identifiesPerson: event.target.checked })}
        />
      </div>
      <div className="flex min-w-0 flex-wrap items-start gap-x-3 gap-y-2">
        <SegmentedControl
          label={`After 90 days: ${field.path}`}
          value={values.action}
          onValueChange={(action) => desk.change(field, { action })}
          segments={actions.map((value) => ({ value, label: actionLabels[value] }))}
        />
        <Field label={`Reason for ${field.path}`} hideLabel error={reasonError} className="min-w-40 flex-1">
          <Textarea
            rows={1}
            maxRows={6}
            className="!py-1"
            value={values.reason}
            placeholder={values.action === 'purge' ? 'Reason (optional)' : 'Why it has to outlive 90 days'}
            required={lacksReason(values)}
            onChange={(event) => desk.change(field, { reason: event.target.value })}
          />
        </Field>
      </div>
      {earlier && earlier.action !== values.action && (
        <p className="break-words text-warning text-xs">
          Earlier versions: {retentionLabels[earlier.action].toLowerCase()}, decided by {earlier.decidedBy}
          {earlier.reason && ` (“${earlier.reason}”)`}.
        </p>
      )}
    </div>
  );
}

function ProposalHint({ field, edit, desk }: Pick<DecisionControlsProps, 'field' | 'edit' | 'desk'>) {
  const { proposal, decision } = field;
  const isPlain = proposal.category === 'none';
  return (
    <div className="flex min-w-0 items-start gap-x-3 gap-y-1 text-xs max-sm:flex-col">
      <span className="min-w-0 flex-1 break-words text-muted">
        {!isPlain && (
          <Badge tone="privacy" className="me-1.5">
            {categoryInfo(proposal.category).label}
          </Badge>
        )}
        {proposal.because} Proposed: {actionLabels[proposal.action].toLowerCase()}.
      </span>
      <span className="flex shrink-0 items-center gap-1.5">
        {edit ? (
          <>
            <Badge tone="accent">Not saved yet</Badge>
            <Button size="sm" variant="ghost" icon={<Undo2 />} onClick={() => desk.drop(field.pointer)}>
              Undo<span className="sr-only"> {field.path}</span>
            </Button>
          </>
        ) : (
          <Button size="sm" icon={<Check />} onClick={() => desk.accept([field])}>
            {decision ? 'Take the proposal' : 'Accept'}
            <span className="sr-only"> {field.path}</span>
          </Button>
        )}
      </span>
    </div>
  );
}
