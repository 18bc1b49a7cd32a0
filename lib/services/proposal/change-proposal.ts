import { getDb, type Tx } from '@/lib/adapters/db/client';
import { lockProposal } from '@/lib/adapters/db/locks';
import type { Permission } from '@/lib/domain/access/requirements';
import type { Actor, ProposalSubject } from '@/lib/domain/access/subjects';
import type { JsonObject } from '@/lib/domain/schema/json';
import { AppError } from '@/lib/platform/app-error';
import type { Clock } from '@/lib/platform/clock';
import { recordAudit } from '../audit/record-audit';
import { toDomainRole } from '../person/roles';
import { requirePermission } from '../session/require-permission';
import { type RequiredProposal, requireProposal } from './load-proposal-subject';

/** Who changes which proposal, and what permission that takes. */
export interface ProposalChange {
  actor: Actor;
  proposalId: string;
  clock: Clock;
  permission: (actor: Actor, subject: ProposalSubject, tx: Tx) => Permission | Promise<Permission>;
}

/** What a change gives back, and the line it leaves in the audit record; no line where nothing changed. */
export interface Changed<T> {
  result: T;
  audit: { action: string; subjectType?: string; subjectId?: string; data?: JsonObject } | null;
}

/** What the work within a change has at hand. */
export interface Changing extends RequiredProposal {
  tx: Tx;
  /** As the database knows them now. */
  actor: Actor;
  at: Date;
}

/**
 * The one way to change a proposal: in one transaction lock it, ask whether this person may as they are *now* (an
 * account that was disabled a moment ago may not), do the work, and record it.
 * Throws `not-found`, `not-allowed`, and what the work throws.
 */
export async function changeProposal<T>(
  { actor, proposalId, clock, permission }: ProposalChange,
  work: (changing: Changing) => Promise<Changed<T>>,
): Promise<T> {
  return getDb().$transaction(async (tx) => {
    if (!(await lockProposal(tx, proposalId))) throw new AppError('not-found', 'There is no such proposal.');
    const proposal = await requireProposal(tx, proposalId);
    const current = await loadCurrentActor(tx, actor);
    requirePermission(await permission(current, proposal.subject, tx));
    const at = clock();
    const { result, audit } = await work({ tx, actor: current, at, ...proposal });
    if (audit) {
      await tx.proposal.update({ where: { id: proposalId }, data: { updatedAt: at } });
      const event = { actor: current, subjectType: 'proposal', subjectId: proposalId, proposalId, ...audit };
      await recordAudit(tx, event, at);
    }
    return result;
  });
}

/** The person as the database knows them in this transaction. Someone who is gone counts as disabled. */
export async function loadCurrentActor(tx: Tx, actor: Actor): Promise<Actor> {
  const row = await tx.person.findUnique({ where: { id: actor.id } });
  if (!row) return { ...actor, disabled: true };
  return {
    id: row.id,
    name: row.name,
    roles: row.roles.map(toDomainRole),
    disabled: row.disabledAt !== null,
  };
}

/** From now on this person has text in the proposal. Nothing happens where they had already. */
export async function addContributor(
  tx: Tx,
  contribution: { proposalId: string; personId: string; firstAt: Date },
): Promise<void> {
  await tx.contributor.createMany({ data: [contribution], skipDuplicates: true });
}
