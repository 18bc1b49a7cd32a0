'use client';

import { GitCommitVertical, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { CodeBlock } from '@/components/ui/code-block';
import { Disclosure } from '@/components/ui/disclosure';
import { Hash } from '@/components/ui/hash';
import { KeyValueList } from '@/components/ui/key-value-list';
import { Panel } from '@/components/ui/panel';
import { ProgressBar } from '@/components/ui/progress-bar';
import { Time } from '@/components/ui/time';
import { toast } from '@/components/ui/toast';
import type { Tone } from '@/components/ui/tone';
import type { DeliveryView, ProposalPage } from '@/lib/contracts/proposal-page';
import type { OverviewActions } from './overview-actions';
import { useRefreshWhile } from './use-refresh-while';

interface ExportPanelProps {
  page: Pick<ProposalPage, 'state' | 'permissions' | 'repository' | 'title'>;
  delivery: DeliveryView;
  now: string;
  retryExport: OverviewActions['retryExport'];
}

const labels: Record<DeliveryView['state'], { label: string; tone: Tone }> = {
  pending: { label: 'Waiting', tone: 'info' },
  running: { label: 'On its way', tone: 'info' },
  exported: { label: 'Exported', tone: 'exported' },
  conflict: { label: 'Conflict', tone: 'danger' },
  failed: { label: 'Failed', tone: 'danger' },
};

/** The delivery of the version into git: commit, branch, files, and what to do where it did not land. */
export function ExportPanel({ page, delivery, now, retryExport }: ExportPanelProps) {
  const isUnderWay = delivery.state === 'pending' || delivery.state === 'running';
  useRefreshWhile(isUnderWay && page.state === 'approved');
  const { label, tone } = labels[delivery.state];
  return (
    <Panel
      title={`Version ${delivery.version}`}
      aside={
        <Badge tone={tone} dot>
          {label}
        </Badge>
      }
      actions={<Time value={delivery.updatedAt} now={now} className="text-muted text-xs" />}
    >
      <div className="flex flex-col gap-3">
        {isUnderWay && (
          <ProgressBar
            label={`Committing to ${page.repository.name}. This page follows by itself.`}
            tone="info"
          />
        )}
        <Trouble page={page} delivery={delivery} retryExport={retryExport} />
        <KeyValueList items={factsOf(page, delivery)} />
        <Disclosure summary="Commit message">
          <CodeBlock code={delivery.message} maxHeight="20rem" />
        </Disclosure>
      </div>
    </Panel>
  );
}

function factsOf({ repository }: ExportPanelProps['page'], delivery: DeliveryView) {
  return [
    {
      key: 'Commit',
      value: delivery.commit ? (
        <span className="inline-flex items-center gap-1.5">
          <GitCommitVertical aria-hidden className="size-4 text-done" />
          <Hash value={delivery.commit} length={12} label="Copy the commit" />
        </span>
      ) : (
        <span className="text-muted">not yet</span>
      ),
    },
    {
      key: 'Branch',
      value: (
        <>
          <code className="break-all text-xs">{delivery.branch}</code>{' '}
          <span className="text-muted">of {repository.name}</span>
        </>
      ),
    },
    {
      key: 'Files',
      value: (
        <ul>
          {delivery.files.map((file) => (
            <li key={file.path} className="break-all font-mono text-xs leading-5">
              {file.path}
              {file.kind === 'symlink' && <span className="font-sans text-faint"> (link)</span>}
            </li>
          ))}
          {delivery.files.length === 0 && <li className="text-muted">none yet</li>}
        </ul>
      ),
    },
  ];
}

function Trouble({ page, delivery, retryExport }: Omit<ExportPanelProps, 'now'>) {
  const [pending, setPending] = useState(false);
  const isStuck = delivery.state === 'failed' || delivery.state === 'conflict';
  if (!delivery.error && !isStuck) return null;
  const { allowed, because } = page.permissions.retryExport;
  const retry = async () => {
    setPending(true);
    const result = await retryExport({ exportId: delivery.exportId });
    setPending(false);
    if (!result.ok) toast.error(result.error.message);
  };
  return (
    <Callout
      tone={isStuck ? 'danger' : 'warning'}
      title={titleOf(delivery.state)}
      actions={
        isStuck && (
          <Button
            size="sm"
            icon={<RotateCw />}
            loading={pending}
            disabled={!allowed}
            title={because ?? undefined}
            onClick={retry}
          >
            Try again
          </Button>
        )
      }
    >
      <p className="break-words">{delivery.error ?? 'No reason was recorded.'}</p>
      {isStuck && because && <p className="mt-1 text-muted text-xs">{because}</p>}
    </Callout>
  );
}

function titleOf(state: DeliveryView['state']): string {
  if (state === 'conflict') return 'The repository holds something else under this version';
  return state === 'failed' ? 'The version did not reach the repository' : 'The last try did not succeed';
}
