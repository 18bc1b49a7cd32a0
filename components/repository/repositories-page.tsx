'use client';

import { FolderGit2, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import type { RepositoryLine } from '@/lib/contracts/repository';
import { RegisterDialog } from './register-dialog';
import type { RepositoryActions } from './repository-actions';
import { RepositoryCard } from './repository-card';

interface Props {
  repositories: RepositoryLine[];
  now: string;
  actions: RepositoryActions;
}

/** The schema repositories: where schemas are read from and versions are delivered to. */
export function RepositoriesPage({ repositories, now, actions }: Props) {
  const [registering, setRegistering] = useState(false);
  return (
    <div className="flex flex-col gap-5">
      <PageHeader
        title="Repositories"
        description="Git repositories in the layout of jsonschema-tools. Together they are one namespace for $ref; each is the truth about what it publishes."
        actions={
          <Button variant="primary" icon={<Plus />} onClick={() => setRegistering(true)}>
            Import a repository
          </Button>
        }
      />
      {repositories.length === 0 && (
        <EmptyState icon={<FolderGit2 />} title="No repository yet">
          Import one by its URL, or by a path on this server.
        </EmptyState>
      )}
      <ul className="flex flex-col gap-4">
        {repositories.map((repository) => (
          <RepositoryCard key={repository.id} repository={repository} now={now} actions={actions} />
        ))}
      </ul>
      {registering && <RegisterDialog close={() => setRegistering(false)} register={actions.register} />}
    </div>
  );
}
