import type { Tx } from '@/lib/adapters/db/client';
import type { ProposalStart } from '@/lib/contracts/proposal-page';

/** Proposals for a title that may still become its next version, oldest first; empty where there is none. */
export function listOpenProposals(tx: Tx, title: string): Promise<ProposalStart['openProposals']> {
  return tx.proposal.findMany({
    where: { schemaTitle: title, state: { in: ['drafting', 'in_review', 'approved'] } },
    select: { number: true, summary: true, author: { select: { id: true, name: true } } },
    orderBy: { number: 'asc' },
  });
}
