import { getDb, type Tx } from '@/lib/adapters/db/client';
import type { HistoryLine, HistoryPage } from '@/lib/contracts/history';
import { can } from '@/lib/domain/access/policy';
import type { Actor } from '@/lib/domain/access/subjects';
import { AppError } from '@/lib/platform/app-error';
import { requirePermission } from '../session/require-permission';
import { keyOf } from '../proposal/load-proposal-subject';
import { describeEntry } from './history-texts';

const pageSize = 100;

/** A proposal's history from the audit record, newest first, by the proposal's number or id. Throws `not-found`. */
export async function loadHistory(
  actor: Actor,
  proposal: number | string,
  before?: number,
): Promise<HistoryPage> {
  requirePermission(can(actor, 'read', null));
  const db = getDb();
  const row = await db.proposal.findUnique({ where: keyOf(proposal), select: { id: true } });
  if (!row) throw new AppError('not-found', 'There is no such proposal.');
  return readHistory(db, row.id, before);
}

/** The same by the proposal's id. */
export async function readHistory(tx: Tx, proposalId: string, before?: number): Promise<HistoryPage> {
  const rows = await tx.auditEntry.findMany({
    where: { proposalId, ...(before === undefined ? {} : { seq: { lt: BigInt(before) } }) },
    orderBy: { seq: 'desc' },
    take: pageSize + 1,
  });
  const lines = rows.slice(0, pageSize).map(
    (row): HistoryLine => ({
      seq: Number(row.seq),
      at: row.at.toISOString(),
      actorName: row.actorName,
      action: row.action,
      ...describeEntry(row.action, row.data),
    }),
  );
  const next = rows.length > pageSize ? (lines.at(-1)?.seq ?? null) : null;
  return { lines: lines.filter((line, index) => !isRepeatedSave(line, lines[index - 1])), next };
}

/** A draft is saved while its author types; in a row of such saves the newest says it all. */
function isRepeatedSave(line: HistoryLine, newer: HistoryLine | undefined): boolean {
  return line.action === 'draft.saved' && newer?.action === line.action && newer.actorName === line.actorName;
}
