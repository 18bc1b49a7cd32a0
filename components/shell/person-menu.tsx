'use client';

import { LogOut, Monitor, Moon, Sun, UserRound } from 'lucide-react';
import { useTransition } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { classNames } from '@/components/ui/class-names';
import { Menu, MenuItem, MenuLabel, MenuLink, MenuRadioGroup, MenuSeparator } from '@/components/ui/menu';
import { useTheme } from './use-theme';

/** Who is at the desk. */
export interface ShellPerson {
  name: string;
  /** As written on screen: “analyst”, “product manager”. */
  roles: string[];
  email?: string;
}

export interface PersonMenuProps {
  person: ShellPerson;
  /** Ends the session and leads to the way in. */
  signOut: () => void | Promise<void>;
  /** The person's own page, where there is one. */
  profileHref?: string;
  /** Only the picture, for the top bar. */
  compact?: boolean;
}

const THEMES = [
  { value: 'light' as const, label: 'Light', icon: <Sun aria-hidden /> },
  { value: 'dark' as const, label: 'Dark', icon: <Moon aria-hidden /> },
  { value: 'system' as const, label: 'Like the device', icon: <Monitor aria-hidden /> },
];

/** Who one is, how the screen looks, and the way out. */
export function PersonMenu({ person, signOut, profileHref, compact }: PersonMenuProps) {
  const [theme, setTheme] = useTheme();
  const [leaving, startTransition] = useTransition();
  const roles = person.roles.join(', ') || 'viewer';
  const trigger = (
    <button
      type="button"
      className={classNames(
        'flex min-w-0 items-center gap-2.5 rounded-md text-start transition-colors hover:bg-surface-hover data-[popup-open]:bg-surface-hover',
        compact ? 'p-1.5' : 'w-full px-2 py-1.5',
      )}
    >
      <Avatar name={person.name} decorative />
      {compact && <span className="sr-only">{person.name}: menu</span>}
      {!compact && (
        <span className="min-w-0 flex-1 leading-tight">
          <span className="block truncate font-medium text-sm leading-4.5">{person.name}</span>
          <span className="block truncate text-2xs text-muted leading-4">{roles}</span>
        </span>
      )}
    </button>
  );
  return (
    <Menu
      trigger={trigger}
      align={compact ? 'end' : 'start'}
      side={compact ? 'bottom' : 'top'}
      className="w-56"
    >
      <MenuLabel>
        <span className="block truncate font-medium text-sm text-text">{person.name}</span>
        {person.email && <span className="block truncate">{person.email}</span>}
        <span className="block">{roles}</span>
      </MenuLabel>
      <MenuSeparator />
      {profileHref && (
        <MenuLink href={profileHref} icon={<UserRound aria-hidden />}>
          Your account
        </MenuLink>
      )}
      <MenuRadioGroup label="Theme" value={theme} onValueChange={setTheme} options={THEMES} />
      <MenuSeparator />
      <MenuItem
        icon={<LogOut aria-hidden />}
        disabled={leaving}
        onSelect={() => startTransition(async () => signOut())}
      >
        Sign out
      </MenuItem>
    </Menu>
  );
}
