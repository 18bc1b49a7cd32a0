import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ConditionView } from '@/lib/contracts/review';
import { readSource } from '@/lib/domain/schema/read-source';
import { AppError } from '@/lib/platform/app-error';
import { approveProposal } from '@/lib/services/approval/approve-proposal';
import { verifyAudit } from '@/lib/services/audit/verify-audit';
import { loadProposal } from '@/lib/services/proposal/load-proposal';
import {
  approveAs,
  createWorld,
  decideAll,
  draftProposal,
  readyProposal,
  signOff,
  submit,
  title,
  type World,
} from '../../factories/review-world';
import { addVersion } from '../../factories/schema-repository';
import { clickSource, commonFragment, surfaceField } from '../../factories/schema-texts';
import { openThread } from '@/lib/services/thread/open-thread';
import { resolveThread } from '@/lib/services/thread/resolve-thread';
import { createTestDatabase, type TestDatabase } from '../test-database';

let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  world = await createWorld(database.db);
});

async function refusal(proposalId: string, hash: string, by = world.engineer): Promise<AppError> {
  const error = await approveProposal(by, { proposalId, revisionHash: hash }, { clock: world.clock }).then(
    () => null,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(AppError);
  expect(await database.db.schemaVersion.count({ where: { proposalId } })).toBe(0);
  expect(await database.db.export.count({ where: { proposalId } })).toBe(0);
  return error as AppError;
}

/** The ids of the conditions that a refusal names as not holding. */
function failing(error: AppError): string[] {
  expect(error.code).toBe('not-approvable');
  return (error.details['conditions'] as ConditionView[]).filter(({ holds }) => !holds).map(({ id }) => id);
}

describe('approving a proposal', () => {
  it('writes the version, the export and its job at once', async () => {
    const { proposalId, hash } = await readyProposal(world);
    const made = await approveProposal(
      world.engineer,
      { proposalId, revisionHash: hash },
      { clock: world.clock },
    );

    expect(made.version).toBe('1.1.0');
    const version = await database.db.schemaVersion.findUniqueOrThrow({
      where: { id: made.versionId },
      include: { export: true, schema: true },
    });
    expect(version).toMatchObject({ source: 'proposal', sourceText: clickSource('1.1.0', surfaceField) });
    expect(version.schema.title).toBe(title);
    expect(Object.keys(readSource(version.text).source?.value['properties'] as object)).toContain('surface');
    const message = version.export?.message ?? '';
    expect(message).toContain(`Assent-Revision: ${hash}`);
    expect(message).toContain('Assent-Version: analytics/test/click 1.1.0');
    expect(message).toContain('Approved-by: Edo Engineer (engineer)');
    expect(message).toContain('Approved-by: Ana Analyst (analyst)');
    expect(message).toContain('Privacy-sign-off-by: Ana Analyst');
    const jobs = await database.db.$queryRaw<{ data: { exportId: string } }[]>`
      SELECT data FROM pgboss.job WHERE name = 'export-version'`;
    expect(jobs.filter(({ data }) => data.exportId === made.exportId)).toHaveLength(1);
    const proposal = await database.db.proposal.findUniqueOrThrow({ where: { id: proposalId } });
    expect(proposal.state).toBe('approved');
    const page = await loadProposal(world.viewer, proposal.number, world.clock);
    expect(page.history.lines[0]?.text).toBe('approved revision 1 as version 1.1.0');
    expect(page.delivery).toMatchObject({ version: '1.1.0', state: 'pending' });
    expect(await verifyAudit()).toMatchObject({ ok: true });
  });

  it('refuses a revision with a lint error', async () => {
    const unbounded = surfaceField.replace('type: string', 'type: [string, "null"]');
    const { proposalId, hash } = await readyProposal(world, clickSource('1.1.0', unbounded));
    expect(failing(await refusal(proposalId, hash))).toEqual(['lint']);
  });

  it('refuses a revision without an example that a person wrote', async () => {
    const text = clickSource('1.1.0', surfaceField);
    const { proposalId, hash } = await readyProposal(world, text.slice(0, text.indexOf('examples:')));
    const error = await refusal(proposalId, hash);
    expect(failing(error)).toEqual(['lint']);
    const [lint] = error.details['conditions'] as ConditionView[];
    expect(lint?.findings.map(({ rule }) => rule)).toEqual(['examples-written-by-author']);
  });

  it('refuses a change that breaks within one major version', async () => {
    const narrowed = clickSource('1.1.0', surfaceField).replace('      - close\n', '');
    const { proposalId, hash } = await readyProposal(world, narrowed);
    expect(failing(await refusal(proposalId, hash))).toEqual(['compatibility']);
  });

  it('accepts the same change as a major version', async () => {
    const narrowed = clickSource('2.0.0', surfaceField).replace('      - close\n', '');
    const { proposalId, hash } = await readyProposal(world, narrowed);
    const made = await approveProposal(
      world.engineer,
      { proposalId, revisionHash: hash },
      { clock: world.clock },
    );
    expect(made.version).toBe('2.0.0');
  });

  it('refuses a revision that nobody approved as engineer', async () => {
    const proposalId = await draftProposal(world);
    const hash = await submit(world, proposalId);
    await decideAll(world, proposalId);
    await signOff(world, proposalId);
    await approveAs(world, proposalId, world.analyst, 'analyst');
    const error = await refusal(proposalId, hash);
    expect(failing(error)).toEqual(['approvals']);
    const conditions = error.details['conditions'] as ConditionView[];
    expect(conditions.find(({ id }) => id === 'approvals')?.text).toContain('engineer');
  });

  it('refuses a revision without a sign-off, and one with a field that nobody decided about', async () => {
    const proposalId = await draftProposal(world);
    const hash = await submit(world, proposalId);
    await approveAs(world, proposalId, world.engineer, 'engineer');
    await approveAs(world, proposalId, world.analyst, 'analyst');
    const undecided = await refusal(proposalId, hash);
    expect(failing(undecided)).toEqual(['sign-off']);
    const conditions = undecided.details['conditions'] as ConditionView[];
    expect(conditions.find(({ id }) => id === 'sign-off')?.pointers).toEqual(['/properties/surface']);
    await decideAll(world, proposalId);
    expect(failing(await refusal(proposalId, hash))).toEqual(['sign-off']);
    await signOff(world, proposalId);
    await approveProposal(world.engineer, { proposalId, revisionHash: hash }, { clock: world.clock });
  });

  it('refuses a revision while a blocking thread is open', async () => {
    const { proposalId, hash } = await readyProposal(world);
    const { threadId } = await openThread(
      world.productManager,
      { proposalId, anchor: { kind: 'proposal' }, blocking: true, body: 'Is it worth it?', suggestion: null },
      world.clock,
    );
    expect(failing(await refusal(proposalId, hash))).toEqual(['threads']);
    await resolveThread(world.productManager, { threadId }, world.clock);
    await approveProposal(world.engineer, { proposalId, revisionHash: hash }, { clock: world.clock });
  });

  it('refuses a revision whose base is no longer the newest version', async () => {
    const { proposalId, hash } = await readyProposal(world);
    const refreshRepository = async (repositoryId: string) => {
      const fragment = readSource(commonFragment).source?.value ?? null;
      const source = clickSource('1.0.1');
      await addVersion(database.db, repositoryId, { source, version: '1.0.1', lookup: () => fragment });
    };
    const input = { proposalId, revisionHash: hash };
    const error = await approveProposal(world.engineer, input, {
      clock: world.clock,
      refreshRepository,
    }).catch((cause: unknown) => cause);
    expect(failing(error as AppError)).toEqual(['base']);
  });

  it('makes one version of two approvals at once', async () => {
    const { proposalId, hash } = await readyProposal(world);
    const input = { proposalId, revisionHash: hash };
    const results = await Promise.allSettled([
      approveProposal(world.engineer, input, { clock: world.clock }),
      approveProposal(world.analyst, input, { clock: world.clock }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const rejected = results.find((result) => result.status === 'rejected');
    expect(rejected?.reason).toMatchObject({ code: 'not-allowed', details: { reason: 'wrong-state' } });
    expect(await database.db.schemaVersion.count({ where: { proposalId } })).toBe(1);
  });

  it('makes one version of two proposals for the same number', async () => {
    const first = await readyProposal(world);
    const second = await readyProposal(world);
    const results = await Promise.allSettled(
      [first, second].map(({ proposalId, hash }) =>
        approveProposal(world.engineer, { proposalId, revisionHash: hash }, { clock: world.clock }),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const rejected = results.find((result) => result.status === 'rejected');
    expect(failing(rejected?.reason as AppError)).toEqual(['base']);
    expect(
      await database.db.schemaVersion.count({
        where: { version: '1.1.0', schema: { repositoryId: world.repositoryId } },
      }),
    ).toBe(1);
  });
});
