import { getDb } from '@/lib/adapters/db/client';
import type { Inbox, InboxItem } from '@/lib/contracts/inbox';
import { can } from '@/lib/domain/access/policy';
import type { Actor } from '@/lib/domain/access/subjects';
import { type TurnTask, turnsOf } from '@/lib/domain/review/whose-turn';
import { type Clock, systemClock } from '@/lib/platform/clock';
import { toDomainState } from '../proposal/states';
import { listReviewCases } from '../review/list-review-cases';
import type { ProposalFacts } from '../review/load-facts';
import { taskTexts } from '../review/turn-texts';
import { requirePermission } from '../session/require-permission';

interface Waiting {
  facts: ProposalFacts;
  tasks: TurnTask[];
}

/** The proposals that wait for this person, and for what; what waits longest stands first. */
export async function loadInbox(actor: Actor, clock: Clock = systemClock): Promise<Inbox> {
  return { items: (await findWaiting(actor, clock())).map(toItem) };
}

/** How many proposals wait for this person, for the shell. */
export async function countInbox(actor: Actor, clock: Clock = systemClock): Promise<number> {
  return (await findWaiting(actor, clock())).length;
}

/** The proposals where it is this person's turn, the longest untouched first. */
export async function findWaiting(actor: Actor, now: Date): Promise<Waiting[]> {
  requirePermission(can(actor, 'read', null));
  const db = getDb();
  // Drafts wait for those who write them and nobody else, so that no draft has to be assessed for that.
  const own = { OR: [{ authorId: actor.id }, { contributors: { some: { personId: actor.id } } }] };
  const cases = await listReviewCases(db, {
    where: { OR: [{ state: 'in_review' }, { state: 'drafting', ...own }] },
    orderBy: { updatedAt: 'asc' },
    now,
  });
  return cases
    .map(({ facts, snapshot }) => ({
      facts,
      tasks:
        facts.state === 'drafting'
          ? (['finish-draft'] satisfies TurnTask[])
          : snapshot
            ? turnsOf(snapshot, actor)
            : [],
    }))
    .filter(({ tasks }) => tasks.length > 0);
}

function toItem({ facts, tasks }: Waiting): InboxItem {
  return {
    proposalNumber: facts.number,
    title: facts.schemaTitle,
    summary: facts.summary,
    state: toDomainState(facts.state),
    author: facts.author,
    updatedAt: facts.updatedAt.toISOString(),
    tasks: tasks.map((task) => ({ task, text: taskTexts[task] })),
  };
}
