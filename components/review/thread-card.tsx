'use client';

import { CircleCheck, OctagonAlert } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { classNames } from '@/components/ui/class-names';
import { Time } from '@/components/ui/time';
import type { ThreadView } from '@/lib/contracts/thread';
import { CommentItem } from './comment-item';
import { describeAnchor } from './describe-anchor';
import { isOutdated } from './place-threads';
import { useReviewDesk } from './review-desk';
import { ThreadReply } from './thread-reply';

interface ThreadCardProps {
  thread: ThreadView;
  /** For links; a thread that stands on the page twice has it once. */
  id?: string;
  /** Says what the thread is about; false where its place says so. */
  showAnchor?: boolean;
}

/** A whole thread: what it is about, every comment, and what can be done. */
export function ThreadCard({ thread, id, showAnchor = false }: ThreadCardProps) {
  const { now } = useReviewDesk();
  const label = `Thread on ${describeAnchor(thread.anchor)} by ${thread.openedBy.name}`;
  return (
    <article
      id={id}
      aria-label={label}
      className={classNames(
        'min-w-0 scroll-mt-24 overflow-hidden rounded-lg border bg-surface-raised target:outline-2 target:outline-(--focus)',
        thread.blocking && thread.resolvedAt === null && 'border-danger-line',
      )}
    >
      <ThreadHead thread={thread} showAnchor={showAnchor} />
      <QuotedLines thread={thread} />
      <ol className="divide-y">
        {thread.comments.map((comment) => (
          <CommentItem key={comment.id} comment={comment} thread={thread} />
        ))}
      </ol>
      {thread.resolvedAt && (
        <p className="flex items-center gap-1.5 border-t bg-surface-sunken px-3 py-1.5 text-muted text-xs">
          <CircleCheck aria-hidden className="size-3.5 shrink-0 text-success" />
          <span>
            Resolved{thread.resolvedBy && ` by ${thread.resolvedBy.name}`}{' '}
            <Time value={thread.resolvedAt} now={now} />
          </span>
        </p>
      )}
      <ThreadReply thread={thread} />
    </article>
  );
}

function ThreadHead({ thread, showAnchor }: { thread: ThreadView; showAnchor: boolean }) {
  const { anchor } = thread;
  const moved = anchor.kind === 'field' ? anchor.movedFrom : null;
  const badges = <ThreadBadges thread={thread} />;
  const hasBadge = thread.blocking || thread.resolvedAt !== null || isOutdated(thread);
  if (!showAnchor && !hasBadge && !moved) return null;
  return (
    <header className="flex flex-wrap items-center gap-x-2 gap-y-1 border-b bg-surface-sunken px-3 py-1.5 text-xs">
      {showAnchor && (
        <span
          className={classNames(
            'min-w-0 break-words font-medium',
            anchor.kind === 'field' && 'font-mono text-2xs leading-4',
          )}
        >
          {describeAnchor(anchor)}
        </span>
      )}
      {moved && <span className="text-muted">was {moved}</span>}
      {badges}
    </header>
  );
}

/** The states of a thread in words. */
export function ThreadBadges({ thread }: { thread: ThreadView }) {
  const open = thread.resolvedAt === null;
  return (
    <>
      {thread.blocking && (
        <Badge tone={open ? 'danger' : 'neutral'} icon={<OctagonAlert />} look={open ? 'soft' : 'outline'}>
          {open ? 'Blocks approval' : 'Blocked approval'}
        </Badge>
      )}
      {!open && (
        <Badge tone="success" look="outline">
          Resolved
        </Badge>
      )}
      {isOutdated(thread) && (
        <Badge tone="neutral" look="outline">
          {thread.anchor.kind === 'lines' ? 'Outdated' : 'Gone'}
        </Badge>
      )}
    </>
  );
}

/** The lines that an outdated thread was about, as they were. */
function QuotedLines({ thread }: { thread: ThreadView }) {
  const { anchor } = thread;
  if (anchor.kind !== 'lines' || anchor.current !== null) return null;
  return (
    <figure className="border-b bg-surface-sunken px-3 py-2">
      <figcaption className="text-muted text-xs">
        {describeAnchor(anchor)} of revision {anchor.revisionNumber}, changed since:
      </figcaption>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an area that scrolls must be reachable by keyboard
        tabIndex={0}
        className="mt-1 max-h-40 overflow-auto text-xs leading-5"
      >
        <code>{anchor.quotedText}</code>
      </pre>
    </figure>
  );
}
