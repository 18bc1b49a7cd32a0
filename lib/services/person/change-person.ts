import { hashPassword } from '@/lib/adapters/auth/passwords';
import { getDb, type Tx } from '@/lib/adapters/db/client';
import { lockInTransaction } from '@/lib/adapters/db/locks';
import type { SetDisabledInput, SetPasswordInput, SetRolesInput } from '@/lib/contracts/person';
import { can } from '@/lib/domain/access/policy';
import type { Actor } from '@/lib/domain/access/subjects';
import type { JsonObject } from '@/lib/domain/schema/json';
import { AppError } from '@/lib/platform/app-error';
import type { Clock } from '@/lib/platform/clock';
import { recordAudit } from '../audit/record-audit';
import { requirePermission } from '../session/require-permission';
import { toDbRole, toDomainRole } from './roles';

/** Throws `lost-update` where somebody else changed the person since, and `conflict` for the last admin. */
export function setRoles(actor: Actor | null, input: SetRolesInput, clock: Clock): Promise<void> {
  return change(
    { actor, personId: input.personId, clock, action: 'person.roles-changed' },
    async (tx, person) => {
      if (person.version !== input.version) {
        throw new AppError(
          'lost-update',
          'Somebody changed this person meanwhile. Look at the roles again, then change them.',
        );
      }
      if (!input.roles.includes('admin')) await requireOtherAdmin(tx, person.id);
      const roles = input.roles.map(toDbRole);
      await tx.person.update({ where: { id: person.id }, data: { roles, version: { increment: 1 } } });
      return { before: person.roles.map(toDomainRole), after: input.roles };
    },
  );
}

/** Disabling ends all sessions of the person at once; enabling lets them log in again. */
export function setDisabled(actor: Actor | null, input: SetDisabledInput, clock: Clock): Promise<void> {
  const action = input.disabled ? 'person.disabled' : 'person.enabled';
  return change({ actor, personId: input.personId, clock, action }, async (tx, person) => {
    if (input.disabled) await requireOtherAdmin(tx, person.id);
    const disabledAt = input.disabled ? (person.disabledAt ?? clock()) : null;
    await tx.person.update({
      where: { id: person.id },
      data: { disabledAt, sessionEpoch: { increment: 1 }, version: { increment: 1 } },
    });
    return {};
  });
}

/** Sets a new password and ends all sessions of the person. */
export async function setPassword(actor: Actor | null, input: SetPasswordInput, clock: Clock): Promise<void> {
  const passwordHash = await hashPassword(input.password);
  return change(
    { actor, personId: input.personId, clock, action: 'person.password-set' },
    async (tx, person) => {
      await tx.person.update({
        where: { id: person.id },
        data: { passwordHash, sessionEpoch: { increment: 1 } },
      });
      return {};
    },
  );
}

type Row = NonNullable<Awaited<ReturnType<Tx['person']['findUnique']>>>;

interface Change {
  actor: Actor | null;
  personId: string;
  clock: Clock;
  action: string;
}

async function change(
  { actor, personId, clock, action }: Change,
  work: (tx: Tx, person: Row) => Promise<JsonObject>,
): Promise<void> {
  if (actor) requirePermission(can(actor, 'person.manage', null));
  await getDb().$transaction(async (tx) => {
    // One at a time, so that two admins cannot take the role from each other in the same moment.
    await lockInTransaction(tx, 'person', 'manage');
    const person = await tx.person.findUnique({ where: { id: personId } });
    if (!person) throw new AppError('not-found', 'There is no such person.');
    const data = await work(tx, person);
    await recordAudit(tx, { actor, action, subjectType: 'person', subjectId: personId, data }, clock());
  });
}

async function requireOtherAdmin(tx: Tx, personId: string): Promise<void> {
  const person = await tx.person.findUniqueOrThrow({ where: { id: personId } });
  if (!person.roles.includes('admin') || person.disabledAt) return;
  const others = await tx.person.count({
    where: { roles: { has: 'admin' }, disabledAt: null, id: { not: personId } },
  });
  if (others === 0) {
    throw new AppError('conflict', 'This is the last admin. Make another person admin first.');
  }
}
