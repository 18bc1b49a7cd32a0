'use client';

import { FlaskConical } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CodeBlock } from '@/components/ui/code-block';
import type { CounterExampleSearch } from '@/lib/domain/compatibility/counter-example';
import { describeNoCounterExample } from '@/lib/domain/compatibility/counter-example-texts';
import type { ChangeLine, ReviewView } from './review-view';

interface CounterExampleProps {
  change: ChangeLine;
  schemas: NonNullable<ReviewView['schemas']>;
  /** What the older schema is called: “version 1.0.0”. */
  olderLabel: string;
}

type Search = { state: 'idle' | 'searching' | 'failed' } | ({ state: 'done' } & CounterExampleSearch);

/** Looks, on demand and in the browser, for an event on which the two schemas disagree because of a change. */
export function CounterExampleView({ change, schemas, olderLabel }: CounterExampleProps) {
  const id = useId();
  const [search, setSearch] = useState<Search>({ state: 'idle' });
  const [open, setOpen] = useState(false);
  const look = async () => {
    setOpen(!open);
    if (search.state === 'done' || search.state === 'searching') return;
    setSearch({ state: 'searching' });
    try {
      const { findCounterExample } = await import('@/lib/domain/compatibility/counter-example');
      setSearch({ state: 'done', ...findCounterExample(schemas.older, schemas.newer, change) });
    } catch {
      setSearch({ state: 'failed' });
    }
  };
  return (
    <div className="mt-1.5">
      <Button
        size="sm"
        icon={<FlaskConical />}
        loading={search.state === 'searching'}
        aria-expanded={open}
        aria-controls={id}
        onClick={look}
      >
        {open ? 'Hide the event that breaks' : 'Show an event that breaks'}
      </Button>
      <div id={id} aria-live="polite" className="max-w-3xl">
        {open && <Result search={search} olderLabel={olderLabel} />}
      </div>
    </div>
  );
}

function Result({ search, olderLabel }: { search: Search; olderLabel: string }) {
  if (search.state === 'failed') {
    return <p className="mt-1.5 text-muted text-xs">The search did not load. Close it and try again.</p>;
  }
  if (search.state !== 'done') return null;
  const { found, reason } = search;
  if (found === null) {
    return <p className="mt-1.5 text-muted text-xs">{describeNoCounterExample(reason)}</p>;
  }
  const [accepts, refuses] =
    found.acceptedBy === 'older' ? [olderLabel, 'this revision'] : ['this revision', olderLabel];
  return (
    <div className="mt-1.5 flex flex-col gap-1.5">
      <p className="text-muted text-xs">
        Accepted by {accepts}, refused by {refuses}
        {found.refusal === 'every-event' && ', as it refuses every event: no intake can use it'}. Both were
        tried.
      </p>
      <CodeBlock code={JSON.stringify(found.event, null, 2)} language="json" maxHeight="20rem" />
    </div>
  );
}
