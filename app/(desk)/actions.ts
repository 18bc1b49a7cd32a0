'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import type { SearchResultGroup } from '@/lib/contracts/search';
import { requireActor } from '@/lib/services/session/load-actor';
import { searchEverything } from '@/lib/services/search/search-everything';

/** What Ctrl-K finds. Nothing where the session is over. */
export async function search(query: string): Promise<SearchResultGroup[]> {
  return searchEverything(await requireActor(), String(query).slice(0, 200));
}

/** Forgets the session of this browser. */
export async function signOut(): Promise<void> {
  const jar = await cookies();
  for (const { name } of jar.getAll()) {
    if (name.includes('next-auth.session-token')) {
      jar.set(name, '', {
        expires: new Date(0),
        path: '/',
        secure: name.startsWith('__Secure-'),
        httpOnly: true,
      });
    }
  }
  redirect('/sign-in');
}
