'use client';

import Link from 'next/link';
import { type FormEvent, useState } from 'react';
import { Field } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Panel } from '@/components/ui/panel';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { toast } from '@/components/ui/toast';
import { type ReviewRole, roleLabels } from '@/lib/domain/access/roles';
import { type Verdict, verdictLabels } from '@/lib/domain/review/snapshot';
import type { DeskAction } from './review-desk';
import { useAction } from './use-action';

export interface VerdictFormProps {
  proposalId: string;
  /** The newest revision, the only one that takes verdicts. */
  newest: { number: number; hash: string };
  /** The revision on the screen. */
  shownNumber: number;
  newestHref: string;
  roles: ReviewRole[];
  /** Why the person may not review, in a sentence; null where they may. */
  refusal: string | null;
  give: DeskAction;
}

const verdictHints: Record<Verdict, string> = {
  approve: 'The revision may become a version as it stands.',
  'request-changes': 'It blocks approval until you change your verdict or what it covers changes.',
  comment: 'It takes back a verdict that you gave before.',
};
const verdicts: readonly Verdict[] = ['approve', 'request-changes', 'comment'];

/** Gives a verdict on exactly the revision that the person reads. */
export function VerdictForm(props: VerdictFormProps) {
  const { newest, shownNumber, newestHref, refusal } = props;
  return (
    <Panel title="Your verdict" aside={`on revision ${newest.number}`}>
      {refusal !== null ? (
        <p className="text-muted">{refusal}</p>
      ) : shownNumber !== newest.number ? (
        <Callout tone="info" title={`You are reading revision ${shownNumber}`}>
          Verdicts are given on the newest one.{' '}
          <Link href={newestHref} className="text-accent underline">
            Read revision {newest.number}
          </Link>
        </Callout>
      ) : (
        <Form {...props} />
      )}
    </Panel>
  );
}

function Form({ proposalId, newest, roles, give }: VerdictFormProps) {
  const [role, setRole] = useState<string>(roles[0] ?? '');
  const [verdict, setVerdict] = useState<Verdict>('approve');
  const [body, setBody] = useState('');
  const { pending, error, run } = useAction();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(
      () => give({ proposalId, revisionHash: newest.hash, role, verdict, body }),
      () => {
        setBody('');
        toast.success(`Your verdict on revision ${newest.number} is recorded.`);
      },
    );
  };
  const beside = ['role', 'verdict', 'body'];
  const other = error && !beside.some((name) => error.fields[name]);
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-3">
      {roles.length > 1 ? (
        <Field
          label="In the role of"
          error={error?.fields['role']}
          hint="You give one approval, in one role."
        >
          <Select
            value={role}
            onChange={(event) => setRole(event.target.value)}
            options={roles.map((value) => ({ value, label: roleLabels[value] }))}
          />
        </Field>
      ) : (
        <p className="text-muted">
          You review as{' '}
          <strong className="font-semibold text-text">
            {roles[0] && roleLabels[roles[0]].toLowerCase()}
          </strong>
          .
        </p>
      )}
      <RadioGroup
        label="Verdict"
        hideLabel
        name="verdict"
        value={verdict}
        onValueChange={(value) => setVerdict(value as Verdict)}
        error={error?.fields['verdict']}
        options={verdicts.map((value) => ({
          value,
          label: verdictLabels[value],
          hint: verdictHints[value],
        }))}
      />
      <Field
        label={verdict === 'request-changes' ? 'What should change' : 'Comment'}
        error={error?.fields['body']}
        hint="Markdown works."
      >
        <Textarea value={body} onChange={(event) => setBody(event.target.value)} rows={3} />
      </Field>
      {other && <FormError>{error.message}</FormError>}
      <Button type="submit" variant="primary" loading={pending} block>
        {verdictLabels[verdict]}
      </Button>
    </form>
  );
}
