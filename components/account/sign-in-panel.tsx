'use client';

import { signIn } from 'next-auth/react';
import { useState, useTransition } from 'react';
import { Logo } from '@/components/shell/logo';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { PasswordForm } from './password-form';

export interface SignInPanelProps {
  /** A path within Assent. */
  returnTo: string;
  /** The name of the single sign-on; null where none is set up. */
  providerName: string | null;
  /** Empty outside demonstration mode. */
  demoPeople: { id: string; name: string; roles: string[] }[];
  /** True where the provider sent the person back without a session. */
  refused: boolean;
}

/** The way in: single sign-on where it is set up, a password, or one of the people of a demonstration. */
export function SignInPanel({ returnTo, providerName, demoPeople, refused }: SignInPanelProps) {
  const [showsPassword, setShowsPassword] = useState(providerName === null && demoPeople.length === 0);
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-6 px-5 py-10">
      <div className="flex flex-col gap-2">
        <Logo />
        <h1 className="font-semibold text-lg tracking-tight">Sign in</h1>
        <p className="text-muted">Agree on what an event means before anyone logs it.</p>
      </div>
      {refused && (
        <Callout tone="danger" title="You were not signed in" live>
          The account may be disabled, or the provider did not confirm your address. Ask an admin.
        </Callout>
      )}
      {providerName && (
        <Button
          variant="primary"
          size="lg"
          block
          onClick={() => void signIn('oidc', { callbackUrl: returnTo })}
        >
          Continue with {providerName}
        </Button>
      )}
      {demoPeople.length > 0 && <DemoPeople people={demoPeople} returnTo={returnTo} />}
      {showsPassword ? (
        <PasswordForm returnTo={returnTo} />
      ) : (
        <Button variant="ghost" onClick={() => setShowsPassword(true)}>
          Sign in with a password
        </Button>
      )}
    </main>
  );
}

function DemoPeople({ people, returnTo }: { people: SignInPanelProps['demoPeople']; returnTo: string }) {
  const [pending, startTransition] = useTransition();
  const [chosen, setChosen] = useState<string | null>(null);
  const enter = (personId: string) => {
    setChosen(personId);
    startTransition(async () => {
      const answer = await signIn('demo', { personId, redirect: false });
      if (answer?.ok) window.location.assign(returnTo);
      else setChosen(null);
    });
  };
  return (
    <section aria-labelledby="demo-heading" className="flex flex-col gap-2">
      <h2 id="demo-heading" className="text-muted text-xs">
        This is a demonstration. Choose who to be:
      </h2>
      <ul className="divide-y overflow-hidden rounded-lg border bg-surface-raised">
        {people.map(({ id, name, roles }) => (
          <li key={id}>
            <button
              type="button"
              disabled={pending}
              aria-busy={pending && chosen === id}
              onClick={() => enter(id)}
              className="flex w-full items-center gap-3 px-3 py-2 text-start transition-colors hover:bg-surface-hover focus-visible:bg-surface-hover disabled:opacity-60"
            >
              <Avatar name={name} decorative />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{name}</span>
                <span className="block truncate text-muted text-xs">{roles.join(', ')}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
