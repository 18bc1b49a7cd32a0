import type { Metadata } from 'next';
import { RepositoriesPage } from '@/components/repository/repositories-page';
import { NoPermission } from '@/components/shell/no-permission';
import { can } from '@/lib/domain/access/policy';
import { loadRepositories } from '@/lib/services/repository/load-repositories';
import { requirePageActor } from '../../../require-page-actor';
import { importAction, importProgressAction, makeDefaultAction, registerAction } from './actions';

export const metadata: Metadata = { title: 'Repositories' };

export default async function Page() {
  const actor = await requirePageActor();
  const permission = can(actor, 'repository.manage', null);
  if (!permission.allowed) return <NoPermission title="Repositories" permission={permission} />;
  return (
    <RepositoriesPage
      repositories={await loadRepositories()}
      now={new Date().toISOString()}
      actions={{
        register: registerAction,
        start: importAction,
        progress: importProgressAction,
        makeDefault: makeDefaultAction,
      }}
    />
  );
}
