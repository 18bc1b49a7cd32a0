import type { z } from 'zod';
import { getDb, type Tx } from '@/lib/adapters/db/client';
import type { Prisma } from '@/lib/adapters/db/generated/client';
import type { ProposalList, ProposalListItem, proposalListInput } from '@/lib/contracts/proposal-list';
import { can } from '@/lib/domain/access/policy';
import type { Actor } from '@/lib/domain/access/subjects';
import { type ProposalState, proposalStates } from '@/lib/domain/review/proposal-state';
import { evaluateConditions, reviewState } from '@/lib/domain/review/workflow';
import { parseSchemaId } from '@/lib/domain/schema/schema-id';
import { type Clock, systemClock } from '@/lib/platform/clock';
import { findWaiting } from '../inbox/load-inbox';
import { type ListedCase, listReviewCases } from '../review/list-review-cases';
import { requirePermission } from '../session/require-permission';
import { toDbState, toDomainState } from './states';

const pageSize = 25;

type Filter = z.output<typeof proposalListInput>;

/** One page of the proposals that a filter leaves, last changed first. A page beyond the last is the last. */
export async function loadProposalList(
  actor: Actor,
  filter: Filter,
  clock: Clock = systemClock,
): Promise<ProposalList> {
  requirePermission(can(actor, 'read', null));
  const db = getDb();
  const now = clock();
  const anyState = await whereOf(actor, filter, now);
  const where = filter.state ? { AND: [anyState, { state: toDbState(filter.state) }] } : anyState;
  const total = await db.proposal.count({ where });
  const pageCount = Math.max(1, Math.ceil(total / pageSize));
  const page = Math.min(filter.page, pageCount);
  const cases = await listReviewCases(db, {
    ...{ where, now, take: pageSize, skip: (page - 1) * pageSize },
    orderBy: [{ updatedAt: 'desc' }, { number: 'desc' }],
  });
  return { items: cases.map(toItem), total, page, pageCount, counts: await countStates(db, anyState) };
}

async function whereOf(
  actor: Actor,
  { mine, needsMe, text }: Filter,
  now: Date,
): Promise<Prisma.ProposalWhereInput> {
  const parts: Prisma.ProposalWhereInput[] = [];
  if (mine) parts.push({ OR: [{ authorId: actor.id }, { contributors: { some: { personId: actor.id } } }] });
  if (needsMe) parts.push({ id: { in: (await findWaiting(actor, now)).map(({ facts }) => facts.id) } });
  const words = text?.trim() ?? '';
  if (words !== '') parts.push(whereText(words));
  return { AND: parts };
}

function whereText(words: string): Prisma.ProposalWhereInput {
  const contains = { contains: words.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const };
  const number = /^#?\d{1,9}$/.test(words) ? Number(words.replace('#', '')) : null;
  return {
    OR: [{ schemaTitle: contains }, { summary: contains }, ...(number === null ? [] : [{ number }])],
  };
}

async function countStates(tx: Tx, where: Prisma.ProposalWhereInput): Promise<Record<ProposalState, number>> {
  const rows = await tx.proposal.groupBy({ by: ['state'], where, _count: true });
  const counts = Object.fromEntries(proposalStates.map((state) => [state, 0])) as Record<
    ProposalState,
    number
  >;
  for (const row of rows) counts[toDomainState(row.state)] = row._count;
  return counts;
}

function toItem({ facts, snapshot }: ListedCase): ProposalListItem {
  const { id, number, summary, author, baseVersion } = facts;
  const conditions = snapshot ? evaluateConditions(snapshot) : [];
  return {
    ...{ id, number, summary, author, baseVersion },
    title: facts.schemaTitle,
    state: toDomainState(facts.state),
    reviewState: snapshot ? reviewState(snapshot) : facts.state === 'drafting' ? 'not-started' : null,
    proposedVersion: facts.revisions.at(-1)?.schemaVersion || versionIn(facts.draft),
    revisionCount: facts.revisions.length,
    openThreads: facts.threads.filter((thread) => thread.resolvedAt === null).length,
    conditionsHolding: conditions.filter((condition) => condition.holds).length,
    updatedAt: facts.updatedAt.toISOString(),
  };
}

/** The number in a draft's `$id`, by a glance at the text; null where there is none. */
function versionIn(draft: string): string | null {
  const id = /^\$id:[ \t]*['"]?([^\s'"#]+)/m.exec(draft)?.[1];
  return id === undefined ? null : (parseSchemaId(id)?.version ?? null);
}
