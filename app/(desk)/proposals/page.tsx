import type { Metadata } from 'next';
import { ProposalListPage } from '@/components/proposal/list/proposal-list-page';
import { proposalListInput } from '@/lib/contracts/proposal-list';
import { can } from '@/lib/domain/access/policy';
import { systemClock } from '@/lib/platform/clock';
import { loadProposalList } from '@/lib/services/proposal/load-proposal-list';
import { requirePageActor } from '../../require-page-actor';

export const metadata: Metadata = { title: 'Proposals' };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ searchParams }: Props) {
  const actor = await requirePageActor();
  const input = proposalListInput.parse(await searchParams);
  return (
    <ProposalListPage
      list={await loadProposalList(actor, input)}
      input={input}
      mayPropose={can(actor, 'proposal.create', null).allowed}
      now={systemClock().toISOString()}
    />
  );
}
