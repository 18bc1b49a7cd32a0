import type { Metadata } from 'next';
import { NewProposalPage } from '@/components/proposal/new/new-proposal-page';
import { NoPermission } from '@/components/shell/no-permission';
import { can } from '@/lib/domain/access/policy';
import { loadProposalStart } from '@/lib/services/proposal/load-proposal-start';
import { requirePageActor } from '../../../require-page-actor';
import { checkTitleAction, createProposalAction, findTitlesAction } from './actions';

export const metadata: Metadata = { title: 'New proposal' };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ searchParams }: Props) {
  const actor = await requirePageActor();
  const permission = can(actor, 'proposal.create', null);
  if (!permission.allowed) return <NoPermission title="New proposal" permission={permission} />;
  const { title: asked } = await searchParams;
  const title = typeof asked === 'string' ? asked.trim().slice(0, 200) : '';
  return (
    <NewProposalPage
      title={title}
      start={await loadProposalStart(actor, title || undefined)}
      actions={{ checkTitle: checkTitleAction, findTitles: findTitlesAction, create: createProposalAction }}
    />
  );
}
