import Link from 'next/link';
import type { ReactNode } from 'react';
import { Callout } from '@/components/ui/callout';
import type { ProposalStart } from '@/lib/contracts/proposal-page';

interface OpenProposalsProps {
  proposals: ProposalStart['openProposals'];
  /** How the person says that they go on all the same. */
  children: ReactNode;
}

/** Others are at work on the same schema: joining them is better than a second change that one of the two must redo. */
export function OpenProposals({ proposals, children }: OpenProposalsProps) {
  return (
    <Callout
      tone="warning"
      live
      title={
        proposals.length === 1 ? 'A proposal for this schema is open' : 'Proposals for this schema are open'
      }
    >
      <ul className="mb-2">
        {proposals.map(({ number, summary, author }) => (
          <li key={number} className="break-words">
            <Link href={`/proposals/${number}`} className="font-medium underline underline-offset-2">
              #{number} {summary}
            </Link>{' '}
            <span className="text-muted">by {author.name}</span>
          </li>
        ))}
      </ul>
      <p className="mb-2 text-muted">
        Of two changes to one schema, the second has to be rebuilt on the first. Better join the one that is
        open.
      </p>
      {children}
    </Callout>
  );
}
