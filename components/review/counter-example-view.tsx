'use client';

import { FlaskConical } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CodeBlock } from '@/components/ui/code-block';
import type { CounterExample } from '@/lib/domain/compatibility/counter-example';
import type { ChangeLine, ReviewView } from './review-view';

interface CounterExampleProps {
  change: ChangeLine;
  schemas: NonNullable<ReviewView['schemas']>;
  /** What the older schema is called: “version 1.0.0”. */
  olderLabel: string;
}

type Search = { state: 'idle' | 'searching' | 'failed' } | { state: 'done'; found: CounterExample | null };

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
      setSearch({ state: 'done', found: findCounterExample(schemas.older, schemas.newer, change) });
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
  const { found } = search;
  if (!found) {
    return (
      <p className="mt-1.5 text-muted text-xs">
        No event was found that shows it: what breaks here cannot be seen in one event, or it is rare.
      </p>
    );
  }
  const [accepts, refuses] =
    found.acceptedBy === 'older' ? [olderLabel, 'this revision'] : ['this revision', olderLabel];
  return (
    <div className="mt-1.5 flex flex-col gap-1.5">
      <p className="text-muted text-xs">
        Accepted by {accepts}, refused by {refuses}. Both were tried.
      </p>
      <CodeBlock code={JSON.stringify(found.event, null, 2)} language="json" maxHeight="20rem" />
    </div>
  );
}
