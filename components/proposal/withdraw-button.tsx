'use client';

import { useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { Textarea } from '@/components/ui/textarea';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/contracts/action-result';
import type { ProposalState } from '@/lib/domain/review/proposal-state';

export type WithdrawProposal = (input: unknown) => Promise<ActionResult<void>>;

interface WithdrawButtonProps {
  proposalId: string;
  number: number;
  state: ProposalState;
  withdraw: WithdrawProposal;
}

/** Ends a proposal for good, after a question and with a reason. */
export function WithdrawButton({ proposalId, number, state, withdraw }: WithdrawButtonProps) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const confirm = async () => {
    const result = await withdraw({ proposalId, reason });
    if (result.ok) {
      setOpen(false);
      return void toast.success(`Proposal #${number} is withdrawn.`);
    }
    setError(result.error.fields['reason'] ?? result.error.message);
  };
  return (
    <>
      <Button variant="danger-ghost" onClick={() => setOpen(true)}>
        Withdraw
      </Button>
      <AlertDialog
        // The dialog closes after each confirmation; one that was refused opens again with the reason why.
        open={open || error !== null}
        onOpenChange={(next) => {
          setOpen(next);
          if (!next && !open) setError(null);
        }}
        title={`Withdraw proposal #${number}?`}
        description={
          state === 'approved'
            ? 'Its version is not published then, and the proposal cannot be opened again. Everything said about it stays.'
            : 'It cannot be opened again. Everything said about it stays, and a new proposal can take up its text.'
        }
        confirmLabel="Withdraw"
        onConfirm={confirm}
      >
        <Field label="Reason" hint="Everybody who took part reads it.">
          <Textarea value={reason} onChange={(event) => setReason(event.target.value)} rows={3} />
        </Field>
        {error && <FormError>{error}</FormError>}
      </AlertDialog>
    </>
  );
}
