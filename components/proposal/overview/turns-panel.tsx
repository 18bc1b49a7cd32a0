import { CircleArrowRight } from 'lucide-react';
import { classNames } from '@/components/ui/class-names';
import { Panel } from '@/components/ui/panel';
import type { ProposalPage } from '@/lib/contracts/proposal-page';

/** Whose turn it is, in sentences; draws nothing once the review is over. */
export function TurnsPanel({ page }: { page: Pick<ProposalPage, 'review'> }) {
  const { turns } = page.review;
  if (turns.length === 0) return null;
  return (
    <Panel title="Whose turn it is">
      <ul className="flex flex-col gap-2">
        {turns.map((turn) => (
          <li key={`${turn.task} ${turn.text}`} className="flex min-w-0 items-start gap-2">
            <CircleArrowRight
              aria-hidden
              className={classNames('mt-0.5 size-4 shrink-0', turn.mine ? 'text-accent' : 'text-faint')}
            />
            <span className="min-w-0 break-words">
              {turn.text}
              {turn.mine && <span className="font-medium text-accent"> It is your turn.</span>}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
