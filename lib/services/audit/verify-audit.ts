import { getDb } from '@/lib/adapters/db/client';
import {
  type AuditEntry,
  type ChainHead,
  type ChainVerdict,
  genesis,
  verifyChain,
} from '@/lib/domain/audit/chain';
import type { JsonObject } from '@/lib/domain/schema/json';
import { sha256 } from '@/lib/platform/hash';

const batch = 1_000;

/**
 * Checks the whole audit record, in batches. `expectedHead`, noted at an earlier check, also shows a record whose
 * end was cut off: that entry must still be there unchanged.
 */
export async function verifyAudit(expectedHead?: ChainHead): Promise<ChainVerdict> {
  let head = genesis;
  let count = 0;
  let expectedSeen = expectedHead === undefined || expectedHead.seq === 0;
  for (;;) {
    const entries = await readEntries(head.seq);
    if (entries.length === 0) break;
    const verdict = verifyChain(entries, sha256, { after: head });
    if (!verdict.ok) return verdict;
    const noted = entries.find((entry) => entry.seq === expectedHead?.seq);
    if (noted && noted.hash !== expectedHead?.hash) return { ok: false, seq: noted.seq, reason: 'altered' };
    expectedSeen ||= noted !== undefined;
    head = verdict.head;
    count += verdict.count;
  }
  if (!expectedSeen) return { ok: false, seq: head.seq + 1, reason: 'truncated' };
  return { ok: true, count, head };
}

async function readEntries(after: number): Promise<AuditEntry[]> {
  const rows = await getDb().auditEntry.findMany({
    where: { seq: { gt: BigInt(after) } },
    orderBy: { seq: 'asc' },
    take: batch,
  });
  return rows.map((row) => ({
    ...row,
    seq: Number(row.seq),
    at: row.at.toISOString(),
    data: row.data as JsonObject,
  }));
}
