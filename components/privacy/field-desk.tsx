'use client';

import { ListFilter } from 'lucide-react';
import { type KeyboardEvent, useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { fieldAnchor } from '@/components/review/review-links';
import type { PrivacyField } from '@/lib/contracts/privacy';
import type { DecisionEdits } from './decision-edits';
import { DecisionRow } from './decision-row';
import { countFilters, type FieldFilter, filterFields, firstFilter } from './field-filter';
import { BulkBar, FieldToolbar } from './field-toolbar';
import type { EarlierDecisions } from './retention-changes';
import type { DecisionDesk } from './use-decision-edits';

interface FieldDeskProps {
  fields: PrivacyField[];
  earlier: EarlierDecisions;
  edits: DecisionEdits;
  /** Null where this person may not decide. */
  desk: DecisionDesk | null;
  errors: Readonly<Record<string, string>>;
  now: string;
  save: () => void;
}

const nothing: ReadonlySet<string> = new Set();

/** The fields, filtered, and the decisions about them, one by one or many at once. Ctrl-Enter saves. */
export function FieldDesk({ fields, earlier, edits, desk, errors, now, save }: FieldDeskProps) {
  const [filter, setFilter] = useState<FieldFilter>(() => firstFilter(fields));
  const [search, setSearch] = useState('');
  const [selected, setSelected] = useState(nothing);
  const [expanded, setExpanded] = useState(nothing);
  const shown = useMemo(() => filterFields(fields, filter, search), [fields, filter, search]);
  const counts = useMemo(() => countFilters(fields), [fields]);
  const undecided = useMemo(() => filterFields(fields, 'undecided', ''), [fields]);
  const onSelect = useCallback(
    (pointer: string, on: boolean) => setSelected((known) => withMember(known, pointer, on)),
    [],
  );
  const onExpand = useCallback(
    (pointer: string) => setExpanded((known) => withMember(known, pointer, true)),
    [],
  );
  useLinkedField(fields, () => {
    setFilter('all');
    setSearch('');
  });
  const chosen = fields.filter((field) => selected.has(field.pointer));
  const choose = (work: (chosen: PrivacyField[]) => void) => () => {
    work(chosen);
    setSelected(nothing);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    save();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key is that of the controls inside
    <div onKeyDown={onKeyDown}>
      <FieldToolbar
        filter={filter}
        counts={counts}
        onFilter={setFilter}
        search={search}
        onSearch={setSearch}
      />
      <div className="min-w-0 overflow-clip rounded-lg border bg-surface-raised">
        {desk && (
          <BulkBar
            shown={shown.length}
            selected={chosen.length}
            undecided={undecided.length}
            onSelectAll={(on) => setSelected(on ? new Set(shown.map((field) => field.pointer)) : nothing)}
            acceptSelected={choose((items) => desk.accept(items))}
            purgeSelected={choose((items) => {
              for (const field of items) desk.change(field, { action: 'purge' });
            })}
            acceptUndecided={() => desk.accept(undecided)}
          />
        )}
        {shown.length === 0 ? (
          <NoFields filter={filter} search={search} any={fields.length > 0} />
        ) : (
          <ul aria-label="Fields" className="divide-y">
            {shown.map((field) => (
              <DecisionRow
                key={field.pointer}
                field={field}
                edit={edits[field.pointer]}
                earlier={earlier[field.pointer]}
                desk={desk}
                selected={selected.has(field.pointer)}
                onSelect={onSelect}
                expanded={expanded.has(field.pointer)}
                onExpand={onExpand}
                error={errors[field.pointer]}
                now={now}
              />
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

function withMember(set: ReadonlySet<string>, member: string, on: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (on) next.add(member);
  else next.delete(member);
  return next;
}

function NoFields({ filter, search, any }: { filter: FieldFilter; search: string; any: boolean }) {
  if (search.trim() !== '') {
    return (
      <EmptyState compact icon={<ListFilter />} title="No field fits">
        No field of this list holds “{search.trim()}”.
      </EmptyState>
    );
  }
  if (!any) {
    return (
      <EmptyState compact title="No fields">
        The schema cannot be read or materialized yet; the findings of the draft say why.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      compact
      title={filter === 'undecided' ? 'Every field that needs a decision has one' : 'No such field'}
    />
  );
}

/** Shows the field that the address names, whatever is filtered, and puts the focus there; only when the address changes. */
function useLinkedField(fields: readonly PrivacyField[], showAll: () => void): void {
  const find = useEffectEvent(() => {
    const anchor = safeDecode(location.hash.slice(1));
    const field = fields.find(({ pointer }) => fieldAnchor(pointer) === anchor);
    if (!field) return;
    const id = fieldAnchor(field.pointer);
    if (!document.getElementById(id)) showAll();
    requestAnimationFrame(() => {
      const row = document.getElementById(id);
      row?.scrollIntoView({ block: 'center' });
      row?.focus({ preventScroll: true });
    });
  });
  useEffect(() => {
    find();
    const onHash = () => find();
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, []);
}

function safeDecode(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
