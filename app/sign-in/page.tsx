import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { SignInPanel } from '@/components/account/sign-in-panel';
import { safeReturnPath } from '@/lib/domain/access/return-path';
import { roleLabels } from '@/lib/domain/access/roles';
import { isDemo, readEnv } from '@/lib/platform/env';
import { loadDemoPeople } from '@/lib/services/person/load-people';
import { findActor } from '@/lib/services/session/load-actor';

export const metadata: Metadata = { title: 'Sign in' };

interface Props {
  searchParams: Promise<{ from?: string | string[]; error?: string | string[] }>;
}

export default async function SignInPage({ searchParams }: Props) {
  const { from, error } = await searchParams;
  const returnTo = safeReturnPath(from);
  if (await findActor()) redirect(returnTo);
  const env = readEnv();
  const demoPeople = isDemo(env) ? await loadDemoPeople() : [];
  return (
    <SignInPanel
      returnTo={returnTo}
      providerName={env.OIDC_ISSUER ? env.OIDC_NAME : null}
      demoPeople={demoPeople.map(({ id, name, roles }) => ({
        id,
        name,
        roles: roles.map((role) => roleLabels[role]),
      }))}
      refused={typeof error === 'string'}
    />
  );
}
