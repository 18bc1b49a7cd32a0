import { getDb } from '@/lib/adapters/db/client';
import type { PersonLine } from '@/lib/contracts/person';
import { can } from '@/lib/domain/access/policy';
import type { Actor } from '@/lib/domain/access/subjects';
import { requirePermission } from '../session/require-permission';
import { toDomainRole } from './roles';

/** Everyone, by name; disabled accounts last. Throws `not-allowed`. */
export async function loadPeople(actor: Actor): Promise<PersonLine[]> {
  requirePermission(can(actor, 'person.manage', null));
  const rows = await getDb().person.findMany({
    include: { identities: { select: { issuer: true } } },
    orderBy: [{ disabledAt: { sort: 'asc', nulls: 'first' } }, { name: 'asc' }],
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    roles: row.roles.map(toDomainRole),
    logins: [
      ...(row.passwordHash ? (['password'] as const) : []),
      ...(row.identities.length > 0 ? (['provider'] as const) : []),
      ...(row.demo ? (['demo'] as const) : []),
    ],
    disabledAt: row.disabledAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    version: row.version,
  }));
}

/** The people of demonstration mode, for the page where one of them is chosen. */
export async function loadDemoPeople(): Promise<Pick<PersonLine, 'id' | 'name' | 'roles'>[]> {
  const rows = await getDb().person.findMany({
    where: { demo: true, disabledAt: null },
    orderBy: { createdAt: 'asc' },
  });
  return rows.map((row) => ({ id: row.id, name: row.name, roles: row.roles.map(toDomainRole) }));
}

/** The person with this address. Null where there is none. */
export async function findPersonByEmail(email: string): Promise<{ id: string; version: number } | null> {
  return getDb().person.findUnique({
    where: { email: email.trim().toLowerCase() },
    select: { id: true, version: true },
  });
}
