'use client';

import { Checkbox } from '@/components/ui/checkbox';
import { type Role, roleDescriptions, roleLabels, roles as allRoles } from '@/lib/domain/access/roles';

/** The roles of a person, each with what it may do. */
export function RoleChoice({ roles, onChange }: { roles: Role[]; onChange: (roles: Role[]) => void }) {
  const toggle = (role: Role, held: boolean) =>
    onChange(allRoles.filter((each) => (each === role ? held : roles.includes(each))));
  return (
    <fieldset className="flex flex-col gap-2.5">
      <legend className="mb-1.5 font-medium text-xs">Roles</legend>
      {allRoles.map((role) => (
        <Checkbox
          key={role}
          label={roleLabels[role]}
          hint={roleDescriptions[role]}
          checked={roles.includes(role)}
          onChange={(event) => toggle(role, event.currentTarget.checked)}
        />
      ))}
    </fieldset>
  );
}
