'use client';

import { CircleCheck, CircleDashed, Signature } from 'lucide-react';
import { useId, useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { Markdown } from '@/components/ui/markdown';
import { Panel } from '@/components/ui/panel';
import { Textarea } from '@/components/ui/textarea';
import { Time } from '@/components/ui/time';
import { toast } from '@/components/ui/toast';
import { errorText, useAction } from '@/components/review/use-action';
import type { ActionResult } from '@/lib/contracts/action-result';
import type { PrivacyReview, SignOffLine } from '@/lib/contracts/privacy';
import { LegalReviewForm } from './legal-review-form';
import { signOffRefusal, signOffSteps } from './sign-off-state';

export interface SignOffPanelProps {
  proposalId: string;
  privacy: PrivacyReview;
  /** How many decisions are not saved yet. */
  unsaved: number;
  now: string;
  signOff: (input: unknown) => Promise<ActionResult<unknown>>;
  setLegalReview: (input: unknown) => Promise<ActionResult<void>>;
}

/** What the sign-off covers, what it still waits for, and the sign-off itself. */
export function SignOffPanel(props: SignOffPanelProps) {
  const { privacy, unsaved, now } = props;
  return (
    <div id="sign-off" className="scroll-mt-20">
      <Panel title="Privacy sign-off" aside={`${privacy.signOffsGiven} of ${privacy.signOffsNeeded} given`}>
        <div className="flex min-w-0 flex-col gap-4">
          <Steps privacy={privacy} unsaved={unsaved} />
          <div>
            <h3 className="mb-1 font-semibold text-xs">Legal or security review</h3>
            <LegalReviewForm
              proposalId={props.proposalId}
              url={privacy.legalReviewUrl}
              needed={privacy.tier === 1}
              permission={privacy.permissions.setLegalReview}
              save={props.setLegalReview}
            />
          </div>
          <SignOffForm {...props} />
          {privacy.signOffs.length > 0 && <SignOffs lines={privacy.signOffs} now={now} />}
        </div>
      </Panel>
    </div>
  );
}

function Steps({ privacy, unsaved }: Pick<SignOffPanelProps, 'privacy' | 'unsaved'>) {
  return (
    <ul className="flex flex-col gap-1.5">
      {signOffSteps(privacy, unsaved).map(({ id, done, text }) => {
        const Icon = done ? CircleCheck : CircleDashed;
        return (
          <li key={id} className="flex items-start gap-2">
            <Icon
              aria-hidden
              className={`mt-0.5 size-4 shrink-0 ${done ? 'text-success' : 'text-warning'}`}
            />
            <span className="min-w-0">
              <span className="sr-only">{done ? 'Done: ' : 'Missing: '}</span>
              {text}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function SignOffForm({ proposalId, privacy, unsaved, signOff }: SignOffPanelProps) {
  const [note, setNote] = useState('');
  const noteId = useId();
  const { pending, error, run } = useAction();
  const refusal = signOffRefusal(privacy, unsaved);
  const { revisionHash, revisionNumber, decisionsHash, fields, permissions } = privacy;
  const decided = fields.filter((field) => field.decision !== null).length;
  const send = () =>
    run(
      () => signOff({ proposalId, revisionHash, decisionsHash, note }),
      () => {
        setNote('');
        toast.success(`The privacy of revision ${revisionNumber} is signed off.`);
      },
    );
  return (
    <div className="flex min-w-0 flex-col gap-2">
      {permissions.signOff.allowed && revisionNumber !== null && (
        <Field label="Note" optional error={error?.fields['note']}>
          <Textarea value={note} onChange={(event) => setNote(event.target.value)} rows={2} />
        </Field>
      )}
      <Button
        variant="primary"
        size="lg"
        block
        icon={<Signature />}
        loading={pending}
        aria-disabled={refusal !== null || undefined}
        aria-describedby={noteId}
        onClick={() => refusal === null && send()}
      >
        Sign off{revisionNumber === null ? '' : ` revision ${revisionNumber}`}
      </Button>
      <p id={noteId} className="text-muted text-xs">
        {refusal ??
          `It covers the fields of revision ${revisionNumber} and its ${decided} field ${decided === 1 ? 'decision' : 'decisions'}, and lapses when one of them changes.`}
      </p>
      <FormError>{error?.fields['note'] ? null : errorText(error)}</FormError>
    </div>
  );
}

const statuses = {
  stands: { label: 'Stands', tone: 'success' },
  lapsed: { label: 'Lapsed', tone: 'warning' },
  void: { label: 'Does not count', tone: 'neutral' },
} as const;

function SignOffs({ lines, now }: { lines: SignOffLine[]; now: string }) {
  return (
    <section aria-label="Sign-offs given">
      <h3 className="mb-1.5 font-semibold text-xs">Given</h3>
      <ol className="flex flex-col gap-3">
        {lines.map(({ id, person, revisionNumber, riskTier, createdAt, note, status, statusText }) => (
          <li key={id} className="flex min-w-0 gap-2.5">
            <Avatar name={person.name} size="sm" decorative className="mt-px" />
            <div className="min-w-0 flex-1">
              <p className="break-words">
                <span className="font-medium">{person.name}</span>{' '}
                <span className="text-muted">
                  signed off revision {revisionNumber} at tier {riskTier}
                </span>{' '}
                <Time value={createdAt} now={now} className="text-faint text-xs" />
              </p>
              {status ? (
                <Badge tone={statuses[status].tone}>{statuses[status].label}</Badge>
              ) : (
                <Badge look="outline">Replaced by a later one</Badge>
              )}
              {statusText && <p className="mt-0.5 text-muted text-xs">{statusText}</p>}
              {note !== '' && <Markdown source={note} className="mt-1 text-muted" />}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
