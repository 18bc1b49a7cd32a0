'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { Input } from '@/components/ui/input';
import { toast } from '@/components/ui/toast';
import type { ActionError } from '@/lib/contracts/action-result';
import type { Role } from '@/lib/domain/access/roles';
import type { PersonAction } from './people-actions';
import { RoleChoice } from './role-choice';

interface Props {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  create: PersonAction;
}

/** Adds a person with a password for the first login; messages stand beside what they speak of. */
export function NewPersonDialog({ open, onOpenChange, create }: Props) {
  const [error, setError] = useState<ActionError | null>(null);
  const [pending, setPending] = useState(false);
  const [roles, setRoles] = useState<Role[]>(['viewer']);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setPending(true);
    const result = await create({
      name: form.get('name'),
      email: form.get('email'),
      password: form.get('password') || undefined,
      roles,
    });
    setPending(false);
    if (!result.ok) return setError(result.error);
    setError(null);
    toast.success('The person can log in now.');
    onOpenChange(false);
  };
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Add a person">
      <form id="new-person" onSubmit={submit} className="flex flex-col gap-4" noValidate>
        <Field label="Name" error={error?.fields['name']}>
          <Input name="name" autoComplete="off" required />
        </Field>
        <Field label="E-mail address" error={error?.fields['email']}>
          <Input name="email" type="email" autoComplete="off" required />
        </Field>
        <Field
          label="Password"
          optional
          error={error?.fields['password']}
          hint="At least 12 characters. Leave it empty for somebody who logs in by single sign-on."
        >
          <Input name="password" type="password" autoComplete="new-password" />
        </Field>
        <RoleChoice roles={roles} onChange={setRoles} />
        {error && Object.keys(error.fields).length === 0 && <FormError>{error.message}</FormError>}
        <Button type="submit" variant="primary" loading={pending} className="self-end">
          Add the person
        </Button>
      </form>
    </Dialog>
  );
}
