import type { Tx } from '@/lib/adapters/db/client';
import type { Prisma } from '@/lib/adapters/db/generated/client';

const person = { select: { id: true, name: true } } satisfies Prisma.PersonDefaultArgs;
const voter = {
  select: { id: true, name: true, roles: true, disabledAt: true },
} satisfies Prisma.PersonDefaultArgs;

const include = {
  repository: { select: { id: true, name: true, configText: true } },
  author: person,
  contributors: { include: { person }, orderBy: { firstAt: 'asc' } },
  metrics: { orderBy: [{ position: 'asc' }, { name: 'asc' }] },
  revisions: {
    orderBy: { number: 'asc' },
    omit: { source: true, materialized: true, question: true, metrics: true },
    include: { author: person },
  },
  reviews: {
    orderBy: { createdAt: 'asc' },
    include: { person: voter, revision: { select: { number: true, schemaHash: true, contextHash: true } } },
  },
  threads: { orderBy: { createdAt: 'asc' }, include: { openedBy: person, resolvedBy: person } },
  decisions: { orderBy: { pointer: 'asc' }, include: { person } },
  signOffs: {
    orderBy: { createdAt: 'asc' },
    include: { person: voter, revision: { select: { number: true } } },
  },
  exceptions: { orderBy: { createdAt: 'asc' }, include: { person } },
} satisfies Prisma.ProposalInclude;

/** A proposal with all that its review depends on, but no text of its revisions and no comments. */
export type ProposalFacts = Prisma.ProposalGetPayload<{ include: typeof include }>;

/** Null where there is no such proposal. */
export function findFacts(tx: Tx, where: Prisma.ProposalWhereUniqueInput): Promise<ProposalFacts | null> {
  return tx.proposal.findUnique({ where, include });
}

/** The facts of several proposals, in the order asked for. */
export function listFacts(
  tx: Tx,
  query: Pick<Prisma.ProposalFindManyArgs, 'where' | 'orderBy' | 'skip' | 'take'>,
): Promise<ProposalFacts[]> {
  return tx.proposal.findMany({ ...query, include });
}
