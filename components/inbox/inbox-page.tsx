import { Inbox as InboxIcon, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import type { Inbox } from '@/lib/contracts/inbox';
import { InboxList } from './inbox-list';

interface InboxPageProps {
  inbox: Inbox;
  /** The table of the person's own proposals, last changed first; null or false where there are none. */
  mine: ReactNode;
  mayPropose: boolean;
  /** ISO 8601. */
  now: string;
}

/** Whose turn it is: what waits for this person, the longest wait first, and what became of their own proposals. */
export function InboxPage({ inbox, mine, mayPropose, now }: InboxPageProps) {
  const { items } = inbox;
  return (
    <>
      <PageHeader
        title="Inbox"
        description={
          items.length === 0
            ? 'What needs you, and what became of your own proposals.'
            : `${items.length === 1 ? 'One proposal waits' : `${items.length} proposals wait`} for you. What waits longest stands first.`
        }
      />
      <Section title="Your turn">
        {items.length > 0 ? <InboxList items={items} now={now} /> : <NothingWaits mayPropose={mayPropose} />}
      </Section>
      {mine && (
        <Section
          title="Your proposals"
          actions={
            <LinkButton href="/proposals?mine=1" size="sm" variant="ghost">
              Show all
            </LinkButton>
          }
        >
          {mine}
        </Section>
      )}
    </>
  );
}

function NothingWaits({ mayPropose }: { mayPropose: boolean }) {
  return (
    <EmptyState
      icon={<InboxIcon />}
      title="Nothing waits for you"
      action={
        <>
          {mayPropose && (
            <LinkButton href="/proposals/new" variant="primary" icon={<Plus />}>
              New proposal
            </LinkButton>
          )}
          <LinkButton href="/proposals?state=in-review">Proposals in review</LinkButton>
        </>
      }
    >
      A proposal appears here as soon as it waits for you: a draft to finish, a review, field decisions, a
      sign-off.
      {mayPropose ? ' Meanwhile you can begin a proposal, or look at what others are reviewing.' : ''}
    </EmptyState>
  );
}
