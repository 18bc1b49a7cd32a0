'use client';

import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Hash } from '@/components/ui/hash';
import { KeyValueList } from '@/components/ui/key-value-list';
import { Panel } from '@/components/ui/panel';
import { Time } from '@/components/ui/time';
import { toast } from '@/components/ui/toast';
import type { RepositoryLine } from '@/lib/contracts/repository';
import { ImportReport } from './import-report';
import type { RepositoryActions } from './repository-actions';
import { useImportProgress } from './use-import-progress';

interface Props {
  repository: RepositoryLine;
  now: string;
  actions: RepositoryActions;
}

/** One repository: where it is, what it holds, and how its last import went. */
export function RepositoryCard({ repository, now, actions }: Props) {
  const { progress, isRunning } = useImportProgress(repository.lastImport, actions.progress);
  const run = async (
    work: () => ReturnType<RepositoryActions['start']> | ReturnType<RepositoryActions['makeDefault']>,
  ) => {
    const result = await work();
    if (!result.ok) toast.error(result.error.message);
  };
  const input = { repositoryId: repository.id };
  return (
    <li>
      <Panel
        title={repository.name}
        aside={repository.isDefault ? <Badge tone="accent">Default for new schemas</Badge> : undefined}
        actions={
          <>
            {!repository.isDefault && (
              <Button size="sm" variant="ghost" onClick={() => run(() => actions.makeDefault(input))}>
                Make default
              </Button>
            )}
            <Button size="sm" loading={isRunning} onClick={() => run(() => actions.start(input))}>
              Import again
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-4">
          <KeyValueList
            items={[
              {
                key: 'Address',
                value: <span className="break-all font-mono text-xs">{repository.url}</span>,
              },
              { key: 'Branch', value: <span className="font-mono text-xs">{repository.branch}</span> },
              {
                key: 'Holds',
                value: `${plural(repository.schemas, 'schema')}, ${plural(repository.versions, 'version')}`,
              },
              {
                key: 'Head',
                value: repository.headCommit ? <Hash value={repository.headCommit} /> : 'Not read yet',
              },
              {
                key: 'Last read',
                value: repository.importedAt ? <Time value={repository.importedAt} now={now} /> : 'Never',
              },
            ]}
          />
          {progress && <ImportReport progress={progress} />}
        </div>
      </Panel>
    </li>
  );
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
