'use client';

import { type FormEvent, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import type { DraftAssessment } from '@/lib/domain/draft/assess-draft';
import type { Range } from '@/lib/domain/findings/finding';
import type { KnownFragmentField } from '@/lib/domain/lint/lint-input';
import { readSource } from '@/lib/domain/schema/read-source';
import type { SchemaSource } from '@/lib/domain/schema/types';
import { LimitInputs } from './limit-inputs';
import {
  addNewField,
  checkNewField,
  emptyNewField,
  listParents,
  type NewFieldForm,
  type NewFieldKind,
  newFieldKinds,
  pointerOf,
  privacyHint,
} from './new-field';

interface AddFieldDialogProps {
  source: SchemaSource;
  assessment: DraftAssessment;
  knownFragmentFields: readonly KnownFragmentField[];
  /** Takes the text with the field in it. */
  onText: (text: string) => void;
  /** Shows where the field stands now. */
  onReveal: (range: Range) => void;
  close: () => void;
}

const kindLabels: Record<NewFieldKind, string> = {
  string: 'Text',
  choice: 'One of several values',
  'date-time': 'Moment (ISO 8601)',
  integer: 'Whole number',
  number: 'Number',
  boolean: 'True or false',
  object: 'Group of fields',
};

/** Adds a field to the text: the form asks for what the rules ask for, and the text gets it in its own layout. */
export function AddFieldDialog({
  source,
  assessment,
  knownFragmentFields,
  onText,
  onReveal,
  close,
}: AddFieldDialogProps) {
  const [form, setForm] = useState<NewFieldForm>(emptyNewField);
  const [tried, setTried] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const change = (part: Partial<NewFieldForm>) => setForm((before) => ({ ...before, ...part }));
  const errors = checkNewField(form, assessment.fields);
  const shown = tried ? errors : form.name ? { name: errors.name } : {};
  const parents = useMemo(() => listParents(source, assessment.fields), [source, assessment.fields]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.values(errors).some(Boolean)) return;
    const text = addNewField(source, form);
    setRefused(text === source.text);
    if (text === source.text) return;
    onText(text);
    const place = readSource(text).source?.rangeOf(pointerOf(form), 'key');
    if (place) onReveal(place);
    close();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title="Add a field"
      description="It is added to the text of the draft, where it can be changed by hand."
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" form="add-field" variant="primary">
            Add the field
          </Button>
        </>
      }
    >
      <form id="add-field" onSubmit={submit} noValidate className="flex flex-col gap-4">
        <NameAndType form={form} error={shown.name} change={change} />
        {parents.length > 1 && (
          <Field label="Inside">
            <Select
              value={form.parentPointer}
              onChange={(event) => change({ parentPointer: event.target.value })}
              options={parents.map(({ pointer, path }) => ({
                value: pointer,
                label: path || 'The event itself',
              }))}
            />
          </Field>
        )}
        <Hints form={form} known={knownFragmentFields} />
        <Field
          label="Description"
          error={shown.description}
          hint="What it means in terms of what a person did, not of a button or a variable."
        >
          <Textarea
            value={form.description}
            onChange={(event) => change({ description: event.target.value })}
          />
        </Field>
        <LimitInputs form={form} errors={shown} onChange={change} />
        {isRefused && (
          <Callout tone="warning" title="Nothing was added" live>
            Here the text uses an anchor, or is laid out so that an addition would change something else, too.
            Close this and write the field into the text by hand.
          </Callout>
        )}
      </form>
    </Dialog>
  );
}

interface NameAndTypeProps {
  form: NewFieldForm;
  error: string | undefined;
  change: (part: Partial<NewFieldForm>) => void;
}

function NameAndType({ form, error, change }: NameAndTypeProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label="Name" error={error} hint="lower snake_case, with its unit: loading_time_ms">
        <Input mono autoFocus value={form.name} onChange={(event) => change({ name: event.target.value })} />
      </Field>
      <Field label="Type">
        <Select
          value={form.kind}
          onChange={(event) => change({ kind: event.target.value as NewFieldKind })}
          options={newFieldKinds.map((value) => ({ value, label: kindLabels[value] }))}
        />
      </Field>
    </div>
  );
}

/** What a reviewer would say of the field, before it is added. */
function Hints({ form, known }: { form: NewFieldForm; known: readonly KnownFragmentField[] }) {
  const privacy = privacyHint(form);
  const same = known.find((field) => field.name === form.name.trim());
  if (!privacy && !same) return null;
  return (
    <div className="flex flex-col gap-2">
      {privacy && (
        <Callout tone={privacy.severity === 'error' ? 'danger' : 'privacy'} live>
          {privacy.text}
        </Callout>
      )}
      {same && (
        <Callout tone="info" live>
          <code className="break-all text-xs">{same.fragment}</code> offers a field of this name already. Use
          the fragment, so that it means the same everywhere.
        </Callout>
      )}
    </div>
  );
}
