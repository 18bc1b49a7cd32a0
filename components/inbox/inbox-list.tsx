import Link from 'next/link';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { Time } from '@/components/ui/time';
import type { InboxItem } from '@/lib/contracts/inbox';
import { proposalStateLabels } from '@/lib/domain/review/proposal-state';
import type { TurnTask } from '@/lib/domain/review/whose-turn';

const taskPages: Record<TurnTask, string> = {
  'finish-draft': '/draft',
  'answer-changes': '/review',
  'fix-findings': '/draft',
  'restore-compatibility': '/draft',
  'update-base': '/draft',
  'answer-threads': '/review',
  'link-legal-review': '/privacy',
  'decide-fields': '/privacy',
  review: '/review',
  'sign-off': '/privacy',
  approve: '/review',
};

/** What waits, one proposal a row; each task leads to the place where it is done. */
export function InboxList({ items, now }: { items: InboxItem[]; now: string }) {
  return (
    <ul className="divide-y overflow-hidden rounded-lg border bg-surface-raised">
      {items.map((item) => (
        <li
          key={item.proposalNumber}
          className="flex min-w-0 items-start gap-3 px-3 py-2.5 hover:bg-surface-hover"
        >
          <Avatar name={item.author.name} className="mt-0.5" />
          <div className="min-w-0 flex-1">
            <ul>
              {item.tasks.map(({ task, text }) => (
                <li key={task}>
                  <Link
                    href={`/proposals/${item.proposalNumber}${taskPages[task]}`}
                    className="font-medium hover:text-accent hover:underline"
                  >
                    {text}
                  </Link>
                </li>
              ))}
            </ul>
            <p className="mt-0.5 flex min-w-0 flex-wrap items-baseline gap-x-2 text-muted text-xs">
              <Link
                href={`/proposals/${item.proposalNumber}`}
                className="min-w-0 break-words hover:underline"
              >
                <span className="text-faint">#{item.proposalNumber}</span> {item.summary}
              </Link>
              <span className="break-all font-mono text-2xs">{item.title}</span>
            </p>
          </div>
          <div className="flex shrink-0 flex-col items-end gap-1">
            <Badge tone={item.state} dot>
              {proposalStateLabels[item.state]}
            </Badge>
            <Time value={item.updatedAt} now={now} className="text-faint text-xs" />
          </div>
        </li>
      ))}
    </ul>
  );
}
