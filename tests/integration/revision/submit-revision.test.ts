import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeValidationPool } from '@/lib/adapters/validation/shared-pool';
import type { ConditionView } from '@/lib/contracts/review';
import { describeFinding } from '@/lib/domain/findings/catalogue';
import { approveProposal } from '@/lib/services/approval/approve-proposal';
import { saveDraft } from '@/lib/services/draft/save-draft';
import { grantException } from '@/lib/services/privacy/grant-exception';
import { loadProposal } from '@/lib/services/proposal/load-proposal';
import { refusalOf } from '../../factories/refusal';
import { createWorld, draftProposal, readyProposal, submit, type World } from '../../factories/review-world';
import { clickSource, surfaceField } from '../../factories/schema-texts';
import { createTestDatabase, type TestDatabase } from '../test-database';

let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await closeValidationPool();
  await database.close();
});
beforeEach(async () => {
  world = await createWorld(database.db);
});

/** A field whose pattern takes longer than the age of the world to refuse the example. */
const endlessField = `  surface:
    type: string
    description: The part of the page on which the person saw the invitation.
    minLength: 1
    maxLength: 64
    pattern: ^(a+)+$
`;
const endlessDraft = clickSource('1.1.0', endlessField, `    surface: ${'a'.repeat(50)}!\n`);

async function lintCondition(proposalId: string): Promise<ConditionView | undefined> {
  const { number } = await database.db.proposal.findUniqueOrThrow({ where: { id: proposalId } });
  const { review } = await loadProposal(world.viewer, number, world.clock);
  return review.conditions.find((condition) => condition.id === 'lint');
}

const rulesOf = (condition: ConditionView | undefined) => condition?.findings.map((finding) => finding.rule);

describe('a schema that an intake can use', () => {
  it('gives no finding', async () => {
    const { proposalId } = await readyProposal(world);
    const revision = await database.db.revision.findFirstOrThrow({ where: { proposalId } });
    expect(revision.intakeFindings).toEqual([]);
    expect((await lintCondition(proposalId))?.holds).toBe(true);
  });

  it('gives one finding, not two, for what lint says already', async () => {
    const broken = surfaceField.replace('type: string', 'type: strng');
    const proposalId = await draftProposal(world, clickSource('1.1.0', broken));
    await submit(world, proposalId);
    const rules = rulesOf(await lintCondition(proposalId));
    expect(rules).toContain('schema-is-valid');
    expect(rules).not.toContain('intake-can-use-schema');
  });
});

describe('a schema that never comes to an end', () => {
  it('is an error of its proposal, until another draft is submitted, and no exception lifts it', async () => {
    const { proposalId, hash } = await readyProposal(world, endlessDraft);
    const condition = await lintCondition(proposalId);
    expect(condition?.holds).toBe(false);
    const finding = condition?.findings.find(({ rule }) => rule === 'intake-can-use-schema');
    expect(finding?.range?.start.line).toBe(1);
    expect(finding && describeFinding(finding)).toMatch(/^The intake did not come to an end/);
    const approval = { proposalId, revisionHash: hash };
    const approving = approveProposal(world.analyst, approval, { clock: world.clock });
    expect((await refusalOf(approving)).code).toBe('not-approvable');
    const exception = { proposalId, rule: 'intake-can-use-schema', reason: 'It is rare.', days: 30 };
    const granting = grantException(world.otherAnalyst, exception, world.clock);
    expect((await refusalOf(granting)).code).toBe('invalid-input');

    const text = clickSource('1.1.0', surfaceField);
    await saveDraft(world.author, { proposalId, text, expectedDraftVersion: 1 }, world.clock);
    await submit(world, proposalId);
    expect(rulesOf(await lintCondition(proposalId))).toEqual([]);
  }, 60_000);

  it('keeps no other proposal waiting', async () => {
    let hangs = true;
    const hanging = submit(world, await draftProposal(world, endlessDraft)).then(() => {
      hangs = false;
    });
    const other = await createWorld(database.db);
    await submit(other, await draftProposal(other));
    expect(hangs).toBe(true);
    await hanging;
  }, 60_000);
});
