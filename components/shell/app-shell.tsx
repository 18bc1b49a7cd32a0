import Link from 'next/link';
import type { ReactNode } from 'react';
import type { CommandGroup } from '@/components/ui/command';
import { SkipLink } from '@/components/ui/skip-link';
import { Logo } from './logo';
import type { NavigationGroup } from './navigation';
import { NavigationDrawer } from './navigation-drawer';
import { NavigationList } from './navigation-list';
import { PersonMenu, type ShellPerson } from './person-menu';
import { type SearchAction, SearchPalette, SearchTrigger } from './search-palette';

export interface AppShellProps {
  person: ShellPerson;
  navigation: NavigationGroup[];
  /** A server action; it checks by itself what the person may see. */
  search: SearchAction;
  /** A server action. */
  signOut: () => void | Promise<void>;
  /** What the palette offers besides the navigation: “New proposal”. */
  commands?: CommandGroup[];
  profileHref?: string;
  homeHref?: string;
  /** Above every page: that this is a demonstration. */
  banner?: ReactNode;
  children: ReactNode;
}

function navigationCommands(navigation: NavigationGroup[]): CommandGroup {
  const items = navigation.flatMap((group) => group.items.map(({ label, href }) => ({ label, href })));
  return { label: 'Go to', items };
}

/** The desk: navigation at the side (above, on a narrow screen), search, the person, and the page. */
export function AppShell({
  person,
  navigation,
  search,
  signOut,
  commands = [],
  profileHref,
  homeHref = '/proposals',
  banner,
  children,
}: AppShellProps) {
  const menu = { person, signOut, profileHref };
  return (
    <div className="flex min-h-dvh flex-col md:grid md:grid-cols-[13.5rem_minmax(0,1fr)]">
      <SkipLink target="content" />
      <aside className="sticky top-0 hidden h-dvh flex-col border-e bg-surface-sunken md:flex">
        <div className="px-4 pt-4 pb-3">
          <Link href={homeHref} className="inline-flex rounded-sm no-underline">
            <Logo />
          </Link>
        </div>
        <div className="px-2.5 pb-4">
          <SearchTrigger />
        </div>
        <div className="relative min-h-0 flex-1 overflow-y-auto px-2.5 pb-4">
          <NavigationList groups={navigation} />
        </div>
        <div className="border-t p-2">
          <PersonMenu {...menu} />
        </div>
      </aside>
      <header className="sticky top-0 z-30 flex h-12 items-center gap-1 border-b bg-surface-sunken px-2 md:hidden">
        <NavigationDrawer groups={navigation} />
        <Link href={homeHref} className="ms-1 inline-flex rounded-sm no-underline">
          <Logo />
        </Link>
        <span className="ms-auto flex items-center gap-0.5">
          <SearchTrigger compact />
          <PersonMenu {...menu} compact />
        </span>
      </header>
      <div className="flex min-w-0 flex-1 flex-col">
        {banner}
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto w-full min-w-0 max-w-[90rem] flex-1 px-4 py-5 outline-none sm:px-6 md:py-6 lg:px-8"
        >
          {children}
        </main>
      </div>
      <SearchPalette search={search} commands={[...commands, navigationCommands(navigation)]} />
    </div>
  );
}
