'use client';

import { MessageSquare, MessageSquarePlus } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { ThreadView } from '@/lib/contracts/thread';
import { useReviewDesk } from './review-desk';
import { ThreadCard } from './thread-card';
import { ThreadComposer } from './thread-composer';

interface FieldDiscussionProps {
  pointer: string;
  path: string;
  threads: readonly ThreadView[];
  /** The row; it gets the button, and the threads open below it. */
  children: (button: ReactNode) => ReactNode;
}

/** The threads on a field: a button that counts them, and below the row, when asked for, the threads themselves. */
export function FieldDiscussion({ pointer, path, threads, children }: FieldDiscussionProps) {
  const { mayComment } = useReviewDesk();
  const [open, setOpen] = useState(false);
  const [composing, setComposing] = useState(false);
  const id = useId();
  const openThreads = threads.filter((thread) => thread.resolvedAt === null).length;
  if (threads.length === 0 && !mayComment.allowed) return children(null);
  const button = (
    <Button
      size="sm"
      variant="ghost"
      aria-expanded={open}
      aria-controls={open ? id : undefined}
      icon={threads.length > 0 ? <MessageSquare /> : <MessageSquarePlus />}
      onClick={() => {
        setOpen(!open);
        setComposing(!open && threads.length === 0);
      }}
      className={openThreads > 0 ? '!text-accent' : undefined}
    >
      {threads.length > 0 ? threads.length : <span className="sr-only">Start a thread</span>}
      <span className="sr-only">
        {threads.length > 0 && `${threads.length === 1 ? 'thread' : 'threads'} `}on {path}
      </span>
    </Button>
  );
  return (
    <>
      {children(button)}
      {open && (
        <div id={id} className="flex min-w-0 flex-col gap-2 px-3 pb-3">
          {threads.map((thread) => (
            <ThreadCard key={thread.id} thread={thread} />
          ))}
          {composing ? (
            <ThreadComposer
              anchor={{ kind: 'field', pointer }}
              about={path}
              close={() => {
                setComposing(false);
                setOpen(threads.length > 0);
              }}
            />
          ) : (
            mayComment.allowed && (
              <Button
                size="sm"
                icon={<MessageSquarePlus />}
                className="self-start"
                onClick={() => setComposing(true)}
              >
                Start another thread
              </Button>
            )
          )}
        </div>
      )}
    </>
  );
}
