import { ScrollText } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import { Hash } from '@/components/ui/hash';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import type { AuditLine } from '@/lib/contracts/audit';

/** Who did what, newest first. Each entry's hash covers the one before it. */
export function AuditPage({ lines, next, now }: { lines: AuditLine[]; next: number | null; now: string }) {
  return (
    <div className="flex flex-col gap-5">
      <PageHeader
        title="Audit"
        description="Every change of state, chained by hash, so that an altered or removed entry shows. Check the whole record with “npm run assent -- audit verify”."
      />
      {lines.length === 0 ? (
        <EmptyState icon={<ScrollText />} title="Nothing happened yet" />
      ) : (
        <Table label="Audit record">
          <TableHead>
            <TableRow>
              <TableHeaderCell align="end">No.</TableHeaderCell>
              <TableHeaderCell>When</TableHeaderCell>
              <TableHeaderCell>Who</TableHeaderCell>
              <TableHeaderCell>What</TableHeaderCell>
              <TableHeaderCell>Details</TableHeaderCell>
              <TableHeaderCell>Hash</TableHeaderCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {lines.map((line) => (
              <TableRow key={line.seq}>
                <TableCell align="end" muted>
                  {line.seq}
                </TableCell>
                <TableCell nowrap>
                  <Time value={line.at} now={now} />
                </TableCell>
                <TableCell>{line.actorName}</TableCell>
                <TableCell mono nowrap>
                  {line.action}
                </TableCell>
                <TableCell>
                  <span className="line-clamp-2 max-w-xl break-all font-mono text-2xs text-muted">
                    {JSON.stringify(line.data)}
                  </span>
                </TableCell>
                <TableCell>
                  <Hash value={line.hash} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      <Pagination nextHref={next ? `/admin/audit?before=${next}` : undefined} label="Older entries" />
    </div>
  );
}
