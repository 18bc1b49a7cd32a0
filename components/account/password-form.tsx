'use client';

import { signIn } from 'next-auth/react';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { Input } from '@/components/ui/input';

const wrong = 'The address and the password do not fit together, or the account is disabled.';

/** Signs in with an e-mail address and a password; what was typed stays where it was refused. */
export function PasswordForm({ returnTo }: { returnTo: string }) {
  const [error, setError] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setPending(true);
    setError(null);
    const answer = await signIn('password', {
      email: String(form.get('email') ?? ''),
      password: String(form.get('password') ?? ''),
      redirect: false,
    });
    if (answer?.ok) window.location.assign(returnTo);
    else {
      setPending(false);
      setError(answer?.error && answer.error !== 'CredentialsSignin' ? answer.error : wrong);
    }
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3" noValidate>
      <Field label="E-mail address">
        <Input name="email" type="email" autoComplete="username" size="lg" required />
      </Field>
      <Field label="Password">
        <Input name="password" type="password" autoComplete="current-password" size="lg" required />
      </Field>
      {error && <FormError>{error}</FormError>}
      <Button type="submit" variant="primary" size="lg" block loading={pending}>
        Sign in
      </Button>
    </form>
  );
}
