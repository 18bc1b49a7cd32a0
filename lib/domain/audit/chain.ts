import type { JsonObject } from '../schema/json';
import { canonicalJson } from './canonical-json';

/** One line of the record of who did what, before it has a hash. */
export interface AuditContent {
  /** Counts from 1 without a gap. */
  seq: number;
  /** UTC, ISO 8601 with milliseconds. */
  at: string;
  /** Null where the system acted on its own. */
  actorId: string | null;
  actorName: string;
  action: string;
  subjectType: string;
  subjectId: string;
  /** Null where the entry belongs to no proposal. */
  proposalId: string | null;
  data: JsonObject;
  /** Hash of the entry before; {@link genesisHash} for the first. */
  prevHash: string;
}

/** One line of the record. `hash` is the SHA-256, in lower-case hexadecimal, of {@link canonicalAuditEntry}. */
export interface AuditEntry extends AuditContent {
  hash: string;
}

/** A place in the chain: the entry with this number had this hash. */
export interface ChainHead {
  seq: number;
  hash: string;
}

/** What the first entry names as the hash before it. */
export const genesisHash = '0'.repeat(64);

/** Where a chain starts: before its first entry. */
export const genesis: ChainHead = { seq: 0, hash: genesisHash };

/**
 * `gap`: the number does not follow the one before. `broken-link`: the entry names another hash than the entry
 * before has. `altered`: the content does not give the hash. `truncated`: the chain ends before the head that was
 * expected, or with another hash.
 */
export type ChainFault = 'gap' | 'broken-link' | 'altered' | 'truncated';

/** `seq` is the number of the first entry at fault; `head` is the last entry that was checked. */
export type ChainVerdict =
  | { ok: true; count: number; head: ChainHead }
  | { ok: false; seq: number; reason: ChainFault };

/** Where to start, for a record that is read in batches; and where it has to end, if that is known. */
export interface ChainBounds {
  after?: ChainHead;
  expectedHead?: ChainHead;
}

/**
 * The text whose hash seals an entry: canonical JSON with every member of the content, the hash before included.
 * The `hash` of an entry is not part of it, nor is any member that is not listed here.
 */
export function canonicalAuditEntry(entry: AuditContent): string {
  const { seq, at, actorId, actorName, action, subjectType, subjectId, proposalId, data, prevHash } = entry;
  return canonicalJson({
    seq,
    at,
    actorId,
    actorName,
    action,
    subjectType,
    subjectId,
    proposalId,
    data,
    prevHash,
  });
}

/**
 * Checks entries in the order of their numbers against each other and against their own hashes.
 * An empty record is sound. A cut-off tail shows only where `expectedHead` is given, since what is left is a
 * sound chain (domain.md: “The audit record can only grow, and shows if it was altered”).
 */
export function verifyChain(
  entries: Iterable<AuditEntry>,
  sha256: (text: string) => string,
  { after = genesis, expectedHead }: ChainBounds = {},
): ChainVerdict {
  let head = after;
  let count = 0;
  for (const entry of entries) {
    const reason = faultOf(entry, head, sha256);
    if (reason) return { ok: false, seq: entry.seq, reason };
    head = { seq: entry.seq, hash: entry.hash };
    count += 1;
  }
  if (expectedHead && (head.seq !== expectedHead.seq || head.hash !== expectedHead.hash)) {
    return { ok: false, seq: Math.min(head.seq + 1, expectedHead.seq), reason: 'truncated' };
  }
  return { ok: true, count, head };
}

function faultOf(entry: AuditEntry, before: ChainHead, sha256: (text: string) => string): ChainFault | null {
  if (entry.seq !== before.seq + 1) return 'gap';
  if (entry.prevHash !== before.hash) return 'broken-link';
  return entry.hash === sha256(canonicalAuditEntry(entry)) ? null : 'altered';
}
