import type { Metadata } from 'next';
import { ReviewPage } from '@/components/review/review-page';
import { systemClock } from '@/lib/platform/clock';
import { requirePageActor } from '../../../../require-page-actor';
import { loadProposalPage } from '../load-page';
import {
  addCommentAction,
  applySuggestionAction,
  approveProposalAction,
  giveReviewAction,
  grantExceptionAction,
  openThreadAction,
  reopenThreadAction,
  resolveThreadAction,
  setBlockingAction,
} from './actions';
import { loadReviewView, type ReviewSearch } from './load-review-view';

export const metadata: Metadata = { title: 'Review' };

interface Props {
  params: Promise<{ number: string }>;
  searchParams: Promise<ReviewSearch>;
}

export default async function Page({ params, searchParams }: Props) {
  const actor = await requirePageActor();
  const page = await loadProposalPage(params);
  return (
    <ReviewPage
      page={page}
      view={await loadReviewView(actor, page, await searchParams)}
      now={systemClock().toISOString()}
      actions={{
        giveReview: giveReviewAction,
        approve: approveProposalAction,
        grantException: grantExceptionAction,
        open: openThreadAction,
        comment: addCommentAction,
        resolve: resolveThreadAction,
        reopen: reopenThreadAction,
        setBlocking: setBlockingAction,
        applySuggestion: applySuggestionAction,
      }}
    />
  );
}
