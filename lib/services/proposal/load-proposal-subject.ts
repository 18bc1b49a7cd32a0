import type { Tx } from '@/lib/adapters/db/client';
import type { ProposalSubject } from '@/lib/domain/access/subjects';
import { AppError } from '@/lib/platform/app-error';
import { toDomainState } from './states';

const subjectParts = {
  contributors: { select: { personId: true } },
  _count: { select: { revisions: true } },
} as const;

/** A proposal as far as permissions depend on it. Throws `not-found`. */
export async function loadProposalSubject(tx: Tx, proposalId: string): Promise<ProposalSubject> {
  return (await requireProposal(tx, proposalId)).subject;
}

/** A proposal's row, and the same as a subject of permissions. Throws `not-found`. */
export async function requireProposal(tx: Tx, proposalId: string) {
  const row = await tx.proposal.findUnique({ where: { id: proposalId }, include: subjectParts });
  if (!row) throw new AppError('not-found', 'There is no such proposal.');
  const subject: ProposalSubject = {
    state: toDomainState(row.state),
    authorId: row.authorId,
    contributorIds: row.contributors.map((contributor) => contributor.personId),
    hasRevision: row._count.revisions > 0,
  };
  return { row, subject };
}

export type RequiredProposal = Awaited<ReturnType<typeof requireProposal>>;

/** Where to find a proposal: a number is the one that people say, a text is its id. */
export function keyOf(proposal: number | string): { number: number } | { id: string } {
  return typeof proposal === 'number' ? { number: proposal } : { id: proposal };
}
