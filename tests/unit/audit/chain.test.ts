import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Canonicalizable, canonicalJson } from '@/lib/domain/audit/canonical-json';
import {
  type AuditEntry,
  canonicalAuditEntry,
  genesis,
  genesisHash,
  verifyChain,
} from '@/lib/domain/audit/chain';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function chainOf(length: number): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (let seq = 1; seq <= length; seq++) {
    const content = {
      seq,
      at: new Date(Date.UTC(2026, 0, 1, 0, seq)).toISOString(),
      actorId: seq % 3 ? 'ann' : null,
      actorName: 'Ann',
      action: 'review.give',
      subjectType: 'proposal',
      subjectId: `p${seq}`,
      proposalId: seq % 2 ? `p${seq}` : null,
      data: { verdict: 'approve', revision: seq },
      prevHash: entries.at(-1)?.hash ?? genesisHash,
    };
    entries.push({ ...content, hash: sha256(canonicalAuditEntry(content)) });
  }
  return entries;
}

const headOf = ({ seq, hash }: AuditEntry) => ({ seq, hash });

describe('a sound chain', () => {
  test('is counted, and ends at its head', () => {
    const chain = chainOf(5);
    expect(verifyChain(chain, sha256)).toEqual({ ok: true, count: 5, head: headOf(chain[4]!) });
    expect(verifyChain([], sha256)).toEqual({ ok: true, count: 0, head: genesis });
  });

  test('can be read in batches', () => {
    const chain = chainOf(5);
    const first = verifyChain(chain.slice(0, 2), sha256);
    expect(first.ok && verifyChain(chain.slice(2), sha256, { after: first.head })).toMatchObject({
      count: 3,
    });
  });

  test('is sealed with all its members, in one order of keys', () => {
    const [entry] = chainOf(1);
    const { hash: _hash, ...content } = entry!;
    expect(canonicalAuditEntry(entry!)).toBe(canonicalJson(content));
    expect(canonicalAuditEntry({ ...entry!, data: { revision: 1, verdict: 'approve' } })).toBe(
      canonicalAuditEntry(entry!),
    );
  });
});

test('any change of any member of any entry shows, even with a new hash', () => {
  const changes: Partial<AuditEntry>[] = [
    { at: '2026-01-01T00:00:00.001Z' },
    { actorId: 'bob' },
    { actorName: 'Bob' },
    { action: 'signoff.give' },
    { subjectType: 'person' },
    { subjectId: 'other' },
    { proposalId: 'other' },
    { data: { verdict: 'approve', revision: 1, more: null } },
  ];
  fc.assert(
    fc.property(fc.nat({ max: 5 }), fc.constantFrom(...changes), fc.boolean(), (at, change, reseal) => {
      const chain = chainOf(7);
      const altered = { ...chain[at]!, ...change };
      chain[at] = reseal ? { ...altered, hash: sha256(canonicalAuditEntry(altered)) } : altered;
      expect(verifyChain(chain, sha256)).toEqual(
        reseal
          ? { ok: false, seq: at + 2, reason: 'broken-link' }
          : { ok: false, seq: at + 1, reason: 'altered' },
      );
    }),
  );
});

test('an entry that is missing, doubled or out of order shows', () => {
  const chain = chainOf(4);
  const [a, b, c, d] = chain as [AuditEntry, AuditEntry, AuditEntry, AuditEntry];
  expect(verifyChain([a, c, d], sha256)).toEqual({ ok: false, seq: 3, reason: 'gap' });
  expect(verifyChain([b, c], sha256)).toEqual({ ok: false, seq: 2, reason: 'gap' });
  expect(verifyChain([a, b, b], sha256)).toEqual({ ok: false, seq: 2, reason: 'gap' });
  expect(verifyChain([a, c, b], sha256)).toEqual({ ok: false, seq: 3, reason: 'gap' });
});

test('a tail that was cut off or forged shows against the head that is known', () => {
  const chain = chainOf(4);
  const expectedHead = headOf(chain[3]!);
  expect(verifyChain(chain, sha256, { expectedHead })).toMatchObject({ ok: true });
  expect(verifyChain(chain.slice(0, 2), sha256, { expectedHead })).toEqual({
    ok: false,
    seq: 3,
    reason: 'truncated',
  });
  const forged = { ...expectedHead, hash: 'f'.repeat(64) };
  expect(verifyChain(chain, sha256, { expectedHead: forged })).toMatchObject({ seq: 4, reason: 'truncated' });
});

describe('canonical JSON', () => {
  test('orders keys by code units at every depth, and leaves undefined members out', () => {
    expect(canonicalJson({ b: [{ z: 1, a: undefined, Z: -0 }], a: null, '10': true, '9': 'é' })).toBe(
      '{"10":true,"9":"é","a":null,"b":[{"Z":0,"z":1}]}',
    );
  });

  test('writes what JSON reads back, the same for any order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value as Canonicalizable);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(reversed(value) as Canonicalizable)).toBe(text);
      }),
    );
  });

  test('keeps a key named __proto__', () => {
    expect(canonicalJson(JSON.parse('{"b":1,"__proto__":{"a":1}}'))).toBe('{"__proto__":{"a":1},"b":1}');
  });
});

/** The same value with its keys the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).reverse();
  return Object.fromEntries(members.map(([key, member]) => [key, reversed(member)]));
}
