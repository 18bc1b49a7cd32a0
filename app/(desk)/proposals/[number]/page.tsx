import { ProposalOverview } from '@/components/proposal/overview/proposal-overview';
import { ConditionList } from '@/components/review/condition-list';
import { systemClock } from '@/lib/platform/clock';
import { loadHistoryAction, retryExportAction } from './actions';
import { loadProposalPage } from './load-page';

interface Props {
  params: Promise<{ number: string }>;
}

export default async function Page({ params }: Props) {
  const page = await loadProposalPage(params);
  return (
    <ProposalOverview
      page={page}
      now={systemClock().toISOString()}
      conditions={<ConditionList page={page} />}
      actions={{ retryExport: retryExportAction, loadHistory: loadHistoryAction }}
    />
  );
}
