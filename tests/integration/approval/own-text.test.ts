import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { approveProposal } from '@/lib/services/approval/approve-proposal';
import { applySuggestion } from '@/lib/services/draft/apply-suggestion';
import { giveSignOff } from '@/lib/services/privacy/give-sign-off';
import { loadPrivacyReview } from '@/lib/services/privacy/load-privacy-review';
import { grantException } from '@/lib/services/privacy/grant-exception';
import { giveReview } from '@/lib/services/review/give-review';
import { openThread } from '@/lib/services/thread/open-thread';
import { createPerson } from '../../factories/person';
import { refusalOf } from '../../factories/refusal';
import {
  approveAs,
  createWorld,
  decideAll,
  draftProposal,
  readyProposal,
  signOff,
  submit,
  type World,
} from '../../factories/review-world';
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

/** Suggests another description for the new field, on its line of the newest revision. */
async function suggest(proposalId: string, by = world.engineer): Promise<string> {
  const revision = await database.db.revision.findFirstOrThrow({
    where: { proposalId },
    orderBy: { number: 'desc' },
  });
  const line = revision.source.split('\n').findIndex((text) => text.includes('The part of the page')) + 1;
  const { commentId } = await openThread(
    by,
    {
      proposalId,
      anchor: { kind: 'lines', revisionNumber: revision.number, startLine: line, endLine: line },
      blocking: false,
      body: 'Clearer so?',
      suggestion: '    description: Where on the page the person saw the invitation.',
    },
    world.clock,
  );
  return commentId;
}

describe('nobody approves their own text', () => {
  it('refuses a verdict, a sign-off, an exception and the approval of whoever opened the proposal', async () => {
    const author = await createPerson(database.db, ['engineer', 'analyst', 'admin']);
    const { proposalId, hash } = await readyProposal({ ...world, author });
    const review = {
      proposalId,
      revisionHash: hash,
      role: 'engineer' as const,
      verdict: 'approve' as const,
      body: '',
    };
    const { decisionsHash } = await loadPrivacyReview(author, proposalId, world.clock);
    const signing = { proposalId, revisionHash: hash, decisionsHash, note: '' };
    const exception = { proposalId, rule: 'schema-version-compatibility', reason: 'Because.', days: 30 };
    for (const work of [
      () => giveReview(author, review, world.clock),
      () => giveSignOff(author, signing, world.clock),
      () => grantException(author, exception, world.clock),
      () => approveProposal(author, { proposalId, revisionHash: hash }, { clock: world.clock }),
    ]) {
      expect(await refusalOf(work())).toMatchObject({
        code: 'not-allowed',
        details: { reason: 'contributed-text' },
      });
    }
  });

  it('makes whoever suggested accepted text a contributor, and their approval void', async () => {
    const { proposalId } = await readyProposal(world);
    const commentId = await suggest(proposalId);
    const applied = await applySuggestion(
      world.author,
      { proposalId, commentId, expectedDraftVersion: 1 },
      world.clock,
    );
    expect(applied.text).toContain('description: Where on the page the person saw the invitation.\n');
    expect(applied.text).not.toContain('The part of the page');
    const hash = await submit(world, proposalId);

    const refused = await refusalOf(approveAs(world, proposalId, world.engineer, 'engineer'));
    expect(refused).toMatchObject({ code: 'not-allowed', details: { reason: 'contributed-text' } });
    await signOff(world, proposalId);
    await approveAs(world, proposalId, world.analyst, 'analyst');
    const other = await createPerson(database.db, ['engineer']);
    const early = approveProposal(other, { proposalId, revisionHash: hash }, { clock: world.clock });
    expect(await refusalOf(early)).toMatchObject({ code: 'not-approvable' });
    await approveAs(world, proposalId, other, 'engineer');
    await approveProposal(other, { proposalId, revisionHash: hash }, { clock: world.clock });
  });

  it('refuses a suggestion that is in already, and one whose lines were rewritten', async () => {
    const { proposalId } = await readyProposal(world);
    const first = await suggest(proposalId);
    const second = await suggest(proposalId, world.analyst);
    await applySuggestion(
      world.author,
      { proposalId, commentId: first, expectedDraftVersion: 1 },
      world.clock,
    );
    const again = { proposalId, expectedDraftVersion: 2 };
    expect(
      (await refusalOf(applySuggestion(world.author, { ...again, commentId: first }, world.clock))).message,
    ).toMatch(/already/);
    expect(
      (await refusalOf(applySuggestion(world.author, { ...again, commentId: second }, world.clock))).message,
    ).toMatch(/changed since/);
  });

  it('refuses admins who hold no role that reviews', async () => {
    const { proposalId, hash } = await readyProposal(world);
    const approval = approveProposal(world.admin, { proposalId, revisionHash: hash }, { clock: world.clock });
    expect(await refusalOf(approval)).toMatchObject({
      code: 'not-allowed',
      details: { reason: 'needs-role' },
    });
  });

  it('counts one voice a person: two roles of one person are one approval', async () => {
    const both = await createPerson(database.db, ['engineer', 'analyst']);
    const proposalId = await draftProposal(world);
    const hash = await submit(world, proposalId);
    await decideAll(world, proposalId);
    await signOff(world, proposalId);
    await approveAs(world, proposalId, both, 'engineer');
    await approveAs(world, proposalId, both, 'analyst');
    const refused = await refusalOf(
      approveProposal(world.engineer, { proposalId, revisionHash: hash }, { clock: world.clock }),
    );
    expect(refused.code).toBe('not-approvable');
  });

  it('refuses a person whose account was disabled a moment ago, though the request says otherwise', async () => {
    const { proposalId, hash } = await readyProposal(world);
    await database.db.person.update({ where: { id: world.engineer.id }, data: { disabledAt: new Date() } });
    const approval = approveProposal(
      world.engineer,
      { proposalId, revisionHash: hash },
      { clock: world.clock },
    );
    expect(await refusalOf(approval)).toMatchObject({
      code: 'not-allowed',
      details: { reason: 'account-disabled' },
    });
    expect(await database.db.schemaVersion.count({ where: { proposalId } })).toBe(0);
  });
});
