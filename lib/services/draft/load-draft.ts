import type { z } from 'zod';
import { getDb, type Tx } from '@/lib/adapters/db/client';
import type { DraftConflict, DraftSaveLine, loadDraftSaveInput } from '@/lib/contracts/draft';
import { can } from '@/lib/domain/access/policy';
import type { Actor } from '@/lib/domain/access/subjects';
import { AppError } from '@/lib/platform/app-error';
import { requirePermission } from '../session/require-permission';

const person = { select: { id: true, name: true } } as const;
const maxSaves = 200;

/** The draft as it stands, and who saved it last. Throws `not-found`. */
export async function loadDraft(actor: Actor, proposalId: string): Promise<DraftConflict> {
  requirePermission(can(actor, 'read', null));
  return readDraft(getDb(), proposalId);
}

/** The same within a transaction. */
export async function readDraft(tx: Tx, proposalId: string): Promise<DraftConflict> {
  const row = await tx.proposal.findUnique({
    where: { id: proposalId },
    select: {
      draft: true,
      draftVersion: true,
      createdAt: true,
      saves: { orderBy: { draftVersion: 'desc' }, take: 1, include: { person } },
    },
  });
  if (!row) throw new AppError('not-found', 'There is no such proposal.');
  const [last] = row.saves;
  return {
    text: row.draft,
    draftVersion: row.draftVersion,
    savedBy: last?.person ?? null,
    savedAt: (last?.savedAt ?? row.createdAt).toISOString(),
  };
}

/** The latest saved states, newest first. */
export async function loadDraftSaves(actor: Actor, proposalId: string): Promise<DraftSaveLine[]> {
  requirePermission(can(actor, 'read', null));
  const rows = await getDb().draftSave.findMany({
    where: { proposalId },
    orderBy: { draftVersion: 'desc' },
    take: maxSaves,
    select: { draftVersion: true, savedAt: true, person },
  });
  return rows.map((row) => ({
    draftVersion: row.draftVersion,
    savedBy: row.person,
    savedAt: row.savedAt.toISOString(),
  }));
}

/** One saved state whole. Throws `not-found`. */
export async function loadDraftSave(
  actor: Actor,
  { proposalId, draftVersion }: z.output<typeof loadDraftSaveInput>,
): Promise<DraftConflict> {
  requirePermission(can(actor, 'read', null));
  const row = await getDb().draftSave.findUnique({
    where: { proposalId_draftVersion: { proposalId, draftVersion } },
    include: { person },
  });
  if (!row) throw new AppError('not-found', 'The draft was never saved with this number.');
  return { text: row.text, draftVersion, savedBy: row.person, savedAt: row.savedAt.toISOString() };
}
