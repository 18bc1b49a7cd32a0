import type { Person } from '@/lib/adapters/db/generated/client';
import { getDb, type Tx } from '@/lib/adapters/db/client';
import { systemClock } from '@/lib/platform/clock';
import { readEnv } from '@/lib/platform/env';
import { recordAudit } from '../audit/record-audit';
import { toDbRole } from '../person/roles';

/**
 * Finds or creates the person of an OpenID profile and sets the roles that the role claim maps to, where a mapping
 * is set. Null where the profile cannot be used or the account is disabled. An existing local account with the same
 * address is taken over only where the provider says that it verified the address.
 */
export async function signInByProvider(
  profile: Record<string, unknown>,
  clock = systemClock,
): Promise<Person | null> {
  const account = readAccount(profile);
  if (!account) return null;
  return getDb().$transaction(async (tx) => {
    const known = await findPerson(tx, account, clock());
    if (known === 'refused') return null;
    const person = known ?? (await createPerson(tx, account, clock()));
    if (person.disabledAt) return null;
    const roles = readRoles(profile);
    return roles ? setRoles(tx, person, { roles, at: clock() }) : person;
  });
}

/** An account as the provider knows it; the address in lower case. */
interface ProviderAccount {
  issuer: string;
  subject: string;
  email: string;
  emailVerified: boolean;
  name: string;
}

/** Null where the profile has no subject or no address, or no provider is set. */
function readAccount(profile: Record<string, unknown>): ProviderAccount | null {
  const issuer = readEnv().OIDC_ISSUER;
  const subject = profile['sub'];
  const email = typeof profile['email'] === 'string' ? profile['email'].trim().toLowerCase() : '';
  if (!issuer || typeof subject !== 'string' || subject === '' || email === '') return null;
  const emailVerified = profile['email_verified'] === true;
  return { issuer, subject, email, emailVerified, name: nameOf(profile, email) };
}

function nameOf(profile: Record<string, unknown>, email: string): string {
  const name = profile['name'];
  return typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 200) : email;
}

/** `viewer` and the roles that the claim maps to, sorted. Null where no mapping is set: then roles stay as they are. */
function readRoles(profile: Record<string, unknown>): Person['roles'] | null {
  const { OIDC_ROLE_MAP: map, OIDC_ROLE_CLAIM: name } = readEnv();
  if (map.length === 0) return null;
  const claim = profile[name];
  const values = Array.isArray(claim)
    ? claim.map(String)
    : typeof claim === 'string'
      ? claim.split(/[\s,]+/)
      : [];
  const mapped = map.filter((entry) => values.includes(entry.value)).map((entry) => toDbRole(entry.role));
  return [...new Set<Person['roles'][number]>(['viewer', ...mapped])].sort();
}

/** Null where there is no such person; `refused` where the address is a person's and the provider did not verify it. */
async function findPerson(tx: Tx, account: ProviderAccount, at: Date): Promise<Person | null | 'refused'> {
  const { issuer, subject, email, emailVerified } = account;
  const identity = await tx.identity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    include: { person: true },
  });
  if (identity) return identity.person;
  const byEmail = await tx.person.findUnique({ where: { email } });
  if (!byEmail) return null;
  if (!emailVerified) return 'refused';
  await tx.identity.create({ data: { issuer, subject, personId: byEmail.id } });
  await recordAudit(
    tx,
    {
      actor: byEmail,
      action: 'person.linked',
      subjectType: 'person',
      subjectId: byEmail.id,
      data: { issuer },
    },
    at,
  );
  return byEmail;
}

async function createPerson(tx: Tx, account: ProviderAccount, at: Date): Promise<Person> {
  const { issuer, subject, email, name } = account;
  const person = await tx.person.create({
    data: { email, name, roles: ['viewer'], identities: { create: { issuer, subject } } },
  });
  await recordAudit(
    tx,
    {
      actor: person,
      action: 'person.created',
      subjectType: 'person',
      subjectId: person.id,
      data: { by: 'provider' },
    },
    at,
  );
  return person;
}

async function setRoles(
  tx: Tx,
  person: Person,
  { roles, at }: { roles: Person['roles']; at: Date },
): Promise<Person> {
  if (roles.join() === [...person.roles].sort().join()) return person;
  await recordAudit(
    tx,
    {
      actor: person,
      action: 'person.roles-changed',
      subjectType: 'person',
      subjectId: person.id,
      data: { before: person.roles, after: roles, by: 'provider' },
    },
    at,
  );
  return tx.person.update({ where: { id: person.id }, data: { roles } });
}
