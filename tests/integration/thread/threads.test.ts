import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ThreadView } from '@/lib/contracts/thread';
import { openThreadInput } from '@/lib/contracts/thread';
import { saveDraft } from '@/lib/services/draft/save-draft';
import { loadProposal } from '@/lib/services/proposal/load-proposal';
import { loadProposalList } from '@/lib/services/proposal/load-proposal-list';
import { addComment } from '@/lib/services/thread/add-comment';
import { openThread } from '@/lib/services/thread/open-thread';
import { reopenThread } from '@/lib/services/thread/reopen-thread';
import { resolveThread } from '@/lib/services/thread/resolve-thread';
import { setBlocking } from '@/lib/services/thread/set-blocking';
import { refusalOf } from '../../factories/refusal';
import { createWorld, draftProposal, submit, type World } from '../../factories/review-world';
import { clickSource, surfaceField, surfacePointer } from '../../factories/schema-texts';
import { createTestDatabase, type TestDatabase } from '../test-database';

let database: TestDatabase;
let world: World;
let proposalId: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  world = await createWorld(database.db);
  proposalId = await draftProposal(world);
  await submit(world, proposalId);
});

type Anchor = Parameters<typeof openThread>[1]['anchor'];

function open(anchor: Anchor, blocking = false, by = world.engineer) {
  return openThread(by, { proposalId, anchor, blocking, body: 'Why?', suggestion: null }, world.clock);
}

async function threads(): Promise<ThreadView[]> {
  const { number } = await database.db.proposal.findUniqueOrThrow({ where: { id: proposalId } });
  return (await loadProposal(world.viewer, number, world.clock)).threads;
}

async function revise(text: string): Promise<void> {
  const { draftVersion } = await database.db.proposal.findUniqueOrThrow({ where: { id: proposalId } });
  await saveDraft(world.author, { proposalId, text, expectedDraftVersion: draftVersion }, world.clock);
  await submit(world, proposalId);
}

describe('threads', () => {
  it('go with their lines and fields into the next revision', async () => {
    const source = clickSource('1.1.0', surfaceField);
    const line = source.split('\n').indexOf('  surface:') + 1;
    await open({ kind: 'lines', revisionNumber: 1, startLine: line, endLine: line + 2 });
    await open({ kind: 'field', pointer: surfacePointer });
    await revise(source.replace('type: object\n', 'type: object\n# One more line.\n'));
    const [lines, field] = await threads();
    expect(lines?.anchor).toMatchObject({
      kind: 'lines',
      current: { startLine: line + 1, endLine: line + 3 },
    });
    expect(field?.anchor).toMatchObject({ kind: 'field', path: 'surface', gone: false, movedFrom: null });
    await revise(source.replaceAll('  surface:\n', '  page_part:\n'));
    const [outdated, renamed] = await threads();
    expect(outdated?.anchor).toMatchObject({ kind: 'lines', current: null });
    expect(outdated?.anchor).toHaveProperty(
      'quotedText',
      source
        .split('\n')
        .slice(line - 1, line + 2)
        .join('\n'),
    );
    expect(renamed?.anchor).toMatchObject({
      kind: 'field',
      path: 'page_part',
      movedFrom: 'surface',
      gone: false,
    });
  });

  it('say that their field is gone', async () => {
    await open({ kind: 'field', pointer: surfacePointer });
    await revise(clickSource('1.1.0'));
    expect((await threads())[0]?.anchor).toMatchObject({ kind: 'field', path: 'surface', gone: true });
  });

  it('are refused on what does not exist', async () => {
    const foreign = await draftProposal(world);
    const metric = await database.db.metric.findFirstOrThrow({ where: { proposalId: foreign } });
    const anchors: Anchor[] = [
      { kind: 'field', pointer: '/properties/nothing' },
      { kind: 'lines', revisionNumber: 2, startLine: 1, endLine: 1 },
      { kind: 'lines', revisionNumber: 1, startLine: 1, endLine: 9_999 },
      { kind: 'metric', metricId: metric.id },
    ];
    for (const anchor of anchors) expect((await refusalOf(open(anchor))).code).toBe('invalid-input');
    const backwards = { kind: 'lines', revisionNumber: 1, startLine: 5, endLine: 4 };
    expect(openThreadInput.safeParse({ proposalId, anchor: backwards, body: 'x' }).success).toBe(false);
  });

  it('that block are opened by reviewers and settled by whoever did not write', async () => {
    const anchor = { kind: 'proposal' } as const;
    expect((await refusalOf(open(anchor, true, world.viewer))).code).toBe('not-allowed');
    const { threadId } = await open(anchor, true);
    expect((await refusalOf(resolveThread(world.author, { threadId }, world.clock))).details).toMatchObject({
      reason: 'blocks-your-text',
    });
    expect(
      (await refusalOf(setBlocking(world.author, { threadId, blocking: false }, world.clock))).code,
    ).toBe('not-allowed');
    await addComment(world.viewer, { threadId, body: 'Me too.', suggestion: null }, world.clock);
    await resolveThread(world.analyst, { threadId }, world.clock);
    await reopenThread(world.engineer, { threadId }, world.clock);
    const [thread] = await threads();
    expect(thread).toMatchObject({ blocking: true, resolvedAt: null });
    expect(thread?.comments.map(({ author }) => author.name)).toEqual(['Edo Engineer', 'Vic Viewer']);
  });
});

describe('the list of proposals', () => {
  it('filters by text, owner, state and turn', async () => {
    const { number } = await database.db.proposal.findUniqueOrThrow({ where: { id: proposalId } });
    const filter = { mine: false, needsMe: false, page: 1 };
    const byNumber = await loadProposalList(world.viewer, { ...filter, text: `#${number}` }, world.clock);
    expect(byNumber.items).toMatchObject([
      { number, reviewState: 'waiting', proposedVersion: '1.1.0', revisionCount: 1 },
    ]);
    const own = await loadProposalList(world.author, { ...filter, mine: true }, world.clock);
    expect(own.items.map((item) => item.number)).toEqual([number]);
    const waiting = await loadProposalList(
      world.engineer,
      { ...filter, needsMe: true, text: String(number) },
      world.clock,
    );
    expect(waiting.total).toBe(1);
    const wild = await loadProposalList(world.viewer, { ...filter, text: '%' }, world.clock);
    expect(wild.total).toBe(0);
    const drafts = await loadProposalList(
      world.author,
      { ...filter, mine: true, state: 'drafting' },
      world.clock,
    );
    expect(drafts).toMatchObject({ total: 0, counts: { 'in-review': 1, drafting: 0 } });
  });
});
