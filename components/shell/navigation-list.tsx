'use client';

import {
  BookOpen,
  FolderGit2,
  GitPullRequestArrow,
  Inbox,
  type LucideIcon,
  ScrollText,
  Users,
} from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useId } from 'react';
import { CountBadge } from '@/components/ui/count-badge';
import { isCurrent, type NavigationGroup, type NavigationItem } from './navigation';

const ICONS: Record<NavigationItem['icon'], LucideIcon> = {
  proposals: GitPullRequestArrow,
  inbox: Inbox,
  catalogue: BookOpen,
  repositories: FolderGit2,
  people: Users,
  audit: ScrollText,
};

function NavigationLink({
  item,
  onNavigate,
}: {
  item: NavigationItem;
  onNavigate: (() => void) | undefined;
}) {
  const Icon = ICONS[item.icon];
  const current = isCurrent(item.href, usePathname());
  return (
    <li>
      <Link
        href={item.href}
        onClick={onNavigate}
        aria-current={current ? 'page' : undefined}
        className="flex h-7 items-center gap-2.5 rounded-md px-2 text-muted text-sm no-underline transition-colors hover:bg-surface-hover hover:text-text aria-[current=page]:bg-surface-active aria-[current=page]:font-medium aria-[current=page]:text-text pointer-coarse:h-10"
      >
        <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.8} />
        <span className="min-w-0 flex-1 truncate">{item.label}</span>
        {item.count !== undefined && item.count > 0 && (
          <>
            <CountBadge count={item.count} emphasis />
            <span className="sr-only">waiting for you</span>
          </>
        )}
      </Link>
    </li>
  );
}

function Group({ group, onNavigate }: { group: NavigationGroup; onNavigate: (() => void) | undefined }) {
  const id = useId();
  return (
    <div>
      {group.label && (
        <h2 id={id} className="mb-1 px-2 font-medium text-2xs text-faint">
          {group.label}
        </h2>
      )}
      <ul aria-labelledby={group.label ? id : undefined} className="flex flex-col gap-px">
        {group.items.map((item) => (
          <NavigationLink key={item.href} item={item} onNavigate={onNavigate} />
        ))}
      </ul>
    </div>
  );
}

export interface NavigationListProps {
  groups: NavigationGroup[];
  /** After a link was followed, for a drawer that should then close. */
  onNavigate?: () => void;
}

/** The places of the desk; the one a person is at is marked. */
export function NavigationList({ groups, onNavigate }: NavigationListProps) {
  return (
    <nav aria-label="Main" className="flex flex-col gap-5">
      {groups.map((group, index) => (
        <Group key={group.label ?? index} group={group} onNavigate={onNavigate} />
      ))}
    </nav>
  );
}
