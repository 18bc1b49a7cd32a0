import { verifyPassword } from '@/lib/adapters/auth/passwords';
import { getDb } from '@/lib/adapters/db/client';
import { AppError } from '@/lib/platform/app-error';
import { isDemo, readEnv } from '@/lib/platform/env';
import { systemClock } from '@/lib/platform/clock';
import { clearFailures, requireAttemptsLeft, countFailure } from './login-attempts';

/** What next-auth seals into the session. */
export interface SignedIn {
  id: string;
  name: string;
  epoch: number;
}

/**
 * Checks an e-mail address and a password. Null where they do not fit together or the account is disabled, without
 * saying which. Throws `too-many-attempts` after repeated failures for one address.
 */
export async function signInByPassword(
  email: string,
  password: string,
  clock = systemClock,
): Promise<SignedIn | null> {
  const key = email.trim().toLowerCase();
  if (key === '' || password === '' || password.length > 1024) return null;
  await requireAttemptsLeft(key, clock());
  const person = await getDb().person.findUnique({ where: { email: key } });
  const fits = await verifyPassword(person?.passwordHash ?? null, password);
  if (!fits || !person || person.disabledAt) {
    await countFailure(key, clock());
    return null;
  }
  await clearFailures(key);
  return { id: person.id, name: person.name, epoch: person.sessionEpoch };
}

/** Demonstration mode only: signs in as one of its people. Null for anybody else. */
export async function signInAsDemoPerson(personId: string): Promise<SignedIn | null> {
  if (!isDemo(readEnv())) throw new AppError('not-allowed', 'This installation is not a demonstration.');
  if (!/^[0-9a-f-]{36}$/.test(personId)) return null;
  const person = await getDb().person.findUnique({ where: { id: personId } });
  if (!person?.demo || person.disabledAt) return null;
  return { id: person.id, name: person.name, epoch: person.sessionEpoch };
}
