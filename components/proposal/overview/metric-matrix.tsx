import { Check } from 'lucide-react';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from '@/components/ui/table';
import type { ProposalPage } from '@/lib/contracts/proposal-page';
import { prepareAssessment } from '@/lib/domain/draft/assess-draft';
import { buildMatrix, type MatrixRow } from './build-matrix';

/** From the question over its metrics to the fields: which field serves which metric, and which serve none. */
export function MetricMatrix({ page }: { page: ProposalPage }) {
  const { metrics, controlPointers, draft, number } = page;
  const { fields, changedFieldPointers } = prepareAssessment(draft.context)(draft.text);
  const rows = buildMatrix({ fields, changedFieldPointers, metrics, controlPointers });
  return (
    <Panel
      title="Metrics and fields"
      aside={`${metrics.length} ${metrics.length === 1 ? 'metric' : 'metrics'}`}
      flush
      actions={
        <LinkButton href={`/proposals/${number}/question`} size="sm" variant="ghost">
          {page.permissions.editMetrics.allowed ? 'Edit' : 'Open'}
        </LinkButton>
      }
    >
      {rows.length === 0 || metrics.length === 0 ? (
        <EmptyState compact title={metrics.length === 0 ? 'No metric yet' : 'No field to match yet'}>
          Each new field names the metric it serves, and each metric the fields it is computed from.
        </EmptyState>
      ) : (
        <Table label="Which field serves which metric" framed={false} maxHeight="28rem">
          <TableHead>
            <tr>
              <TableHeaderCell>Field</TableHeaderCell>
              {metrics.map((metric) => (
                <TableHeaderCell key={metric.id} align="center" title={metric.definition}>
                  <span className="mx-auto block max-w-40 whitespace-normal break-words">{metric.name}</span>
                </TableHeaderCell>
              ))}
              <TableHeaderCell align="center">Control</TableHeaderCell>
            </tr>
          </TableHead>
          <TableBody>
            {rows.map((row) => (
              <Row key={row.pointer} row={row} />
            ))}
          </TableBody>
        </Table>
      )}
    </Panel>
  );
}

function Row({ row }: { row: MatrixRow }) {
  return (
    <TableRow>
      <TableCell rowHeader mono className="text-start">
        <span className="break-all">{row.path}</span>
        {row.servesNothing && <span className="ms-2 font-sans text-warning">serves no metric</span>}
        {row.isGone && <span className="ms-2 font-sans text-warning">not in the draft</span>}
      </TableCell>
      {row.serves.map((serves, index) => (
        <Mark key={index} on={serves} />
      ))}
      <Mark on={row.isControl} />
    </TableRow>
  );
}

function Mark({ on }: { on: boolean }) {
  return (
    <TableCell align="center">
      {on ? (
        <Check role="img" aria-label="yes" className="mx-auto size-4 text-success" />
      ) : (
        <span aria-hidden className="text-faint">
          ·
        </span>
      )}
    </TableCell>
  );
}
