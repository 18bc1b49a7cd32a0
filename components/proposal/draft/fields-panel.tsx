'use client';

import { useMemo, useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { SegmentedControl } from '@/components/ui/segmented-control';
import type { DraftAssessment } from '@/lib/domain/draft/assess-draft';
import type { Range } from '@/lib/domain/findings/finding';
import { categoryInfo } from '@/lib/domain/privacy/categories';
import { detectPersonalData } from '@/lib/domain/privacy/detect-personal-data';
import type { Field } from '@/lib/domain/schema/types';
import { findFieldRange } from './field-place';

interface FieldsPanelProps {
  assessment: DraftAssessment;
  isNewSchema: boolean;
  onReveal: (range: Range) => void;
}

/** The fields of the materialized schema, inherited ones included, with what this proposal does to them. */
export function FieldsPanel({ assessment, isNewSchema, onReveal }: FieldsPanelProps) {
  const { fields, source, schema } = assessment;
  const [which, setWhich] = useState<'all' | 'changed'>('all');
  const states = useMemo(() => fieldStates(assessment), [assessment]);
  const shown = which === 'all' ? fields : fields.filter((field) => states.has(field.pointer));
  if (!schema) {
    return (
      <EmptyState compact title="The fields cannot be worked out now">
        The text cannot be read or materialized. “Findings” says why.
      </EmptyState>
    );
  }
  return (
    <>
      {!isNewSchema && (
        <div className="flex items-center justify-between gap-2 border-b px-3 py-1.5 text-muted text-xs">
          <span>
            {fields.length} fields, {states.size} new or changed
          </span>
          <SegmentedControl
            label="Which fields"
            size="sm"
            value={which}
            onValueChange={setWhich}
            segments={[
              { value: 'all', label: 'All' },
              { value: 'changed', label: 'Changed' },
            ]}
          />
        </div>
      )}
      {shown.length === 0 ? (
        <EmptyState compact title={which === 'all' ? 'No fields yet' : 'No field is new or changed'}>
          {which === 'all' && 'Add the first one with “Add a field”, or write it below properties.'}
        </EmptyState>
      ) : (
        <ul className="divide-y">
          {shown.map((field) => (
            <Line
              key={field.pointer}
              field={field}
              state={isNewSchema ? null : (states.get(field.pointer) ?? null)}
              range={source ? findFieldRange(source, field.pointer) : null}
              onReveal={onReveal}
            />
          ))}
        </ul>
      )}
    </>
  );
}

type FieldState = 'new' | 'changed';

function fieldStates({ comparison, changedFieldPointers }: DraftAssessment): Map<string, FieldState> {
  const added = (comparison?.changes ?? []).filter((change) => change.kind === 'field-added');
  const isAdded = (pointer: string) =>
    added.some((change) => pointer === change.pointer || pointer.startsWith(`${change.pointer}/`));
  return new Map(changedFieldPointers.map((pointer) => [pointer, isAdded(pointer) ? 'new' : 'changed']));
}

interface LineProps {
  field: Field;
  state: FieldState | null;
  /** Where it stands in the text; null where it is inherited. */
  range: Range | null;
  onReveal: (range: Range) => void;
}

function Line({ field, state, range, onReveal }: LineProps) {
  const guess = detectPersonalData(field);
  const parent = field.path.slice(0, field.path.length - field.name.length);
  const name = (
    <code className="break-all text-xs">
      <span className="text-faint">{parent}</span>
      <span className="font-medium">{field.name}</span>
    </code>
  );
  return (
    <li
      className="min-w-0 px-3 py-1.5 hover:bg-surface-hover"
      style={{ paddingInlineStart: `${0.75 + Math.min(field.depth, 6) * 0.75}rem` }}
    >
      <div className="flex min-w-0 flex-wrap items-baseline gap-x-2 gap-y-0.5">
        {range ? (
          <button
            type="button"
            onClick={() => onReveal({ ...range })}
            title={`Line ${range.start.line}`}
            className="min-w-0 rounded-xs text-start hover:text-accent hover:underline"
          >
            {name}
          </button>
        ) : (
          name
        )}
        <span className="text-2xs text-muted">{typeOf(field)}</span>
        {field.required && <span className="text-2xs text-faint">required</span>}
        <span className="ms-auto flex gap-1">
          {state && <Badge tone="info">{state}</Badge>}
          {guess && (
            <Badge tone="privacy" title={`Looks like personal data: ${guess.reason}.`}>
              {categoryInfo(guess.category).label}
            </Badge>
          )}
        </span>
      </div>
      <p className="line-clamp-2 break-words text-muted text-xs">
        {field.description ?? <span className="text-warning">No description.</span>}
      </p>
      {field.origin.kind === 'fragment' && (
        <p className="break-all text-2xs text-faint">from {field.origin.uri}</p>
      )}
    </li>
  );
}

function typeOf({ type, valueType, format, enum: values, minimum, maximum, maxLength }: Field): string {
  const base = valueType ? `${type} of ${valueType}` : format ? `${type}, ${format}` : type;
  if (values) return `${base}, ${values.length} ${values.length === 1 ? 'value' : 'values'}`;
  const isBounded = minimum !== null && maximum !== null && Math.abs(maximum) < Number.MAX_SAFE_INTEGER;
  if (isBounded) return `${base}, ${minimum} to ${maximum}`;
  return maxLength !== null && !format ? `${base}, at most ${maxLength}` : base;
}
