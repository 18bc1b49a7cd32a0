/** A place the navigation leads to. */
export interface NavigationItem {
  label: string;
  href: string;
  icon: 'proposals' | 'inbox' | 'catalogue' | 'repositories' | 'people' | 'audit';
  /** What waits there; nothing is drawn for 0. */
  count?: number;
}

export interface NavigationGroup {
  /** Absent for the first group, which needs no name. */
  label?: string;
  items: NavigationItem[];
}

/** The navigation of the desk: what everybody sees, and for admins what they look after. */
export function deskNavigation({
  isAdmin,
  inboxCount,
}: {
  isAdmin: boolean;
  inboxCount: number;
}): NavigationGroup[] {
  const everybody: NavigationGroup = {
    items: [
      { label: 'Inbox', href: '/inbox', icon: 'inbox', count: inboxCount },
      { label: 'Proposals', href: '/proposals', icon: 'proposals' },
      { label: 'Catalogue', href: '/catalogue', icon: 'catalogue' },
    ],
  };
  if (!isAdmin) return [everybody];
  const admin: NavigationGroup = {
    label: 'Administration',
    items: [
      { label: 'Repositories', href: '/admin/repositories', icon: 'repositories' },
      { label: 'People', href: '/admin/people', icon: 'people' },
      { label: 'Audit', href: '/admin/audit', icon: 'audit' },
    ],
  };
  return [everybody, admin];
}

/** Whether `href` is where `pathname` is, or leads to its part of the desk. */
export function isCurrent(href: string, pathname: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}
