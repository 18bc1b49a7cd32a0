import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ProposalPage } from '@/lib/contracts/proposal-page';
import { emptyQuestion } from '@/lib/domain/question/question';
import { approveProposal } from '@/lib/services/approval/approve-proposal';
import { saveDraft } from '@/lib/services/draft/save-draft';
import { countInbox, loadInbox } from '@/lib/services/inbox/load-inbox';
import { decideFields } from '@/lib/services/privacy/decide-fields';
import { loadProposal } from '@/lib/services/proposal/load-proposal';
import { saveQuestion } from '@/lib/services/question/save-question';
import { giveReview } from '@/lib/services/review/give-review';
import { refusalOf } from '../../factories/refusal';
import {
  approveAs,
  createWorld,
  readyProposal,
  signOff,
  submit,
  type World,
} from '../../factories/review-world';
import { clickSource, surfaceField, surfacePointer } from '../../factories/schema-texts';
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

async function page(proposalId: string): Promise<ProposalPage> {
  const { number } = await database.db.proposal.findUniqueOrThrow({ where: { id: proposalId } });
  return loadProposal(world.viewer, number, world.clock);
}

/** Of each person the state of their verdict, and of the sign-off. */
async function statuses(proposalId: string): Promise<Record<string, string | null>> {
  const { review, privacy } = await page(proposalId);
  return Object.fromEntries([
    ...review.reviews.map((line) => [line.person.name, line.status]),
    ...privacy.signOffs.map((line) => ['sign-off', line.status]),
  ]);
}

async function rewrite(proposalId: string, text: string): Promise<void> {
  const { draftVersion } = await database.db.proposal.findUniqueOrThrow({ where: { id: proposalId } });
  await saveDraft(world.author, { proposalId, text, expectedDraftVersion: draftVersion }, world.clock);
  await submit(world, proposalId);
}

describe('an approval lapses only if what it covers changed', () => {
  it('lets the sign-off stand where a comment of the source changed, and no approval', async () => {
    const { proposalId } = await readyProposal(world);
    await rewrite(proposalId, clickSource('1.1.0', surfaceField).replace('has to survive', 'may change'));
    expect(await statuses(proposalId)).toEqual({
      'Ana Analyst': 'lapsed',
      'Edo Engineer': 'lapsed',
      'sign-off': 'stands',
    });
    const { review, state } = await page(proposalId);
    expect(state).toBe('in-review');
    expect(review.reviews[0]?.statusText).toBe('It lapsed: revision 2 changed the schema.');
  });

  it('lets the sign-off lapse where a field changed', async () => {
    const { proposalId } = await readyProposal(world);
    await rewrite(proposalId, clickSource('1.1.0', surfaceField.replace('maxLength: 64', 'maxLength: 32')));
    expect(await statuses(proposalId)).toMatchObject({ 'sign-off': 'lapsed' });
  });

  it('lets only the analyst’s approval lapse where the question changed', async () => {
    const { proposalId } = await readyProposal(world);
    const answers = { ...emptyQuestion, question: 'Another one?' };
    await saveQuestion(world.author, { proposalId, expectedVersion: 1, answers }, world.clock);
    await submit(world, proposalId);
    expect(await statuses(proposalId)).toEqual({
      'Ana Analyst': 'lapsed',
      'Edo Engineer': 'stands',
      'sign-off': 'stands',
    });
  });

  it('lets only the sign-off lapse where a field decision changed, and says that it is the analysts’ turn', async () => {
    const { proposalId } = await readyProposal(world);
    const changed = { pointer: surfacePointer, category: 'none' as const, identifiesPerson: false };
    const decision = { ...changed, action: 'keep' as const, reason: 'To compare years.', expectedVersion: 0 };
    await decideFields(world.otherAnalyst, { proposalId, decisions: [decision] }, world.clock);
    expect(await statuses(proposalId)).toEqual({
      'Ana Analyst': 'stands',
      'Edo Engineer': 'stands',
      'sign-off': 'lapsed',
    });
    expect((await page(proposalId)).review.turns.map(({ task }) => task)).toEqual(['sign-off']);
    const waiting = (await loadInbox(world.analyst, world.clock)).items;
    expect(waiting.find((item) => item.tasks.some(({ task }) => task === 'sign-off'))).toBeDefined();
  });

  it('lets everything stand again after going back to the same text', async () => {
    const { proposalId } = await readyProposal(world);
    await rewrite(proposalId, clickSource('1.1.0', surfaceField).replace('has to survive', 'may change'));
    await rewrite(proposalId, clickSource('1.1.0', surfaceField));
    expect(await statuses(proposalId)).toEqual({
      'Ana Analyst': 'stands',
      'Edo Engineer': 'stands',
      'sign-off': 'stands',
    });
  });

  it('refuses to approve the revision before the newest, and one of another proposal', async () => {
    const first = await readyProposal(world);
    const second = await readyProposal(world);
    await rewrite(
      first.proposalId,
      clickSource('1.1.0', surfaceField).replace('has to survive', 'may change'),
    );
    for (const revisionHash of [first.hash, second.hash, 'f'.repeat(64)]) {
      const input = { proposalId: first.proposalId, revisionHash };
      const refused = await refusalOf(approveProposal(world.engineer, input, { clock: world.clock }));
      expect(refused).toMatchObject({ code: 'lost-update', details: { number: 2 } });
    }
  });
});

describe('a request for changes', () => {
  it('keeps the proposal from being approved until the same person changes their verdict', async () => {
    const { proposalId, hash } = await readyProposal(world);
    const review = { proposalId, revisionHash: hash, role: 'product-manager' as const };
    const request = { ...review, verdict: 'request-changes' as const, body: 'Too dear.' };
    await giveReview(world.productManager, request, world.clock);
    expect((await page(proposalId)).review.state).toBe('changes-requested');
    const approval = { proposalId, revisionHash: hash };
    const refused = await refusalOf(approveProposal(world.engineer, approval, { clock: world.clock }));
    expect(refused.code).toBe('not-approvable');
    await approveAs(world, proposalId, world.productManager, 'product-manager');
    expect((await page(proposalId)).review.state).toBe('ready');
  });

  it('refuses a role that the person does not hold', async () => {
    const { proposalId, hash } = await readyProposal(world);
    const review = {
      proposalId,
      revisionHash: hash,
      role: 'analyst' as const,
      verdict: 'approve' as const,
      body: '',
    };
    expect(await refusalOf(giveReview(world.engineer, review, world.clock))).toMatchObject({
      code: 'not-allowed',
      details: { reason: 'needs-role' },
    });
  });
});

describe('the inbox', () => {
  it('shows a draft to its author, and a ready proposal to whoever may approve it', async () => {
    const before = await countInbox(world.engineer, world.clock);
    const { proposalId } = await readyProposal(world);
    const { number } = await database.db.proposal.findUniqueOrThrow({ where: { id: proposalId } });
    expect(await countInbox(world.engineer, world.clock)).toBe(before + 1);
    const items = (await loadInbox(world.engineer, world.clock)).items;
    expect(items.find((item) => item.proposalNumber === number)?.tasks.map(({ task }) => task)).toEqual([
      'approve',
    ]);
    const own = (await loadInbox(world.author, world.clock)).items;
    expect(own.some((item) => item.proposalNumber === number)).toBe(false);
    await signOff(world, proposalId, world.otherAnalyst);
  });
});
