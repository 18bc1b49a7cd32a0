'use client';

import { useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Tag } from '@/components/ui/tag';
import type { MetricView } from '@/lib/contracts/proposal-page';
import { type FieldChoice, pathOfChoice } from './field-choice';

interface MetricCardProps {
  metric: MetricView;
  choices: readonly FieldChoice[];
  mayEdit: boolean;
  onEdit: () => void;
  onRemove: () => Promise<void>;
}

/** One metric as it stands. */
export function MetricCard({ metric, choices, mayEdit, onEdit, onRemove }: MetricCardProps) {
  const [asking, setAsking] = useState(false);
  return (
    <li className="px-3 py-2.5">
      <div className="flex items-start gap-2">
        <p className="min-w-0 flex-1 break-words font-medium">{metric.name}</p>
        {mayEdit && (
          <span className="-mt-0.5 flex shrink-0 gap-1">
            <Button size="sm" variant="ghost" onClick={onEdit} aria-label={`Change ${metric.name}`}>
              Change
            </Button>
            <Button
              size="sm"
              variant="danger-ghost"
              onClick={() => setAsking(true)}
              aria-label={`Remove ${metric.name}`}
            >
              Remove
            </Button>
          </span>
        )}
      </div>
      <p className="mt-0.5 whitespace-pre-line break-words text-muted">{metric.definition}</p>
      <p className="mt-1.5 flex flex-wrap gap-1">
        {metric.fieldPointers.map((pointer) => (
          <Tag key={pointer} mono>
            {pathOfChoice(pointer, choices)}
          </Tag>
        ))}
        {metric.fieldPointers.length === 0 && (
          <span className="text-warning text-xs">No field serves it yet.</span>
        )}
      </p>
      <AlertDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Remove “${metric.name}”?`}
        description="The fields that only it needed then serve no metric."
        confirmLabel="Remove"
        onConfirm={onRemove}
      />
    </li>
  );
}
