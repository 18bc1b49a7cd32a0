import { Badge } from '@/components/ui/badge';
import { type ProposalState, proposalStateLabels } from '@/lib/domain/review/proposal-state';
import type { ReviewState } from '@/lib/domain/review/workflow';

/** Where a proposal stands, and, while it is in review, what the review says. */
export function StateBadge({
  state,
  reviewState,
}: {
  state: ProposalState;
  reviewState?: ReviewState | null;
}) {
  const isRejected = state === 'in-review' && reviewState === 'changes-requested';
  const isReady = state === 'in-review' && reviewState === 'ready';
  return (
    <span className="inline-flex flex-wrap items-center gap-1">
      <Badge tone={state} dot>
        {proposalStateLabels[state]}
      </Badge>
      {isRejected && <Badge tone="warning">Changes requested</Badge>}
      {isReady && <Badge tone="success">Ready to approve</Badge>}
    </span>
  );
}
