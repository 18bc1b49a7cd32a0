import { MessageSquare } from 'lucide-react';
import Link from 'next/link';
import { Avatar } from '@/components/ui/avatar';
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import type { ProposalListItem } from '@/lib/contracts/proposal-list';
import { isOpen } from '@/lib/domain/review/proposal-state';
import { ConditionMeter } from '../condition-meter';
import { StateBadge } from '../state-badge';
import { VersionStep } from '../version-step';

interface ProposalTableProps {
  items: ProposalListItem[];
  label: string;
  /** ISO 8601. */
  now: string;
}

/** Proposals, one a row; the whole row leads to the proposal. On a narrow screen each becomes a card of its own. */
export function ProposalTable({ items, label, now }: ProposalTableProps) {
  return (
    <>
      <div className="max-md:hidden">
        <Table label={label}>
          <TableHead>
            <tr>
              <TableHeaderCell>Proposal</TableHeaderCell>
              <TableHeaderCell>Version</TableHeaderCell>
              <TableHeaderCell>State</TableHeaderCell>
              <TableHeaderCell>Conditions</TableHeaderCell>
              <TableHeaderCell>Threads</TableHeaderCell>
              <TableHeaderCell>Author</TableHeaderCell>
              <TableHeaderCell align="end">Updated</TableHeaderCell>
            </tr>
          </TableHead>
          <TableBody>
            {items.map((item) => (
              <Row key={item.id} item={item} now={now} />
            ))}
          </TableBody>
        </Table>
      </div>
      <ul aria-label={label} className="flex flex-col gap-2 md:hidden">
        {items.map((item) => (
          <CardRow key={item.id} item={item} now={now} />
        ))}
      </ul>
    </>
  );
}

function Row({ item, now }: { item: ProposalListItem; now: string }) {
  return (
    <TableRow>
      <TableCell rowHeader className="w-full max-w-0 text-start">
        <Link
          href={`/proposals/${item.number}`}
          className="block truncate font-medium after:absolute after:inset-0"
        >
          <span className="me-1.5 font-normal text-faint tabular-nums">#{item.number}</span>
          {item.summary}
        </Link>
        <span className="block truncate font-mono text-muted text-xs" title={item.title}>
          {item.title}
        </span>
      </TableCell>
      <TableCell muted nowrap className="align-middle text-xs">
        <VersionStep from={item.baseVersion} to={item.proposedVersion} />
      </TableCell>
      <TableCell nowrap className="align-middle">
        <StateBadge state={item.state} reviewState={item.reviewState} />
      </TableCell>
      <TableCell nowrap className="align-middle">
        {isOpen(item.state) ? (
          <ConditionMeter holding={item.conditionsHolding} />
        ) : (
          <span className="text-faint">—</span>
        )}
      </TableCell>
      <TableCell nowrap className="align-middle">
        <ThreadCount count={item.openThreads} />
      </TableCell>
      <TableCell nowrap className="align-middle">
        <span className="inline-flex max-w-36 items-center gap-1.5">
          <Avatar name={item.author.name} size="sm" decorative />
          <span className="truncate">{item.author.name}</span>
        </span>
      </TableCell>
      <TableCell align="end" muted nowrap className="align-middle text-xs">
        <Time value={item.updatedAt} now={now} />
      </TableCell>
    </TableRow>
  );
}

function CardRow({ item, now }: { item: ProposalListItem; now: string }) {
  return (
    <li className="relative rounded-lg border bg-surface-raised px-3 py-2.5">
      <Link href={`/proposals/${item.number}`} className="block font-medium after:absolute after:inset-0">
        <span className="me-1.5 font-normal text-faint">#{item.number}</span>
        <span className="break-words">{item.summary}</span>
      </Link>
      <span className="block break-all font-mono text-muted text-xs">{item.title}</span>
      <span className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-xs">
        <StateBadge state={item.state} reviewState={item.reviewState} />
        {isOpen(item.state) && <ConditionMeter holding={item.conditionsHolding} />}
        {item.openThreads > 0 && <ThreadCount count={item.openThreads} />}
        <span>{item.author.name}</span>
        <Time value={item.updatedAt} now={now} />
      </span>
    </li>
  );
}

function ThreadCount({ count }: { count: number }) {
  if (count === 0) return <span className="text-faint">—</span>;
  return (
    <span className="inline-flex items-center gap-1 tabular-nums" title={`${count} open`}>
      <MessageSquare aria-hidden className="size-3.5 text-faint" />
      {count} <span className="sr-only">open threads</span>
    </span>
  );
}
