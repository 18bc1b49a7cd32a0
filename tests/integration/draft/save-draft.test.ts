import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { saveDraftInput } from '@/lib/contracts/draft';
import { loadDraftSave, loadDraftSaves } from '@/lib/services/draft/load-draft';
import { loadLookup } from '@/lib/services/draft/load-lookup';
import { saveDraft } from '@/lib/services/draft/save-draft';
import { updateMetric } from '@/lib/services/metric/change-metrics';
import { createProposal } from '@/lib/services/proposal/create-proposal';
import { loadProposal } from '@/lib/services/proposal/load-proposal';
import { withdrawProposal } from '@/lib/services/proposal/withdraw-proposal';
import { submitRevision } from '@/lib/services/revision/submit-revision';
import { refusalOf } from '../../factories/refusal';
import { createWorld, draftProposal, submit, type World } from '../../factories/review-world';
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

describe('saving a draft', () => {
  it('refuses to overwrite what somebody saved meanwhile, and loses neither text', async () => {
    const proposalId = await draftProposal(world);
    await saveDraft(world.engineer, { proposalId, text: 'theirs', expectedDraftVersion: 1 }, world.clock);
    const mine = saveDraft(world.author, { proposalId, text: 'mine', expectedDraftVersion: 1 }, world.clock);
    expect(await refusalOf(mine)).toMatchObject({
      code: 'lost-update',
      details: { text: 'theirs', draftVersion: 2, savedBy: { name: 'Edo Engineer' } },
    });
    expect((await database.db.proposal.findUniqueOrThrow({ where: { id: proposalId } })).draft).toBe(
      'theirs',
    );
  });

  it('acknowledges one of many saves at once, and every acknowledged text stays in the record', async () => {
    const proposalId = await draftProposal(world);
    const texts = Array.from({ length: 8 }, (_, number) => `text ${number}`);
    const results = await Promise.allSettled(
      texts.map((text) =>
        saveDraft(world.author, { proposalId, text, expectedDraftVersion: 1 }, world.clock),
      ),
    );
    const saved = results.flatMap((result, index) => (result.status === 'fulfilled' ? [texts[index]] : []));
    expect(saved).toHaveLength(1);
    expect((await loadDraftSave(world.viewer, { proposalId, draftVersion: 2 })).text).toBe(saved[0]);
    expect((await loadDraftSaves(world.viewer, proposalId)).map(({ draftVersion }) => draftVersion)).toEqual([
      2, 1, 0,
    ]);
  });

  it('makes nobody a contributor over a text that stands already', async () => {
    const proposalId = await draftProposal(world);
    const { draft } = await database.db.proposal.findUniqueOrThrow({ where: { id: proposalId } });
    const input = { proposalId, text: draft, expectedDraftVersion: 0 };
    expect(await saveDraft(world.engineer, input, world.clock)).toMatchObject({
      changed: false,
      draftVersion: 1,
    });
    const contributors = await database.db.contributor.findMany({ where: { proposalId } });
    expect(contributors.map(({ personId }) => personId)).toEqual([world.author.id]);
  });

  it('refuses viewers, and anybody once the proposal is withdrawn', async () => {
    const proposalId = await draftProposal(world);
    const input = { proposalId, text: 'x', expectedDraftVersion: 1 };
    expect((await refusalOf(saveDraft(world.viewer, input, world.clock))).code).toBe('not-allowed');
    expect(
      (await refusalOf(withdrawProposal(world.engineer, { proposalId, reason: 'No.' }, world.clock))).code,
    ).toBe('not-allowed');
    await withdrawProposal(world.author, { proposalId, reason: 'Not needed.' }, world.clock);
    expect(await refusalOf(saveDraft(world.author, input, world.clock))).toMatchObject({
      details: { reason: 'wrong-state' },
    });
  });

  it('refuses texts that no database can hold, and texts beyond the limit', () => {
    const proposalId = '0198b1a0-0000-7000-8000-000000000000';
    const refused = ['a\u0000b', '\ud800', 'x'.repeat(512 * 1024 + 1)];
    for (const text of refused) {
      expect(saveDraftInput.safeParse({ proposalId, text, expectedDraftVersion: 0 }).success).toBe(false);
    }
    expect(saveDraftInput.safeParse({ proposalId, text: '😀', expectedDraftVersion: 0 }).success).toBe(true);
  });
});

describe('submitting', () => {
  it('refuses a text that cannot be read, another draft than the person saw, and a second time the same', async () => {
    const proposalId = await draftProposal(world);
    const stale = submitRevision(
      world.author,
      { proposalId, expectedDraftVersion: 0, message: '' },
      world.clock,
    );
    expect((await refusalOf(stale)).code).toBe('lost-update');
    await submit(world, proposalId);
    expect(await refusalOf(submit(world, proposalId))).toMatchObject({ code: 'conflict' });
    await saveDraft(world.author, { proposalId, text: 'a: [', expectedDraftVersion: 1 }, world.clock);
    expect(await refusalOf(submit(world, proposalId))).toMatchObject({ code: 'invalid-input' });
  });
});

describe('beginning a proposal', () => {
  it('takes current.yaml with its comments, at the next minor number, in $id and example', async () => {
    const { id } = await createProposal(
      world.author,
      { repositoryId: world.repositoryId, title: 'analytics/test/click', summary: 'More', confirmed: true },
      world.clock,
    );
    const { draft, baseVersion } = await database.db.proposal.findUniqueOrThrow({ where: { id } });
    expect(baseVersion).toBe('1.0.0');
    expect(draft).toContain('# A comment that has to survive.');
    expect(draft.match(/analytics\/test\/click\/1\.1\.0/g)).toHaveLength(2);
  });

  it('begins a new schema from the common fragment, without an error but those of an empty idea', async () => {
    const { id, number } = await createProposal(
      world.author,
      {
        repositoryId: world.repositoryId,
        title: 'analytics/test/fresh',
        summary: 'A: "new" # one',
        confirmed: false,
      },
      world.clock,
    );
    const { draft } = await database.db.proposal.findUniqueOrThrow({ where: { id } });
    expect(draft).toContain('$ref: /fragment/common/1.0.0');
    const lookup = await loadLookup(world.viewer, { proposalId: id, text: draft });
    expect(lookup.missing).toEqual([]);
    expect(Object.keys(lookup.schemas)).toEqual(['/fragment/common/1.0.0']);
    const page = await loadProposal(world.author, number, world.clock);
    expect(page.review.conditions.find((condition) => condition.id === 'lint')?.findings).toEqual([]);
    expect(page.privacy.fields.map(({ path }) => path).sort()).toEqual([
      '$schema',
      'action',
      'dt',
      'meta.stream',
    ]);
    expect(page.privacy.fields.every(({ toDecide, change }) => toDecide && change === 'added')).toBe(true);
  });

  it('tells of another open proposal for the same schema, and goes on when that is confirmed', async () => {
    const wish = { repositoryId: world.repositoryId, title: 'analytics/test/twice', summary: 'One' };
    const first = await createProposal(world.author, { ...wish, confirmed: false }, world.clock);
    const second = createProposal(world.engineer, { ...wish, confirmed: false }, world.clock);
    expect(await refusalOf(second)).toMatchObject({
      code: 'conflict',
      details: { openProposals: [{ number: first.number }] },
    });
    await createProposal(world.engineer, { ...wish, confirmed: true }, world.clock);
  });
});

describe('metrics', () => {
  it('refuses to overwrite a metric that somebody changed, and one of another proposal', async () => {
    const proposalId = await draftProposal(world);
    const other = await draftProposal(world);
    const metric = await database.db.metric.findFirstOrThrow({ where: { proposalId } });
    const change = { name: 'A', definition: 'B', fieldPointers: [], metricId: metric.id };
    await updateMetric(world.author, { ...change, proposalId, expectedVersion: 0 }, world.clock);
    const stale = updateMetric(world.author, { ...change, proposalId, expectedVersion: 0 }, world.clock);
    expect(await refusalOf(stale)).toMatchObject({
      code: 'lost-update',
      details: { metric: { name: 'A', version: 1 } },
    });
    const foreign = updateMetric(
      world.author,
      { ...change, proposalId: other, expectedVersion: 1 },
      world.clock,
    );
    expect((await refusalOf(foreign)).code).toBe('not-found');
  });
});
