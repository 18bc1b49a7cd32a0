'use client';

import { CheckCheck, Search } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { SegmentedControl } from '@/components/ui/segmented-control';
import type { FieldFilter } from './field-filter';

interface FieldToolbarProps {
  filter: FieldFilter;
  counts: Record<FieldFilter, number>;
  onFilter: (filter: FieldFilter) => void;
  search: string;
  onSearch: (search: string) => void;
}

/** Which fields are shown. */
export function FieldToolbar({ filter, counts, onFilter, search, onSearch }: FieldToolbarProps) {
  return (
    <div className="mb-2.5 flex min-w-0 flex-wrap items-center gap-2">
      <div className="min-w-0 max-w-full overflow-x-auto">
        <SegmentedControl
          label="Which fields"
          value={filter}
          onValueChange={onFilter}
          segments={[
            { value: 'undecided', label: `Undecided ${counts.undecided}` },
            { value: 'changed', label: `To decide ${counts.changed}` },
            { value: 'own', label: `Own ${counts.own}` },
            { value: 'inherited', label: `Inherited ${counts.inherited}` },
            { value: 'all', label: `All ${counts.all}` },
          ]}
        />
      </div>
      <div className="min-w-40 flex-1">
        <Input
          type="search"
          aria-label="Search the fields"
          placeholder="Search the fields"
          icon={<Search />}
          value={search}
          onChange={(event) => onSearch(event.target.value)}
        />
      </div>
    </div>
  );
}

interface BulkBarProps {
  shown: number;
  selected: number;
  /** Undecided among all fields. */
  undecided: number;
  onSelectAll: (on: boolean) => void;
  acceptSelected: () => void;
  purgeSelected: () => void;
  acceptUndecided: () => void;
}

/** Decides about many fields at once; nothing is saved by it. */
export function BulkBar(props: BulkBarProps) {
  const { shown, selected, undecided, onSelectAll } = props;
  return (
    <div className="flex min-h-10 min-w-0 flex-wrap items-center gap-x-3 gap-y-1.5 border-b bg-surface-sunken px-3 py-1.5">
      <Button
        size="sm"
        variant="ghost"
        onClick={() => onSelectAll(selected === 0)}
        disabled={shown === 0}
        className="-ms-2"
      >
        {selected === 0 ? `Select all ${shown}` : 'Select none'}
      </Button>
      {selected > 0 && (
        <>
          <span className="text-muted text-xs" role="status">
            {selected} selected
          </span>
          <Button size="sm" icon={<CheckCheck />} onClick={props.acceptSelected}>
            Accept their proposals
          </Button>
          <Button size="sm" onClick={props.purgeSelected}>
            Purge them
          </Button>
        </>
      )}
      {selected === 0 && undecided > 0 && (
        <Button size="sm" icon={<CheckCheck />} onClick={props.acceptUndecided} className="ms-auto">
          {undecided === 1
            ? 'Accept the proposal for the undecided field'
            : `Accept the proposals for all ${undecided} undecided`}
        </Button>
      )}
    </div>
  );
}
