import { hashPassword } from '@/lib/adapters/auth/passwords';
import { getDb } from '@/lib/adapters/db/client';
import { isUniqueViolation } from '@/lib/adapters/db/errors';
import type { CreatePersonInput } from '@/lib/contracts/person';
import { can } from '@/lib/domain/access/policy';
import type { Actor } from '@/lib/domain/access/subjects';
import { AppError } from '@/lib/platform/app-error';
import type { Clock } from '@/lib/platform/clock';
import { recordAudit } from '../audit/record-audit';
import { requirePermission } from '../session/require-permission';
import { toDbRole } from './roles';

/**
 * Creates a person. `actor` null is the operator at the command line, who may create the first admin.
 * Throws `not-allowed`, and `conflict` where the address has an account already.
 */
export async function createPerson(
  actor: Actor | null,
  input: CreatePersonInput,
  clock: Clock,
): Promise<{ id: string }> {
  if (actor) requirePermission(can(actor, 'person.manage', null));
  const passwordHash = input.password ? await hashPassword(input.password) : null;
  try {
    return await getDb().$transaction(async (tx) => {
      const person = await tx.person.create({
        data: { email: input.email, name: input.name, roles: input.roles.map(toDbRole), passwordHash },
      });
      const data = { email: input.email, roles: input.roles };
      await recordAudit(
        tx,
        { actor, action: 'person.created', subjectType: 'person', subjectId: person.id, data },
        clock(),
      );
      return { id: person.id };
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const message = `There is an account for ${input.email} already. Change its roles or password instead.`;
    throw new AppError('conflict', message, { fields: { email: message }, cause: error });
  }
}
