import { getDb } from '@/lib/adapters/db/client';
import type { Role } from '@/lib/domain/access/roles';
import type { Actor } from '@/lib/domain/access/subjects';
import type { Clock } from '@/lib/platform/clock';
import { recordAudit } from '../../audit/record-audit';
import { toDbRole } from '../../person/roles';

/** The people of a demonstration: enough of each role that a proposal can go the whole way. */
const cast = {
  edda: { name: 'Edda Engineer', roles: ['engineer'] },
  emil: { name: 'Emil Engineer', roles: ['engineer'] },
  ana: { name: 'Ana Analyst', roles: ['analyst'] },
  amir: { name: 'Amir Analyst', roles: ['analyst'] },
  petra: { name: 'Petra Product', roles: ['product-manager'] },
  vera: { name: 'Vera Viewer', roles: ['viewer'] },
  adam: { name: 'Adam Admin', roles: ['admin'] },
} satisfies Record<string, { name: string; roles: Role[] }>;

export type Cast = Record<keyof typeof cast, Actor>;

/** Creates the people that are missing and gives all of them. What an admin changed about them stays. */
export async function ensureCast(clock: Clock): Promise<Cast> {
  const db = getDb();
  const people: Partial<Cast> = {};
  for (const [key, { name, roles }] of Object.entries(cast)) {
    const email = `${key}@demonstration.example`;
    const row =
      (await db.person.findUnique({ where: { email } })) ?? (await add({ email, name, roles }, clock));
    people[key as keyof Cast] = { id: row.id, name: row.name, roles, disabled: false };
  }
  return people as Cast;
}

function add({ email, name, roles }: { email: string; name: string; roles: Role[] }, clock: Clock) {
  return getDb().$transaction(async (tx) => {
    const person = await tx.person.create({ data: { email, name, roles: roles.map(toDbRole), demo: true } });
    const event = { actor: null, action: 'person.created', subjectType: 'person', subjectId: person.id };
    await recordAudit(tx, { ...event, data: { email, roles, demo: true } }, clock());
    return person;
  });
}
