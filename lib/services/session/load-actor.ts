import { getServerSession } from 'next-auth';
import { getDb } from '@/lib/adapters/db/client';
import type { Actor } from '@/lib/domain/access/subjects';
import { AppError } from '@/lib/platform/app-error';
import { isDemo, readEnv } from '@/lib/platform/env';
import { toDomainRole } from '../person/roles';
import { loadAuthOptions } from './auth-options';

/**
 * The person of this request, from the database, so that a disabled account or changed role takes effect at once.
 * Null where nobody is signed in, or the session is over.
 */
export async function findActor(): Promise<Actor | null> {
  const session = await getServerSession(await loadAuthOptions());
  const claims = session as { personId?: string; epoch?: number } | null;
  if (!claims?.personId) return null;
  const person = await getDb().person.findUnique({ where: { id: claims.personId } });
  if (!person || person.disabledAt || person.sessionEpoch !== claims.epoch) return null;
  // The people of a demonstration have no passwords: elsewhere nobody may be them.
  if (person.demo && !isDemo(readEnv())) return null;
  return { id: person.id, name: person.name, roles: person.roles.map(toDomainRole), disabled: false };
}

/** The person of this request. Throws `not-signed-in`. */
export async function requireActor(): Promise<Actor> {
  const actor = await findActor();
  if (!actor)
    throw new AppError('not-signed-in', 'Your session is over. Sign in again; what you typed is still here.');
  return actor;
}
