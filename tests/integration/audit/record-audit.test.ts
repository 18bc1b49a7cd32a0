import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordAudit } from '@/lib/services/audit/record-audit';
import { verifyAudit } from '@/lib/services/audit/verify-audit';
import { createTestDatabase, type TestDatabase } from '../test-database';

const at = new Date('2026-05-04T10:00:00.000Z');
const event = (number: number) => ({
  actor: null,
  action: 'test.happened',
  subjectType: 'test',
  subjectId: String(number),
  data: { number },
});

describe('the audit record', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  it('chains entries that are written at once by several transactions', async () => {
    await Promise.all(
      Array.from({ length: 12 }, (_, number) =>
        database.db.$transaction((tx) => recordAudit(tx, event(number), at)),
      ),
    );
    expect(await verifyAudit()).toMatchObject({ ok: true, count: 12 });
  });

  it('has no entry of a transaction that is rolled back', async () => {
    const before = await database.db.auditEntry.count();
    const work = database.db.$transaction(async (tx) => {
      await recordAudit(tx, event(99), at);
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await database.db.auditEntry.count()).toBe(before);
  });

  it('refuses to alter or remove an entry', async () => {
    await expect(database.db.$executeRaw`UPDATE audit_entry SET action = 'x' WHERE seq = 1`).rejects.toThrow(
      /append-only/,
    );
    await expect(database.db.$executeRaw`DELETE FROM audit_entry WHERE seq = 1`).rejects.toThrow(
      /append-only/,
    );
    await expect(database.db.$executeRaw`TRUNCATE audit_entry`).rejects.toThrow(/append-only/);
  });

  it('shows an entry that was altered behind its back', async () => {
    await database.db.$executeRaw`ALTER TABLE audit_entry DISABLE TRIGGER USER`;
    await database.db.$executeRaw`UPDATE audit_entry SET actor_name = 'Somebody else' WHERE seq = 5`;
    await database.db.$executeRaw`ALTER TABLE audit_entry ENABLE TRIGGER USER`;
    expect(await verifyAudit()).toMatchObject({ ok: false, seq: 5 });
  });
});
