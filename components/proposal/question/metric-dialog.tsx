'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import type { ActionError, ActionResult } from '@/lib/contracts/action-result';
import type { MetricView } from '@/lib/contracts/proposal-page';
import type { FieldChoice } from './field-choice';
import { FieldPicker } from './field-picker';

/** What the form of a metric holds. */
export interface MetricForm {
  name: string;
  definition: string;
  fieldPointers: string[];
}

interface MetricDialogProps {
  /** Null for a new metric. */
  metric: MetricView | null;
  choices: readonly FieldChoice[];
  /** Saves over the state of the metric with this version; 0 for a new one. */
  save: (form: MetricForm, version: number) => Promise<ActionResult<MetricView>>;
  close: () => void;
}

/** Adds or changes a metric: its name, what exactly it measures, and which fields serve it. */
export function MetricDialog({ metric, choices, save, close }: MetricDialogProps) {
  const [form, setForm] = useState<MetricForm>({
    name: metric?.name ?? '',
    definition: metric?.definition ?? '',
    fieldPointers: metric?.fieldPointers ?? [],
  });
  const [version, setVersion] = useState(metric?.version ?? 0);
  const [theirs, setTheirs] = useState<MetricView | null>(null);
  const [error, setError] = useState<ActionError | null>(null);
  const [pending, setPending] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setPending(true);
    const result = await save(form, version);
    setPending(false);
    if (result.ok) return close();
    setError(result.error);
    const standing = result.error.details['metric'] as MetricView | undefined;
    if (result.error.code !== 'lost-update' || !standing) return;
    setTheirs(standing);
    setVersion(standing.version);
  };
  const change = (part: Partial<MetricForm>) => setForm((before) => ({ ...before, ...part }));
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      size="lg"
      title={metric ? 'Change the metric' : 'Add a metric'}
      description="A named, precisely defined measurement that answers the question."
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" form="metric-form" variant="primary" loading={pending}>
            {theirs ? 'Save mine' : metric ? 'Save the metric' : 'Add the metric'}
          </Button>
        </>
      }
    >
      <form id="metric-form" onSubmit={submit} noValidate className="flex flex-col gap-4">
        {theirs && <Standing metric={theirs} take={() => change(theirs)} />}
        <Field label="Name" error={error?.fields['name']}>
          <Input value={form.name} onChange={(event) => change({ name: event.target.value })} />
        </Field>
        <Field
          label="Definition"
          error={error?.fields['definition']}
          hint="What is counted, over which unit and period, so that two people who compute it get the same number."
        >
          <Textarea
            rows={4}
            value={form.definition}
            onChange={(event) => change({ definition: event.target.value })}
          />
        </Field>
        <FieldPicker
          label="Fields that serve it"
          choices={choices}
          value={form.fieldPointers}
          onChange={(fieldPointers) => change({ fieldPointers })}
        />
        {error && Object.keys(error.fields).length === 0 && <FormError>{error.message}</FormError>}
      </form>
    </Dialog>
  );
}

function Standing({ metric, take }: { metric: MetricView; take: () => void }) {
  return (
    <Callout
      tone="warning"
      live
      title="Somebody else saved this metric meanwhile"
      actions={
        <Button size="sm" onClick={take}>
          Take theirs
        </Button>
      }
    >
      <p className="font-medium">{metric.name}</p>
      <p className="whitespace-pre-line break-words">{metric.definition}</p>
    </Callout>
  );
}
