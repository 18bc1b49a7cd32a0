'use client';

import { Ellipsis } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { Menu, MenuItem } from '@/components/ui/menu';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/contracts/action-result';
import type { PersonLine } from '@/lib/contracts/person';
import type { PeopleActions } from './people-actions';
import { RoleChoice } from './role-choice';

/** What an admin may do about one person. Disabling ends their sessions at once. */
export function PersonActions({ person, actions }: { person: PersonLine; actions: PeopleActions }) {
  const [dialog, setDialog] = useState<'roles' | 'password' | null>(null);
  const disable = async (disabled: boolean) => {
    const result = await actions.setDisabled({ personId: person.id, disabled });
    if (!result.ok) return void toast.error(result.error.message);
    toast.success(disabled ? `${person.name} can no longer log in.` : `${person.name} can log in again.`);
  };
  return (
    <>
      <Menu trigger={<IconButton label={`Actions for ${person.name}`} icon={<Ellipsis />} />}>
        <MenuItem onSelect={() => setDialog('roles')}>Change roles…</MenuItem>
        <MenuItem onSelect={() => setDialog('password')}>Set a password…</MenuItem>
        {person.disabledAt ? (
          <MenuItem onSelect={() => void disable(false)}>Enable</MenuItem>
        ) : (
          <MenuItem tone="danger" onSelect={() => void disable(true)}>
            Disable
          </MenuItem>
        )}
      </Menu>
      {dialog === 'roles' && <RolesDialog person={person} actions={actions} close={() => setDialog(null)} />}
      {dialog === 'password' && (
        <PasswordDialog person={person} actions={actions} close={() => setDialog(null)} />
      )}
    </>
  );
}

interface DialogProps {
  person: PersonLine;
  actions: PeopleActions;
  close: () => void;
}

function RolesDialog({ person, actions, close }: DialogProps) {
  const [roles, setRoles] = useState(person.roles);
  const { error, pending, run } = useSubmit(close);
  return (
    <Dialog open onOpenChange={(open) => !open && close()} title={`Roles of ${person.name}`}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) =>
          run(event, () => actions.setRoles({ personId: person.id, roles, version: person.version }))
        }
      >
        <RoleChoice roles={roles} onChange={setRoles} />
        {error && <FormError>{error}</FormError>}
        <Button type="submit" variant="primary" loading={pending} className="self-end">
          Save the roles
        </Button>
      </form>
    </Dialog>
  );
}

function PasswordDialog({ person, actions, close }: DialogProps) {
  const { error, pending, run } = useSubmit(close);
  return (
    <Dialog open onOpenChange={(open) => !open && close()} title={`New password for ${person.name}`}>
      <form
        className="flex flex-col gap-4"
        noValidate
        onSubmit={(event) => {
          const password = new FormData(event.currentTarget).get('password');
          void run(event, () => actions.setPassword({ personId: person.id, password }));
        }}
      >
        <Field label="Password" error={error} hint="At least 12 characters. All sessions of this person end.">
          <Input name="password" type="password" autoComplete="new-password" />
        </Field>
        <Button type="submit" variant="primary" loading={pending} className="self-end">
          Set the password
        </Button>
      </form>
    </Dialog>
  );
}

function useSubmit(close: () => void) {
  const [error, setError] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const run = async (event: FormEvent, work: () => Promise<ActionResult<void>>) => {
    event.preventDefault();
    setPending(true);
    const result = await work();
    setPending(false);
    if (result.ok) return close();
    setError(Object.values(result.error.fields)[0] ?? result.error.message);
  };
  return { error, pending, run };
}
