'use client';

import { memo } from 'react';
import { classNames } from '@/components/ui/class-names';
import { Checkbox } from '@/components/ui/checkbox';
import type { PrivacyField } from '@/lib/contracts/privacy';
import { fieldAnchor } from '@/components/review/review-links';
import { type DecisionEdit, isConflict } from './decision-edits';
import { DecisionConflict } from './decision-conflict';
import { DecisionControls } from './decision-controls';
import { DecisionSummary } from './decision-summary';
import { FieldFacts } from './field-facts';
import type { EarlierDecision } from './retention-changes';
import type { DecisionDesk } from './use-decision-edits';

export interface DecisionRowProps {
  field: PrivacyField;
  edit: DecisionEdit | undefined;
  earlier: EarlierDecision | undefined;
  /** Null where this person may not decide. */
  desk: DecisionDesk | null;
  selected: boolean;
  onSelect: (pointer: string, selected: boolean) => void;
  /** Shows the controls of a field that is decided, or needs no decision. */
  expanded: boolean;
  onExpand: (pointer: string) => void;
  error: string | undefined;
  now: string;
}

/** One field: what it is, what Assent proposes, what stands, and the controls to decide. */
export const DecisionRow = memo(function DecisionRow(props: DecisionRowProps) {
  const { field, edit, earlier, desk, selected, onSelect, expanded, onExpand, error, now } = props;
  const waits = field.toDecide && field.decision === null;
  const controls = desk !== null && (waits || edit !== undefined || expanded);
  return (
    <li
      id={fieldAnchor(field.pointer)}
      tabIndex={-1}
      className={classNames(
        'grid min-w-0 scroll-mt-24 grid-cols-[auto_minmax(0,1fr)] gap-x-3 px-3 py-2.5 outline-none target:bg-accent-soft',
        '[contain-intrinsic-size:auto_6rem] [content-visibility:auto]',
        edit && 'shadow-[inset_2px_0_0_var(--accent-solid)] rtl:shadow-[inset_-2px_0_0_var(--accent-solid)]',
      )}
    >
      {desk ? (
        <Checkbox
          label={`Select ${field.path}`}
          hideLabel
          checked={selected}
          onChange={(event) => onSelect(field.pointer, event.target.checked)}
        />
      ) : (
        <span />
      )}
      <div
        className={classNames(
          'grid min-w-0 gap-x-6 gap-y-2',
          controls ? 'lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]' : 'md:grid-cols-[minmax(0,1fr)_auto]',
        )}
      >
        <FieldFacts field={field} brief={!controls} />
        {controls ? (
          <div className="flex min-w-0 flex-col gap-2">
            {edit && isConflict(field, edit) && <DecisionConflict field={field} desk={desk} />}
            <DecisionControls field={field} edit={edit} earlier={earlier} desk={desk} error={error} />
          </div>
        ) : (
          <DecisionSummary
            field={field}
            earlier={earlier}
            now={now}
            onExpand={desk ? () => onExpand(field.pointer) : null}
          />
        )}
      </div>
    </li>
  );
});
