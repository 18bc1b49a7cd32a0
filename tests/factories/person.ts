import type { Db } from '@/lib/adapters/db/client';
import type { Actor } from '@/lib/domain/access/subjects';
import type { Role } from '@/lib/domain/access/roles';
import { toDbRole } from '@/lib/services/person/roles';

let count = 0;

/** A person with the given roles, as the actor that services take. */
export async function createPerson(db: Db, roles: Role[], name?: string): Promise<Actor> {
  count += 1;
  const row = await db.person.create({
    data: {
      email: `person-${process.pid}-${count}@example.org`,
      name: name ?? `${roles[0] ?? 'viewer'} ${count}`,
      roles: roles.map(toDbRole),
    },
  });
  return { id: row.id, name: row.name, roles, disabled: false };
}
