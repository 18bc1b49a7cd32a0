import type { Db } from '@/lib/adapters/db/client';
import type { Actor } from '@/lib/domain/access/subjects';
import type { ReviewRole } from '@/lib/domain/access/roles';
import { readSource } from '@/lib/domain/schema/read-source';
import type { Clock } from '@/lib/platform/clock';
import { saveDraft } from '@/lib/services/draft/save-draft';
import { addMetric } from '@/lib/services/metric/change-metrics';
import { decideFields } from '@/lib/services/privacy/decide-fields';
import { giveSignOff } from '@/lib/services/privacy/give-sign-off';
import { loadPrivacyReview } from '@/lib/services/privacy/load-privacy-review';
import { createProposal } from '@/lib/services/proposal/create-proposal';
import { saveQuestion } from '@/lib/services/question/save-question';
import { giveReview } from '@/lib/services/review/give-review';
import { submitRevision } from '@/lib/services/revision/submit-revision';
import { emptyQuestion } from '@/lib/domain/question/question';
import { createPerson } from './person';
import { addVersion, createRepository } from './schema-repository';
import { clickSource, commonFragment, surfaceField, surfacePointer } from './schema-texts';

/** People of every role, a repository with two schemas, and a clock that goes on by a second with every look. */
export interface World {
  db: Db;
  repositoryId: string;
  author: Actor;
  engineer: Actor;
  analyst: Actor;
  otherAnalyst: Actor;
  productManager: Actor;
  admin: Actor;
  viewer: Actor;
  clock: Clock;
}

export const title = 'analytics/test/click';

export async function createWorld(db: Db): Promise<World> {
  const { id: repositoryId } = await createRepository(db);
  const fragment = readSource(commonFragment).source?.value ?? null;
  await addVersion(db, repositoryId, { source: commonFragment, version: '1.0.0' });
  const lookup = () => fragment;
  await addVersion(db, repositoryId, { source: clickSource('1.0.0'), version: '1.0.0', lookup });
  let time = Date.UTC(2026, 4, 4, 10);
  return {
    ...{ db, repositoryId },
    author: await createPerson(db, ['engineer'], 'Ada Author'),
    engineer: await createPerson(db, ['engineer'], 'Edo Engineer'),
    analyst: await createPerson(db, ['analyst'], 'Ana Analyst'),
    otherAnalyst: await createPerson(db, ['analyst'], 'Olu Analyst'),
    productManager: await createPerson(db, ['product-manager'], 'Pia Manager'),
    admin: await createPerson(db, ['admin'], 'Adi Admin'),
    viewer: await createPerson(db, ['viewer'], 'Vic Viewer'),
    clock: () => {
      time += 1_000;
      return new Date(time);
    },
  };
}

/** A proposal of the next version whose draft has one more field; nothing is submitted. */
export async function draftProposal(
  world: World,
  text = clickSource('1.1.0', surfaceField),
): Promise<string> {
  const { author, clock, repositoryId } = world;
  const { id: proposalId } = await createProposal(
    author,
    { repositoryId, title, summary: 'Tell the surfaces apart', confirmed: true },
    clock,
  );
  await saveDraft(author, { proposalId, text, expectedDraftVersion: 0 }, clock);
  const answers = {
    ...emptyQuestion,
    question: 'Which surface?',
    decision: 'Which to keep.',
    decisionOwner: 'Growth',
  };
  await saveQuestion(author, { proposalId, expectedVersion: 0, answers }, clock);
  const metric = { name: 'Openings', definition: 'Openings per surface.', fieldPointers: [surfacePointer] };
  await addMetric(author, { proposalId, ...metric }, clock);
  return proposalId;
}

/** Submits what stands and gives the hash. */
export async function submit(world: World, proposalId: string, by = world.author): Promise<string> {
  const { draftVersion } = await world.db.proposal.findUniqueOrThrow({ where: { id: proposalId } });
  const input = { proposalId, expectedDraftVersion: draftVersion, message: '' };
  return (await submitRevision(by, input, world.clock)).hash;
}

/** Decides every field that needs a decision as Assent proposes. */
export async function decideAll(world: World, proposalId: string, by = world.analyst): Promise<void> {
  const { fields } = await loadPrivacyReview(by, proposalId, world.clock);
  const decisions = fields
    .filter((field) => field.toDecide)
    .map(({ pointer, proposal, decision }) => ({
      ...{ pointer, category: proposal.category, identifiesPerson: proposal.identifiesPerson },
      ...{ action: proposal.action, reason: proposal.because, expectedVersion: decision?.version ?? null },
    }));
  await decideFields(by, { proposalId, decisions }, world.clock);
}

export async function signOff(world: World, proposalId: string, by = world.analyst): Promise<void> {
  const { decisionsHash, revisionHash } = await loadPrivacyReview(by, proposalId, world.clock);
  await giveSignOff(
    by,
    { proposalId, revisionHash: revisionHash ?? '', decisionsHash, note: '' },
    world.clock,
  );
}

export async function approveAs(
  world: World,
  proposalId: string,
  by: Actor,
  role: ReviewRole,
): Promise<void> {
  const revision = await world.db.revision.findFirstOrThrow({
    where: { proposalId },
    orderBy: { number: 'desc' },
  });
  const review = { proposalId, revisionHash: revision.hash, role, verdict: 'approve' as const, body: '' };
  await giveReview(by, review, world.clock);
}

/** A proposal of which all six conditions hold. */
export async function readyProposal(
  world: World,
  text?: string,
): Promise<{ proposalId: string; hash: string }> {
  const proposalId = await draftProposal(world, text);
  const hash = await submit(world, proposalId);
  await decideAll(world, proposalId);
  await signOff(world, proposalId);
  await approveAs(world, proposalId, world.engineer, 'engineer');
  await approveAs(world, proposalId, world.analyst, 'analyst');
  return { proposalId, hash };
}
