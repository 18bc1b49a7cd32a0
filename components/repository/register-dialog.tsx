'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { Input } from '@/components/ui/input';
import type { ActionError } from '@/lib/contracts/action-result';
import type { RepositoryActions } from './repository-actions';

/** Registers a repository by URL or path and starts its first import. */
export function RegisterDialog({
  close,
  register,
}: {
  close: () => void;
  register: RepositoryActions['register'];
}) {
  const router = useRouter();
  const [error, setError] = useState<ActionError | null>(null);
  const [pending, setPending] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setPending(true);
    const branch = String(form.get('branch') ?? '').trim();
    const result = await register({
      source: form.get('source'),
      name: form.get('name'),
      branch: branch || undefined,
    });
    setPending(false);
    if (!result.ok) return setError(result.error);
    close();
    router.refresh();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title="Import a repository"
      description="All its schemas and versions are read. What cannot be read is listed, and the rest is imported."
    >
      <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
        <Field
          label="Path or git URL"
          error={error?.fields['source']}
          hint="A plain folder is copied into a git repository of Assent’s own."
        >
          <Input
            name="source"
            mono
            autoComplete="off"
            placeholder="https://git.example.org/schemas.git"
            required
          />
        </Field>
        <Field label="Name" error={error?.fields['name']} hint="How people here call it: primary, secondary.">
          <Input name="name" autoComplete="off" placeholder="secondary" required />
        </Field>
        <Field
          label="Branch"
          optional
          error={error?.fields['branch']}
          hint="Left empty: the repository’s default branch."
        >
          <Input name="branch" autoComplete="off" placeholder="main" />
        </Field>
        {error && Object.keys(error.fields).length === 0 && <FormError>{error.message}</FormError>}
        <Button type="submit" variant="primary" loading={pending} className="self-end">
          Import
        </Button>
      </form>
    </Dialog>
  );
}
