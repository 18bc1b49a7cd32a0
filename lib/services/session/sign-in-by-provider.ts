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
  const issuer = readEnv().OIDC_ISSUER;
  const subject = profile['sub'];
  const email = typeof profile['email'] === 'string' ? profile['email'].trim().toLowerCase() : '';
  if (!issuer || typeof subject !== 'string' || subject === '' || email === '') return null;
  return getDb().$transaction(async (tx) => {
    const known = await findPerson(tx, issuer, subject, email, profile['email_verified'] === true, clock());
    if (known === 'refused') return null;
    const person =
      known ??
      (await createPerson(tx, { issuer, subject, email, name: nameOf(profile, email), at: clock() }));
    if (person.disabledAt) return null;
    return applyRoles(tx, person, profile, clock());
  });
}

function nameOf(profile: Record<string, unknown>, email: string): string {
  const name = profile['name'];
  return typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 200) : email;
}

async function findPerson(
  tx: Tx,
  issuer: string,
  subject: string,
  email: string,
  verified: boolean,
  at: Date,
) {
  const identity = await tx.identity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    include: { person: true },
  });
  if (identity) return identity.person;
  const byEmail = await tx.person.findUnique({ where: { email } });
  if (!byEmail) return null;
  if (!verified) return 'refused' as const;
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

async function createPerson(
  tx: Tx,
  input: { issuer: string; subject: string; email: string; name: string; at: Date },
): Promise<Person> {
  const person = await tx.person.create({
    data: {
      email: input.email,
      name: input.name,
      roles: ['viewer'],
      identities: { create: { issuer: input.issuer, subject: input.subject } },
    },
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
    input.at,
  );
  return person;
}

async function applyRoles(
  tx: Tx,
  person: Person,
  profile: Record<string, unknown>,
  at: Date,
): Promise<Person> {
  const env = readEnv();
  if (env.OIDC_ROLE_MAP.length === 0) return person;
  const claim = profile[env.OIDC_ROLE_CLAIM];
  const values = Array.isArray(claim)
    ? claim.map(String)
    : typeof claim === 'string'
      ? claim.split(/[\s,]+/)
      : [];
  const mapped = env.OIDC_ROLE_MAP.filter((entry) => values.includes(entry.value)).map((entry) =>
    toDbRole(entry.role),
  );
  const roles = [...new Set<Person['roles'][number]>(['viewer', ...mapped])].sort();
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
