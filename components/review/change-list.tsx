'use client';

import { GitCompareArrows } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SegmentedControl } from '@/components/ui/segmented-control';
import {
  type ChangeGroup,
  changeGroups,
  countGroups,
  groupLabels,
  isInGroup,
  sortChanges,
} from './change-groups';
import { ChangeRow } from './change-row';
import { useFieldThreads } from './review-desk';
import type { ReviewView } from './review-view';

type ChangeListProps = Pick<ReviewView, 'changes' | 'schemas' | 'comparedWith' | 'fields'>;

const firstShown = 40;

/** What changed, field by field, the most serious first. */
export function ChangeList({ changes, schemas, comparedWith, fields }: ChangeListProps) {
  const [group, setGroup] = useState<ChangeGroup | 'all'>('all');
  const [shown, setShown] = useState(firstShown);
  const threads = useFieldThreads();
  const sorted = useMemo(() => sortChanges(changes), [changes]);
  const known = useMemo(() => new Set(fields.map((field) => field.pointer)), [fields]);
  if (comparedWith === null) return <NewSchema count={fields.length} />;
  if (changes.length === 0) {
    return (
      <EmptyState compact icon={<GitCompareArrows />} title="No field differs">
        The schema accepts and documents exactly what {comparedWith.label} does.
      </EmptyState>
    );
  }
  const counts = countGroups(changes);
  const filtered = group === 'all' ? sorted : sorted.filter((change) => isInGroup(change, group));
  return (
    <div className="overflow-hidden rounded-lg border bg-surface-raised">
      <div className="overflow-x-auto border-b px-3 py-2">
        <SegmentedControl
          label="Kind of change"
          value={group}
          onValueChange={setGroup}
          segments={[
            { value: 'all', label: `All ${changes.length}` },
            ...changeGroups.map((value) => ({
              value,
              label: `${groupLabels[value]} ${counts[value]}`,
              disabled: counts[value] === 0,
            })),
          ]}
        />
      </div>
      <ul className="divide-y">
        {filtered.slice(0, shown).map((change, index) => (
          <ChangeRow
            key={`${change.kind} ${change.pointer} ${change.keyword} ${index}`}
            change={change}
            schemas={schemas}
            olderLabel={comparedWith.label}
            threads={known.has(change.pointer) ? (threads.get(change.pointer) ?? []) : null}
          />
        ))}
      </ul>
      {filtered.length > shown && (
        <div className="border-t px-3 py-2">
          <Button size="sm" variant="ghost" onClick={() => setShown(filtered.length)}>
            Show {filtered.length - shown} more
          </Button>
        </div>
      )}
    </div>
  );
}

function NewSchema({ count }: { count: number }) {
  return (
    <EmptyState compact icon={<GitCompareArrows />} title="A new schema">
      There is no version to compare with: all of its {count} fields are new.
    </EmptyState>
  );
}
