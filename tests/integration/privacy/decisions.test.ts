import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decideFieldsInput, setLegalReviewUrlInput } from '@/lib/contracts/privacy';
import { approveProposal } from '@/lib/services/approval/approve-proposal';
import { decideFields } from '@/lib/services/privacy/decide-fields';
import { giveSignOff } from '@/lib/services/privacy/give-sign-off';
import { grantException } from '@/lib/services/privacy/grant-exception';
import { loadPrivacyReview } from '@/lib/services/privacy/load-privacy-review';
import { raiseTier } from '@/lib/services/privacy/raise-tier';
import { setLegalReviewUrl } from '@/lib/services/privacy/set-legal-review-url';
import { refusalOf } from '../../factories/refusal';
import {
  createWorld,
  decideAll,
  draftProposal,
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

const purge = { category: 'none' as const, identifiesPerson: false, action: 'purge' as const, reason: '' };

describe('field decisions', () => {
  it('asks for the fields that the proposal adds, and for no others', async () => {
    const proposalId = await draftProposal(world);
    await submit(world, proposalId);
    const { fields } = await loadPrivacyReview(world.analyst, proposalId, world.clock);
    expect(fields.filter(({ toDecide }) => toDecide).map(({ path }) => path)).toEqual(['surface']);
    expect(fields.find(({ path }) => path === 'action')?.change).toBe('unchanged');
  });

  it('refuses pointers that the schema under review does not have, and makes no decision of the lot', async () => {
    const proposalId = await draftProposal(world);
    await submit(world, proposalId);
    for (const pointer of ['/properties/nothing', '/properties/__proto__', '/properties', '/']) {
      const decisions = [
        { ...purge, pointer: surfacePointer, expectedVersion: null },
        { ...purge, pointer, expectedVersion: null },
      ];
      const refused = await refusalOf(decideFields(world.analyst, { proposalId, decisions }, world.clock));
      expect(refused.code).toBe('invalid-input');
      expect(Object.keys(refused.fields)).toEqual(['decisions.1.pointer']);
    }
    expect(await database.db.fieldDecision.count({ where: { proposalId } })).toBe(0);
  });

  it('refuses to overwrite a decision that the person did not see', async () => {
    const proposalId = await draftProposal(world);
    await submit(world, proposalId);
    const decide = (by: World['analyst'], reason: string) =>
      decideFields(
        by,
        { proposalId, decisions: [{ ...purge, reason, pointer: surfacePointer, expectedVersion: null }] },
        world.clock,
      );
    await decide(world.analyst, 'first');
    expect(await refusalOf(decide(world.otherAnalyst, 'second'))).toMatchObject({
      code: 'lost-update',
      details: { pointers: [surfacePointer] },
    });
  });

  it('refuses engineers, and keeping without a reason', async () => {
    const proposalId = await draftProposal(world);
    await submit(world, proposalId);
    const decision = { ...purge, pointer: surfacePointer, expectedVersion: null };
    const work = decideFields(world.engineer, { proposalId, decisions: [decision] }, world.clock);
    expect((await refusalOf(work)).code).toBe('not-allowed');
    const parsed = decideFieldsInput.safeParse({
      proposalId,
      decisions: [{ ...decision, action: 'keep', reason: ' ' }],
    });
    expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual(['decisions.0.reason']);
  });
});

describe('signing off', () => {
  it('is refused while a field is undecided, or when a decision is not the one that the analyst saw', async () => {
    const proposalId = await draftProposal(world);
    const revisionHash = await submit(world, proposalId);
    expect(await refusalOf(signOff(world, proposalId))).toMatchObject({
      code: 'conflict',
      details: { pointers: [surfacePointer] },
    });
    const { decisionsHash } = await loadPrivacyReview(world.analyst, proposalId, world.clock);
    await decideAll(world, proposalId, world.otherAnalyst);
    const stale = giveSignOff(
      world.analyst,
      { proposalId, revisionHash, decisionsHash, note: '' },
      world.clock,
    );
    expect((await refusalOf(stale)).code).toBe('lost-update');
  });

  it('takes two analysts where the risk tier is raised, and a link at tier 1', async () => {
    const { proposalId, hash } = await readyProposal(world);
    await raiseTier(world.otherAnalyst, { proposalId, tier: 1, reason: 'A small country.' }, world.clock);
    const approve = () =>
      approveProposal(world.engineer, { proposalId, revisionHash: hash }, { clock: world.clock });
    const owed = async () => {
      const { details } = await refusalOf(approve());
      const conditions = details['conditions'] as {
        id: string;
        holds: boolean;
        owedBy: { owes: string }[];
      }[];
      return conditions.filter(({ holds }) => !holds).flatMap(({ owedBy }) => owedBy.map(({ owes }) => owes));
    };
    expect(await owed()).toEqual(['sign-off', 'legal-review']);
    await signOff(world, proposalId, world.otherAnalyst);
    expect(await owed()).toEqual(['legal-review']);
    await setLegalReviewUrl(world.author, { proposalId, url: 'https://example.org/review/1' }, world.clock);
    await approve();
  });

  it('derives a higher tier from what the fields tell together, and lets nobody lower it', async () => {
    const text = clickSource(
      '1.1.0',
      `${surfaceField}  user_agent:
    type: string
    description: What the browser says it is.
    maxLength: 512
  user_id:
    type: integer
    description: Identifier of the person.
    minimum: 0
`,
    );
    const proposalId = await draftProposal(world, text);
    await submit(world, proposalId);
    await decideAll(world, proposalId);
    const review = await loadPrivacyReview(world.analyst, proposalId, world.clock);
    expect(review).toMatchObject({ tier: 2, derivedTier: 2, signOffsNeeded: 2 });
    expect(review.causes[0]?.pointers).toEqual(
      expect.arrayContaining(['/properties/user_agent', '/properties/user_id']),
    );
    const lowered = raiseTier(world.analyst, { proposalId, tier: 2, reason: 'As derived.' }, world.clock);
    expect((await refusalOf(lowered)).code).toBe('conflict');
  });

  it('takes no link that a browser would run', () => {
    const proposalId = '0198b1a0-0000-7000-8000-000000000000';
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'https://', 'ftp://example.org']) {
      expect(setLegalReviewUrlInput.safeParse({ proposalId, url }).success).toBe(false);
    }
  });
});

describe('exceptions', () => {
  it('lift a named rule until they expire, and are granted by whoever did not write', async () => {
    const narrowed = clickSource('1.1.0', surfaceField).replace('      - close\n', '');
    const { proposalId, hash } = await readyProposal(world, narrowed);
    const exception = {
      proposalId,
      rule: 'schema-version-compatibility',
      reason: 'Nobody sent it.',
      days: 1,
    };
    await grantException(world.analyst, exception, world.clock);
    const later = () => new Date(world.clock().getTime() + 2 * 24 * 60 * 60 * 1_000);
    const input = { proposalId, revisionHash: hash };
    expect((await refusalOf(approveProposal(world.engineer, input, { clock: later }))).code).toBe(
      'not-approvable',
    );
    await approveProposal(world.engineer, input, { clock: world.clock });
  });

  it('cannot lift what makes a version a version', async () => {
    const { proposalId } = await readyProposal(world);
    for (const rule of [
      'version-number-follows-change',
      'examples-written-by-author',
      'invalid-yaml',
      'no-such-rule',
      'constructor',
    ]) {
      const work = grantException(
        world.analyst,
        { proposalId, rule, reason: 'Please.', days: 1 },
        world.clock,
      );
      expect((await refusalOf(work)).code).toBe('invalid-input');
    }
  });
});
