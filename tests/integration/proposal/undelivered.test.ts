import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readSource } from '@/lib/domain/schema/read-source';
import { approveProposal } from '@/lib/services/approval/approve-proposal';
import { loadHistory } from '@/lib/services/history/load-history';
import { loadProposal } from '@/lib/services/proposal/load-proposal';
import { updateBase } from '@/lib/services/proposal/update-base';
import { withdrawProposal } from '@/lib/services/proposal/withdraw-proposal';
import { refusalOf } from '../../factories/refusal';
import { createWorld, readyProposal, submit, type World } from '../../factories/review-world';
import { addVersion } from '../../factories/schema-repository';
import { clickSource, commonFragment } from '../../factories/schema-texts';
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

describe('an approved proposal', () => {
  it('is not withdrawn while its version is on its way, nor taken back once it arrived', async () => {
    const { proposalId, hash } = await readyProposal(world);
    const { exportId, versionId } = await approveProposal(
      world.engineer,
      { proposalId, revisionHash: hash },
      { clock: world.clock },
    );
    const withdraw = () =>
      withdrawProposal(world.author, { proposalId, reason: 'Changed my mind.' }, world.clock);
    for (const state of ['pending', 'running', 'failed', 'exported'] as const) {
      await database.db.export.update({ where: { id: exportId }, data: { state } });
      expect((await refusalOf(withdraw())).code).toBe('conflict');
    }
    await expect(database.db.export.delete({ where: { id: exportId } })).rejects.toThrow(/append-only/);
    await expect(database.db.schemaVersion.delete({ where: { id: versionId } })).rejects.toThrow(
      /append-only/,
    );
  });

  it('is withdrawn with its version where the repository holds something else under the number', async () => {
    const { proposalId, hash } = await readyProposal(world);
    const input = { proposalId, revisionHash: hash };
    const { exportId, versionId } = await approveProposal(world.engineer, input, { clock: world.clock });
    await database.db.export.update({ where: { id: exportId }, data: { state: 'conflict' } });
    await withdrawProposal(world.author, { proposalId, reason: 'Somebody was faster.' }, world.clock);
    expect(await database.db.schemaVersion.findUnique({ where: { id: versionId } })).toBeNull();
    const [newest] = (await loadHistory(world.viewer, proposalId)).lines;
    expect(newest).toMatchObject({ text: 'withdrew the proposal', note: 'Somebody was faster.' });
    const next = await readyProposal(world);
    const again = { proposalId: next.proposalId, revisionHash: next.hash };
    expect((await approveProposal(world.engineer, again, { clock: world.clock })).version).toBe('1.1.0');
  });
});

describe('a proposal whose base was overtaken', () => {
  it('builds on the newest version from then on, and asks for another revision', async () => {
    const { proposalId } = await readyProposal(world);
    expect((await refusalOf(updateBase(world.author, { proposalId }, world.clock))).code).toBe('conflict');
    const fragment = readSource(commonFragment).source?.value ?? null;
    const source = clickSource('1.0.1');
    await addVersion(database.db, world.repositoryId, { source, version: '1.0.1', lookup: () => fragment });
    const { number } = await database.db.proposal.findUniqueOrThrow({ where: { id: proposalId } });
    const before = await loadProposal(world.author, number, world.clock);
    expect(before.review.myTasks).toEqual(['update-base']);
    expect(await updateBase(world.author, { proposalId }, world.clock)).toEqual({ baseVersion: '1.0.1' });
    await submit(world, proposalId);
    const after = await loadProposal(world.author, number, world.clock);
    expect(after.review.conditions.find(({ id }) => id === 'base')?.holds).toBe(true);
    expect(after.hasUnsubmittedChanges).toBe(false);
  });
});
