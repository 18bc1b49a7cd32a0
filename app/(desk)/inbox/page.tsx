import type { Metadata } from 'next';
import { InboxPage } from '@/components/inbox/inbox-page';
import { ProposalTable } from '@/components/proposal/list/proposal-table';
import { proposalListInput } from '@/lib/contracts/proposal-list';
import { can } from '@/lib/domain/access/policy';
import { systemClock } from '@/lib/platform/clock';
import { loadInbox } from '@/lib/services/inbox/load-inbox';
import { loadProposalList } from '@/lib/services/proposal/load-proposal-list';
import { requirePageActor } from '../../require-page-actor';

export const metadata: Metadata = { title: 'Inbox' };

export default async function Page() {
  const actor = await requirePageActor();
  const [inbox, mine] = await Promise.all([
    loadInbox(actor),
    loadProposalList(actor, proposalListInput.parse({ mine: true })),
  ]);
  const now = systemClock().toISOString();
  const recent = mine.items.slice(0, 8);
  return (
    <InboxPage
      inbox={inbox}
      mine={
        recent.length > 0 && (
          <ProposalTable items={recent} now={now} label="Your proposals, last changed first" />
        )
      }
      mayPropose={can(actor, 'proposal.create', null).allowed}
      now={now}
    />
  );
}
