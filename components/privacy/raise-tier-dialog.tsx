'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { RadioGroup } from '@/components/ui/radio-group';
import { Textarea } from '@/components/ui/textarea';
import { toast } from '@/components/ui/toast';
import { useAction } from '@/components/review/use-action';
import type { ActionResult } from '@/lib/contracts/action-result';
import type { RiskTier } from '@/lib/domain/review/snapshot';
import { tierLabels } from './labels';

export type TierAction = (input: unknown) => Promise<ActionResult<void>>;

interface RaiseTierDialogProps {
  proposalId: string;
  /** What the fields give; a person can only raise it. */
  derived: RiskTier;
  raised: RiskTier | null;
  raise: TierAction;
  close: () => void;
}

/** Raises the risk tier above what the fields give, or takes a raise back; either with a reason. */
export function RaiseTierDialog({ proposalId, derived, raised, raise, close }: RaiseTierDialogProps) {
  const choices = ([1, 2] as const).filter((tier) => tier < derived && tier !== raised);
  const [tier, setTier] = useState(choices.length > 0 ? String(choices.at(-1)) : 'none');
  const [reason, setReason] = useState('');
  const { pending, error, run } = useAction();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(
      () => raise({ proposalId, tier: tier === 'none' ? null : Number(tier), reason }),
      () => {
        toast.success(tier === 'none' ? 'The raise is taken back.' : `The risk tier is ${tier} now.`);
        close();
      },
    );
  };
  const takeBack = { value: 'none', label: `Take the raise back: tier ${derived}, as the fields give it` };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title="Raise the risk tier"
      description="Where you know more than the names of the fields tell. It is recorded with your reason."
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <RadioGroup
          label="Risk tier"
          name="tier"
          value={tier}
          onValueChange={setTier}
          error={error?.fields['tier']}
          options={[
            ...choices.map((choice) => ({ value: String(choice), label: tierLabels[choice] })),
            ...(raised === null ? [] : [takeBack]),
          ]}
        />
        <Field label="Reason" error={error?.fields['reason']}>
          <Textarea value={reason} onChange={(event) => setReason(event.target.value)} required />
        </Field>
        {error && !error.fields['tier'] && !error.fields['reason'] && <FormError>{error.message}</FormError>}
        <Button type="submit" variant="primary" loading={pending} className="self-end">
          Save
        </Button>
      </form>
    </Dialog>
  );
}
