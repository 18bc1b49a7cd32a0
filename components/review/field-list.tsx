'use client';

import Link from 'next/link';
import { type ReactNode, useMemo, useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/section';
import { SegmentedControl } from '@/components/ui/segmented-control';
import type { ThreadView } from '@/lib/contracts/thread';
import { FieldDiscussion } from './field-discussion';
import { useFieldThreads } from './review-desk';
import type { FieldLine } from './review-view';

type Filter = 'changed' | 'discussed' | 'all';

/** The fields of the revision, what changed in them, and the threads on each. */
export function FieldList({ fields }: { fields: FieldLine[] }) {
  const threads = useFieldThreads();
  const changed = useMemo(() => fields.filter((field) => field.change !== 'unchanged'), [fields]);
  const discussed = useMemo(() => fields.filter((field) => threads.has(field.pointer)), [fields, threads]);
  const [filter, setFilter] = useState<Filter>(changed.length > 0 ? 'changed' : 'all');
  const shown = { changed, discussed, all: fields }[filter];
  return (
    <Section
      id="fields"
      title="Fields"
      actions={
        <SegmentedControl
          label="Which fields"
          value={filter}
          onValueChange={setFilter}
          segments={[
            { value: 'changed', label: `Changed ${changed.length}` },
            { value: 'discussed', label: `With threads ${discussed.length}` },
            { value: 'all', label: `All ${fields.length}` },
          ]}
        />
      }
    >
      {shown.length === 0 ? (
        <EmptyState compact title="No such field">
          {filter === 'discussed' ? 'No thread stands on a field.' : 'No field differs.'}
        </EmptyState>
      ) : (
        <ul className="divide-y overflow-hidden rounded-lg border bg-surface-raised">
          {shown.map((field) => (
            <li key={field.pointer} className="min-w-0">
              <FieldDiscussion
                pointer={field.pointer}
                path={field.path}
                threads={threads.get(field.pointer) ?? noThreads}
              >
                {(button) => <FieldRow field={field} button={button} />}
              </FieldDiscussion>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

const noThreads: ThreadView[] = [];

function FieldRow({ field, button }: { field: FieldLine; button: ReactNode }) {
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5 px-3 py-1.5 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto]">
      <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5">
        <FieldPath field={field} />
        {field.change !== 'unchanged' && (
          <Badge tone={field.change === 'added' ? 'success' : 'accent'} look="outline">
            {field.change === 'added' ? 'New' : 'Changed'}
          </Badge>
        )}
        <span className="w-full font-mono text-2xs text-muted leading-4">
          {field.type}
          {field.required && ' · required'}
        </span>
      </div>
      <div className="col-span-2 row-start-2 min-w-0 md:col-span-1 md:row-start-auto">
        <p className="line-clamp-3 whitespace-pre-line break-words text-muted">
          {field.description ?? <em>No description</em>}
        </p>
        {field.origin && (
          <p className="text-faint text-xs">
            from{' '}
            <Link href={fragmentHref(field.origin)} className="break-all font-mono text-2xs hover:text-text">
              {field.origin.replace(/^\//, '')}
            </Link>
          </p>
        )}
      </div>
      <div className="row-start-1 md:col-start-3">{button}</div>
    </div>
  );
}

function FieldPath({ field }: { field: FieldLine }) {
  const path = <span className="break-all font-mono text-xs">{field.path}</span>;
  if (field.line === null) return path;
  return (
    <a
      href={`#L${field.line}`}
      title={`Line ${field.line}`}
      className="min-w-0 hover:text-accent hover:underline"
    >
      {path}
    </a>
  );
}

/** A fragment's page in the catalogue. */
function fragmentHref(uri: string): string {
  const match = /^\/?(.*)\/(\d+\.\d+\.\d+)$/.exec(uri);
  const path = (match?.[1] ?? uri.replace(/^\//, '')).split('/').map(encodeURIComponent).join('/');
  return `/catalogue/${path}${match ? `?version=${match[2]}` : ''}`;
}
