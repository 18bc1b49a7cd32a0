import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { Actor } from '@/lib/domain/access/subjects';
import { findActor } from '@/lib/services/session/load-actor';

const findOnce = cache(findActor);

/** The person of this page, once a request; leads to the sign-in page, and back from it, where there is none. */
export async function requirePageActor(): Promise<Actor> {
  const actor = await findOnce();
  if (actor) return actor;
  const path = (await headers()).get('x-path') ?? '/';
  redirect(`/sign-in?from=${encodeURIComponent(path)}`);
}
