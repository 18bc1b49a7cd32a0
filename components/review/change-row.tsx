'use client';

import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { DiffView } from '@/components/ui/diff-view';
import { Disclosure } from '@/components/ui/disclosure';
import type { ThreadView } from '@/lib/contracts/thread';
import { isBreaking } from '@/lib/domain/compatibility/change';
import { classificationLabels, newFieldText, valuesOf } from './change-groups';
import { CounterExampleView } from './counter-example-view';
import { FieldDiscussion } from './field-discussion';
import type { ChangeLine, ReviewView } from './review-view';

interface ChangeRowProps {
  change: ChangeLine;
  schemas: ReviewView['schemas'];
  olderLabel: string;
  /** Null where the change is about no field that threads could stand on. */
  threads: ThreadView[] | null;
}

/** One change: the field, the labels, the sentence, and for a break the event that shows it. */
export function ChangeRow({ change, schemas, olderLabel, threads }: ChangeRowProps) {
  const row = (button: ReactNode) => (
    <div className="flex min-w-0 items-start gap-3 px-3 py-2.5">
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <FieldName change={change} />
          {change.classifications.map((classification) => {
            const { label, tone } = classificationLabels[classification];
            return (
              <Badge key={classification} tone={tone}>
                {label}
              </Badge>
            );
          })}
        </div>
        <p className="mt-1 max-w-3xl break-words text-text">{change.text}</p>
        <NewField change={change} />
        <Values change={change} />
        {schemas && isBreaking(change) && (
          <CounterExampleView change={change} schemas={schemas} olderLabel={olderLabel} />
        )}
      </div>
      {button && <div className="shrink-0">{button}</div>}
    </div>
  );
  if (threads === null) return <li className="min-w-0">{row(null)}</li>;
  return (
    <li className="min-w-0">
      <FieldDiscussion pointer={change.pointer} path={change.path} threads={threads}>
        {row}
      </FieldDiscussion>
    </li>
  );
}

function FieldName({ change }: { change: ChangeLine }) {
  if (change.path === '') return <span className="font-medium text-sm">The whole schema</span>;
  const from = change.kind === 'field-moved' && typeof change.before === 'string' ? change.before : null;
  return (
    <code className="inline-flex min-w-0 flex-wrap items-center gap-1 break-all font-semibold text-xs">
      {from && (
        <>
          <span className="text-muted line-through">{from}</span>
          <ArrowRight aria-label="becomes" className="size-3 shrink-0 text-faint rtl:-scale-x-100" />
        </>
      )}
      <span className={change.kind === 'field-removed' ? 'line-through' : undefined}>{change.path}</span>
      {change.keyword && <span className="font-normal text-muted">{change.keyword}</span>}
    </code>
  );
}

function NewField({ change }: { change: ChangeLine }) {
  const text = newFieldText(change);
  if (!text || (text.type === '' && text.description === '')) return null;
  return (
    <p className="mt-0.5 max-w-3xl break-words text-muted text-xs">
      {text.type && <code>{text.type}</code>}
      {text.type && text.description && ' · '}
      {text.description}
    </p>
  );
}

function Values({ change }: { change: ChangeLine }) {
  const values = valuesOf(change);
  if (!values) return null;
  return (
    <Disclosure
      summary={<span className="font-normal text-muted text-xs">Before and after</span>}
      className="mt-1"
    >
      <DiffView title={change.keyword ?? change.kind} {...values} context={1} />
    </Disclosure>
  );
}
