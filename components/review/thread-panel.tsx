'use client';

import { MessageSquarePlus, MessagesSquare } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/section';
import { SegmentedControl } from '@/components/ui/segmented-control';
import type { ThreadView } from '@/lib/contracts/thread';
import { filterThreads, isOutdated, type ThreadFilter } from './place-threads';
import { useReviewDesk } from './review-desk';
import { threadAnchor } from './review-links';
import { ThreadComposer } from './thread-composer';
import { ThreadFold } from './thread-fold';

/** Every thread of the proposal, open ones first asked for; a link to a thread finds it whatever is filtered. */
export function ThreadPanel() {
  const { threads, mayComment } = useReviewDesk();
  const linked = useLinkedThread();
  const [filter, setFilter] = useState<ThreadFilter>('open');
  const [composing, setComposing] = useState(false);
  const shown = threads.filter(
    (thread) => thread.id === linked || filterThreads([thread], filter).length > 0,
  );
  const open = filterThreads(threads, 'open').length;
  return (
    <Section
      id="threads"
      title="Threads"
      actions={
        <>
          <SegmentedControl
            label="Which threads"
            value={filter}
            onValueChange={setFilter}
            segments={[
              { value: 'open', label: `Open ${open}` },
              { value: 'resolved', label: `Resolved ${threads.length - open}` },
              { value: 'all', label: 'All' },
            ]}
          />
          {mayComment.allowed && (
            <Button icon={<MessageSquarePlus />} onClick={() => setComposing(true)}>
              Start a thread
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-2">
        {composing && (
          <ThreadComposer
            anchor={{ kind: 'proposal' }}
            about="the proposal"
            close={() => setComposing(false)}
          />
        )}
        {shown.map((thread) => (
          <ThreadFold
            // A link opens its thread, also where it stood closed before.
            key={`${thread.id}${thread.id === linked ? ' linked' : ''}`}
            id={threadAnchor(thread.id)}
            thread={thread}
            showAnchor
            defaultOpen={thread.id === linked || standsNowhereElse(thread)}
          />
        ))}
        {shown.length === 0 && !composing && <NoThreads filter={filter} any={threads.length > 0} />}
      </div>
    </Section>
  );
}

/** Threads about lines stand under them; what has no such place is read here. */
function standsNowhereElse(thread: ThreadView): boolean {
  if (thread.resolvedAt !== null) return false;
  return thread.anchor.kind === 'proposal' || thread.anchor.kind === 'metric' || isOutdated(thread);
}

function NoThreads({ filter, any }: { filter: ThreadFilter; any: boolean }) {
  if (any) {
    return (
      <EmptyState compact title={filter === 'open' ? 'No thread is open' : 'No thread is resolved yet'}>
        {filter === 'open' ? 'Everything that was raised is settled.' : null}
      </EmptyState>
    );
  }
  return (
    <EmptyState compact icon={<MessagesSquare />} title="Nobody started a thread yet">
      Threads can stand on lines of the source, on a field, or here, on the proposal as a whole.
    </EmptyState>
  );
}

/** The thread that the address names; null where it names none. Scrolls to it once it is drawn. */
function useLinkedThread(): string | null {
  const [linked, setLinked] = useState<string | null>(null);
  useEffect(() => {
    const read = () => {
      const match = /^#thread-([0-9a-f-]{36})$/.exec(location.hash);
      setLinked(match?.[1] ?? null);
    };
    read();
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, []);
  useEffect(() => {
    if (linked) document.getElementById(threadAnchor(linked))?.scrollIntoView({ block: 'start' });
  }, [linked]);
  return linked;
}
