'use client';

import { type ReactNode, useState } from 'react';
import { Time } from '@/components/ui/time';
import type { ThreadView } from '@/lib/contracts/thread';
import { ChevronRight } from 'lucide-react';
import { describeAnchor, threadExcerpt } from './describe-anchor';
import { useReviewDesk } from './review-desk';
import { ThreadBadges, ThreadCard } from './thread-card';

interface ThreadFoldProps {
  thread: ThreadView;
  /** For links. */
  id?: string;
  showAnchor?: boolean;
  defaultOpen?: boolean;
}

/** A thread on one line, which opens into the whole of it. */
export function ThreadFold({ thread, id, showAnchor = false, defaultOpen = false }: ThreadFoldProps) {
  const [open, setOpen] = useState(defaultOpen);
  return (
    <details
      id={id}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="group/fold min-w-0 scroll-mt-24 rounded-lg target:outline-2 target:outline-(--focus)"
    >
      <summary className="flex min-h-8 select-none list-none flex-wrap items-center gap-x-2 gap-y-1 rounded-lg border bg-surface-raised px-2.5 py-1 text-xs group-open/fold:mb-1.5 hover:bg-surface-hover [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-3.5 shrink-0 text-faint transition-transform group-open/fold:rotate-90 rtl:-scale-x-100"
        />
        <FoldLine thread={thread} showAnchor={showAnchor} />
      </summary>
      {open && <ThreadCard thread={thread} />}
    </details>
  );
}

function FoldLine({ thread, showAnchor }: { thread: ThreadView; showAnchor: boolean }): ReactNode {
  const { now } = useReviewDesk();
  const last = thread.comments.at(-1);
  const isField = thread.anchor.kind === 'field';
  return (
    <>
      {showAnchor && (
        <span className={`max-w-full truncate font-medium ${isField ? 'font-mono text-2xs' : ''}`}>
          {describeAnchor(thread.anchor)}
        </span>
      )}
      <span className="min-w-32 flex-1 truncate text-muted">
        {thread.openedBy.name}: {threadExcerpt(thread, 140)}
      </span>
      <ThreadBadges thread={thread} />
      <span className="text-faint">
        {thread.comments.length} {thread.comments.length === 1 ? 'comment' : 'comments'}
        {last && (
          <>
            {' · '}
            <Time value={last.createdAt} now={now} />
          </>
        )}
      </span>
    </>
  );
}
