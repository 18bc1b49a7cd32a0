'use client';

import { History } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { LinkButton } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { Spinner } from '@/components/ui/spinner';
import type { RevisionLine } from '@/lib/contracts/review';
import { type RevisionChoice, revisionChoiceHref } from './revision-choice';

interface RevisionPickerProps {
  number: number;
  /** Newest first; never empty. */
  revisions: Pick<RevisionLine, 'number' | 'schemaVersion' | 'baseVersion'>[];
  choice: RevisionChoice;
  myLastReviewedRevision: number | null;
}

/** Chooses the revision to read and what to compare it with; both stand in the address. */
export function RevisionPicker({ number, revisions, choice, myLastReviewedRevision }: RevisionPickerProps) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const newest = revisions[0]?.number ?? choice.shown;
  const href = (next: RevisionChoice) => revisionChoiceHref(number, next, newest);
  const go = (next: RevisionChoice) => startTransition(() => router.push(href(next), { scroll: false }));
  const base = revisions.find((revision) => revision.number === choice.shown)?.baseVersion ?? null;
  const last = myLastReviewedRevision;
  const isSince = choice.shown === newest && choice.compare === last;
  return (
    <div className="flex min-w-0 flex-wrap items-end gap-x-3 gap-y-2">
      <Field label="Revision" className="w-44 max-sm:w-auto max-sm:flex-1">
        <Select
          value={String(choice.shown)}
          onChange={(event) => go({ ...choice, shown: Number(event.target.value) })}
          options={revisions.map((revision) => ({
            value: String(revision.number),
            label: `${revision.number} · ${revision.schemaVersion}${revision.number === newest ? ' (newest)' : ''}`,
          }))}
        />
      </Field>
      <Field label="Compared with" className="w-44 max-sm:w-auto max-sm:flex-1">
        <Select
          value={String(choice.compare)}
          onChange={(event) => {
            const { value } = event.target;
            go({ ...choice, compare: value === 'base' ? 'base' : Number(value) });
          }}
          options={[
            { value: 'base', label: base === null ? 'Nothing: a new schema' : `Version ${base}` },
            ...revisions
              .filter((revision) => revision.number !== choice.shown)
              .map((revision) => ({ value: String(revision.number), label: `Revision ${revision.number}` })),
          ]}
        />
      </Field>
      {last !== null && last < newest && (
        <LinkButton
          href={href({ shown: newest, compare: isSince ? 'base' : last })}
          scroll={false}
          size="lg"
          icon={<History />}
        >
          {isSince ? 'Against the base again' : 'Since my last review'}
        </LinkButton>
      )}
      {pending && (
        <span role="status" className="pb-1.5 text-muted">
          <Spinner /> <span className="sr-only">Loading</span>
        </span>
      )}
    </div>
  );
}
