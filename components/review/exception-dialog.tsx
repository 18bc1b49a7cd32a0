'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { toast } from '@/components/ui/toast';
import type { DeskAction } from './review-desk';
import { useAction } from './use-action';

interface ExceptionDialogProps {
  proposalId: string;
  rule: string;
  ruleTitle: string;
  grant: DeskAction;
  close: () => void;
}

/** Lifts one rule for this proposal: why, and for how many days. */
export function ExceptionDialog({ proposalId, rule, ruleTitle, grant, close }: ExceptionDialogProps) {
  const [reason, setReason] = useState('');
  const [days, setDays] = useState('30');
  const { pending, error, run } = useAction();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(
      () => grant({ proposalId, rule, reason, days: Number(days) }),
      () => {
        toast.success('The exception is granted and recorded.');
        close();
      },
    );
  };
  const other = error && !error.fields['reason'] && !error.fields['days'];
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title="Grant an exception"
      description={`The rule “${ruleTitle}” may be broken on this proposal until the exception expires.`}
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label="Reason" error={error?.fields['reason']} hint="It stands in the record for good.">
          <Textarea value={reason} onChange={(event) => setReason(event.target.value)} required />
        </Field>
        <Field label="Days" error={error?.fields['days']} hint="From now, at most 365.">
          <Input
            type="number"
            min={1}
            max={365}
            value={days}
            onChange={(event) => setDays(event.target.value)}
          />
        </Field>
        {other && <FormError>{error.message}</FormError>}
        <Button type="submit" variant="primary" loading={pending} className="self-end">
          Grant the exception
        </Button>
      </form>
    </Dialog>
  );
}
