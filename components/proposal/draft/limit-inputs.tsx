'use client';

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import type { NewFieldErrors, NewFieldForm } from './new-field';

interface LimitInputsProps {
  form: NewFieldForm;
  errors: NewFieldErrors;
  onChange: (part: Partial<NewFieldForm>) => void;
}

/** What values a new field may hold, as its type needs it; draws nothing for a type without limits. */
export function LimitInputs({ form, errors, onChange }: LimitInputsProps) {
  if (form.kind === 'string') {
    return (
      <Field
        label="At most"
        error={errors.maxLength}
        hint="Characters. A text without a limit can hold anything."
      >
        <Input
          inputMode="numeric"
          value={form.maxLength}
          onChange={(event) => onChange({ maxLength: event.target.value })}
        />
      </Field>
    );
  }
  if (form.kind === 'choice') {
    return (
      <Field label="Values" error={errors.values} hint="One a line. Later versions can add to them.">
        <Textarea
          mono
          rows={4}
          value={form.values}
          onChange={(event) => onChange({ values: event.target.value })}
        />
      </Field>
    );
  }
  if (form.kind !== 'integer' && form.kind !== 'number') return null;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label="Smallest value" error={errors.minimum}>
        <Input
          inputMode="decimal"
          value={form.minimum}
          onChange={(event) => onChange({ minimum: event.target.value })}
        />
      </Field>
      <Field label="Largest value" error={errors.maximum}>
        <Input
          inputMode="decimal"
          value={form.maximum}
          onChange={(event) => onChange({ maximum: event.target.value })}
        />
      </Field>
    </div>
  );
}
