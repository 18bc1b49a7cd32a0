'use client';

import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import type { PersonLine } from '@/lib/contracts/person';
import { roleLabels } from '@/lib/domain/access/roles';
import { NewPersonDialog } from './new-person-dialog';
import type { PeopleActions } from './people-actions';
import { PersonActions } from './person-actions';

const logins = { password: 'Password', provider: 'Single sign-on', demo: 'Demonstration' };

/** Everyone who can log in, their roles, and what an admin may do about them. */
export function PeoplePage({
  people,
  ownId,
  actions,
}: {
  people: PersonLine[];
  ownId: string;
  actions: PeopleActions;
}) {
  const [creating, setCreating] = useState(false);
  return (
    <div className="flex flex-col gap-5">
      <PageHeader
        title="People"
        description="A person may hold several roles, and gives one approval per proposal, in one of them."
        actions={
          <Button variant="primary" icon={<UserPlus />} onClick={() => setCreating(true)}>
            Add a person
          </Button>
        }
      />
      <Table label="People">
        <TableHead>
          <TableRow>
            <TableHeaderCell>Name</TableHeaderCell>
            <TableHeaderCell>Roles</TableHeaderCell>
            <TableHeaderCell>Logs in with</TableHeaderCell>
            <TableHeaderCell>State</TableHeaderCell>
            <TableHeaderCell align="end">
              <span className="sr-only">Actions</span>
            </TableHeaderCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {people.map((person) => (
            <TableRow key={person.id}>
              <TableCell rowHeader>
                <span className="block font-medium">
                  {person.name}
                  {person.id === ownId && <span className="font-normal text-muted"> (you)</span>}
                </span>
                <span className="block text-muted text-xs">{person.email}</span>
              </TableCell>
              <TableCell>
                <span className="flex flex-wrap gap-1">
                  {person.roles.map((role) => (
                    <Tag key={role}>{roleLabels[role]}</Tag>
                  ))}
                </span>
              </TableCell>
              <TableCell muted>
                {person.logins.map((login) => logins[login]).join(', ') || 'No way to log in yet'}
              </TableCell>
              <TableCell>
                {person.disabledAt ? (
                  <Badge tone="neutral">Disabled</Badge>
                ) : (
                  <Badge tone="success">Active</Badge>
                )}
              </TableCell>
              <TableCell align="end">
                <PersonActions person={person} actions={actions} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <NewPersonDialog open={creating} onOpenChange={setCreating} create={actions.create} />
    </div>
  );
}
