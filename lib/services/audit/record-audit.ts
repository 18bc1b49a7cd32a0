import type { Tx } from '@/lib/adapters/db/client';
import { lockInTransaction } from '@/lib/adapters/db/locks';
import { canonicalAuditEntry, genesisHash } from '@/lib/domain/audit/chain';
import type { JsonObject } from '@/lib/domain/schema/json';
import { sha256 } from '@/lib/platform/hash';

/** What happened. `actor` null means Assent itself (an import, an export). */
export interface AuditEvent {
  actor: { id: string; name: string } | null;
  /** `noun.verb` in the past tense: `proposal.approved`. */
  action: string;
  subjectType: string;
  subjectId: string;
  proposalId?: string | null;
  data?: JsonObject;
}

/**
 * Appends an entry to the audit record within the caller's transaction: it stands if and only if the change does.
 * Entries are chained by hash in the order of `seq`; the lock keeps that order across processes, so call it last.
 */
export async function recordAudit(tx: Tx, event: AuditEvent, at: Date): Promise<void> {
  await lockInTransaction(tx, 'audit', 'chain');
  const last = await tx.auditEntry.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true, hash: true } });
  const entry = {
    seq: Number(last?.seq ?? 0n) + 1,
    at: at.toISOString(),
    actorId: event.actor?.id ?? null,
    actorName: event.actor?.name ?? 'Assent',
    action: event.action,
    subjectType: event.subjectType,
    subjectId: event.subjectId,
    proposalId: event.proposalId ?? null,
    data: event.data ?? {},
    prevHash: last?.hash ?? genesisHash,
  };
  const hash = sha256(canonicalAuditEntry(entry));
  await tx.auditEntry.create({ data: { ...entry, seq: BigInt(entry.seq), at, hash } });
}
