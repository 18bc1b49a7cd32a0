'use client';

import { Check, WandSparkles } from 'lucide-react';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { DiffView } from '@/components/ui/diff-view';
import { FormError } from '@/components/ui/form-error';
import { Markdown } from '@/components/ui/markdown';
import { Time } from '@/components/ui/time';
import { toast } from '@/components/ui/toast';
import type { CommentView, ThreadView } from '@/lib/contracts/thread';
import { useReviewDesk } from './review-desk';
import { errorText, useAction } from './use-action';

/** One comment, and the change that it suggests. */
export function CommentItem({ comment, thread }: { comment: CommentView; thread: ThreadView }) {
  const { now } = useReviewDesk();
  return (
    <li className="flex min-w-0 gap-2.5 px-3 py-2.5">
      <Avatar name={comment.author.name} size="sm" decorative className="mt-px" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="min-w-0 break-words font-medium">{comment.author.name}</span>
          <Time value={comment.createdAt} now={now} className="text-faint text-xs" />
        </p>
        <Markdown source={comment.body} className="mt-0.5" />
        {comment.suggestion !== null && <Suggestion comment={comment} thread={thread} />}
      </div>
    </li>
  );
}

function Suggestion({ comment, thread }: { comment: CommentView; thread: ThreadView }) {
  const { proposalId, draftVersion, actions } = useReviewDesk();
  const { pending, error, run } = useAction();
  const { anchor } = thread;
  const { suggestion, apply, appliedAt } = comment;
  if (suggestion === null || anchor.kind !== 'lines') return null;
  const accept = () =>
    run(
      () =>
        actions.applySuggestion({ proposalId, commentId: comment.id, expectedDraftVersion: draftVersion }),
      () => toast.success('The suggestion is in the draft. Submit a new revision to put it up for review.'),
    );
  return (
    <div className="mt-2 flex flex-col gap-2">
      <DiffView title="Suggested change" before={anchor.quotedText} after={suggestion} context={1} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {appliedAt ? (
          <span className="inline-flex items-center gap-1 text-success text-xs">
            <Check aria-hidden className="size-3.5" /> In the draft
          </span>
        ) : (
          apply && (
            <>
              <Button
                size="sm"
                icon={<WandSparkles />}
                loading={pending}
                disabled={!apply.allowed}
                onClick={accept}
              >
                Apply to the draft
              </Button>
              {apply.because && <span className="text-muted text-xs">{apply.because}</span>}
            </>
          )
        )}
      </div>
      <FormError>{errorText(error)}</FormError>
    </div>
  );
}
