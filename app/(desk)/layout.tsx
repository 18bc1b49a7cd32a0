import type { ReactNode } from 'react';
import { AppShell } from '@/components/shell/app-shell';
import { DemoBanner } from '@/components/shell/demo-banner';
import { deskNavigation } from '@/components/shell/navigation';
import { roleLabels } from '@/lib/domain/access/roles';
import { isDemo, readEnv } from '@/lib/platform/env';
import { countInbox } from '@/lib/services/inbox/load-inbox';
import { requirePageActor } from '../require-page-actor';
import { search, signOut } from './actions';

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await requirePageActor();
  const navigation = deskNavigation({
    isAdmin: actor.roles.includes('admin'),
    inboxCount: await countInbox(actor),
  });
  return (
    <AppShell
      person={{ name: actor.name, roles: actor.roles.map((role) => roleLabels[role]) }}
      navigation={navigation}
      search={search}
      signOut={signOut}
      commands={[{ label: 'Begin', items: [{ label: 'New proposal', href: '/proposals/new' }] }]}
      homeHref="/inbox"
      banner={isDemo(readEnv()) ? <DemoBanner /> : null}
    >
      {children}
    </AppShell>
  );
}
