import { getDb } from '@/lib/adapters/db/client';
import type { AuditLine } from '@/lib/contracts/audit';
import { can } from '@/lib/domain/access/policy';
import type { Actor } from '@/lib/domain/access/subjects';
import { requirePermission } from '../session/require-permission';

const pageSize = 50;

/** The newest entries first; `before` is the number of the last entry already seen. */
export async function loadAudit(
  actor: Actor,
  before?: number,
): Promise<{ lines: AuditLine[]; next: number | null }> {
  requirePermission(can(actor, 'audit.read', null));
  const rows = await getDb().auditEntry.findMany({
    where: before ? { seq: { lt: BigInt(before) } } : {},
    orderBy: { seq: 'desc' },
    take: pageSize + 1,
  });
  const lines = rows.slice(0, pageSize).map((row) => ({
    seq: Number(row.seq),
    at: row.at.toISOString(),
    actorName: row.actorName,
    action: row.action,
    subjectType: row.subjectType,
    subjectId: row.subjectId,
    proposalId: row.proposalId,
    data: row.data as Record<string, unknown>,
    hash: row.hash,
  }));
  return { lines, next: rows.length > pageSize ? (lines.at(-1)?.seq ?? null) : null };
}
