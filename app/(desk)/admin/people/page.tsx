import type { Metadata } from 'next';
import { PeoplePage } from '@/components/people/people-page';
import { can } from '@/lib/domain/access/policy';
import { loadPeople } from '@/lib/services/person/load-people';
import { requirePageActor } from '../../../require-page-actor';
import { NoPermission } from '@/components/shell/no-permission';
import { createPersonAction, setDisabledAction, setPasswordAction, setRolesAction } from './actions';

export const metadata: Metadata = { title: 'People' };

export default async function Page() {
  const actor = await requirePageActor();
  const permission = can(actor, 'person.manage', null);
  if (!permission.allowed) return <NoPermission title="People" permission={permission} />;
  return (
    <PeoplePage
      people={await loadPeople(actor)}
      ownId={actor.id}
      actions={{
        create: createPersonAction,
        setRoles: setRolesAction,
        setDisabled: setDisabledAction,
        setPassword: setPasswordAction,
      }}
    />
  );
}
