import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import type { SchemaPage, VersionLine } from '@/lib/contracts/catalogue';

/** The versions, newest first, with who proposed and approved each. */
export function VersionTable({ page, now }: { page: SchemaPage; now: string }) {
  if (page.versions.length === 0)
    return <EmptyState title="No version yet">The first one is on its way.</EmptyState>;
  return (
    <Table label="Versions">
      <TableHead>
        <TableRow>
          <TableHeaderCell>Version</TableHeaderCell>
          <TableHeaderCell>Proposal</TableHeaderCell>
          <TableHeaderCell>Proposed by</TableHeaderCell>
          <TableHeaderCell>Approved by</TableHeaderCell>
          <TableHeaderCell>Privacy sign-off</TableHeaderCell>
          <TableHeaderCell>Since</TableHeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {page.versions.map((line) => (
          <VersionRow
            key={line.version}
            line={line}
            title={page.title}
            shown={line.version === page.version}
            now={now}
          />
        ))}
      </TableBody>
    </Table>
  );
}

interface RowProps {
  line: VersionLine;
  title: string;
  shown: boolean;
  now: string;
}

function VersionRow({ line, title, shown, now }: RowProps) {
  const { proposal } = line;
  return (
    <TableRow selected={shown}>
      <TableCell rowHeader nowrap>
        <Link href={`/catalogue/${title}?version=${line.version}`} className="font-mono">
          {line.version}
        </Link>{' '}
        {!line.published && <Badge tone="warning">On its way</Badge>}
      </TableCell>
      <TableCell>
        {proposal ? (
          <Link href={`/proposals/${proposal.number}`}>
            #{proposal.number} {proposal.summary}
          </Link>
        ) : (
          <span className="text-muted">Read from the repository</span>
        )}
      </TableCell>
      <TableCell>{proposal?.proposedBy ?? <span className="text-muted">—</span>}</TableCell>
      <TableCell>{proposal?.approvedBy.join(', ') || <span className="text-muted">—</span>}</TableCell>
      <TableCell>{proposal?.signedOffBy.join(', ') || <span className="text-muted">—</span>}</TableCell>
      <TableCell muted nowrap>
        <Time value={line.createdAt} now={now} />
      </TableCell>
    </TableRow>
  );
}
