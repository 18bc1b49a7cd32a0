import { CircleArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { LinkButton } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import type { ProposalPage } from '@/lib/contracts/proposal-page';
import { isOpen } from '@/lib/domain/review/proposal-state';
import { ExportPanel } from './export-panel';
import { FactsPanel } from './facts-panel';
import { HistoryPanel } from './history-panel';
import type { OverviewActions } from './overview-actions';
import { MetricMatrix } from './metric-matrix';
import { QuestionSummary } from './question-summary';
import { TurnsPanel } from './turns-panel';

interface ProposalOverviewProps {
  page: ProposalPage;
  /** ISO 8601. */
  now: string;
  /** The list of the six conditions. */
  conditions: ReactNode;
  actions: OverviewActions;
}

/** What blocks the approval and who owes it, what the proposal is for, and what happened so far. */
export function ProposalOverview({ page, now, conditions, actions }: ProposalOverviewProps) {
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(18rem,23rem)]">
      <div className="flex min-w-0 flex-col gap-5">
        <Unsubmitted page={page} />
        {page.delivery && (
          <ExportPanel
            key={page.delivery.exportId}
            page={page}
            delivery={page.delivery}
            now={now}
            retryExport={actions.retryExport}
          />
        )}
        {isOpen(page.state) && conditions}
        <QuestionSummary page={page} />
        <MetricMatrix page={page} />
      </div>
      <div className="flex min-w-0 flex-col gap-5">
        <TurnsPanel page={page} />
        <FactsPanel page={page} now={now} />
        <HistoryPanel
          proposalId={page.id}
          history={page.history}
          now={now}
          loadHistory={actions.loadHistory}
        />
      </div>
    </div>
  );
}

/** The way on where nothing is up for review, or not all of it. */
function Unsubmitted({ page }: { page: ProposalPage }) {
  const { number, revisions, hasUnsubmittedChanges, state, permissions } = page;
  if (!isOpen(state) || !permissions.submitRevision.allowed) return null;
  if (revisions.length > 0 && !hasUnsubmittedChanges) return null;
  const [newest] = revisions;
  return (
    <Callout
      tone="info"
      title={newest ? `Something changed since revision ${newest.number}` : 'Nothing is up for review yet'}
      actions={
        <LinkButton href={`/proposals/${number}/draft`} size="sm" icon={<CircleArrowRight />}>
          Go to the draft
        </LinkButton>
      }
    >
      {newest
        ? 'Reviewers see it once the draft is submitted as the next revision.'
        : 'Answer the question, name a metric, write the draft, then submit it as a revision.'}
    </Callout>
  );
}
