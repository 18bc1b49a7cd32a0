import Link from 'next/link';
import type { ReactNode } from 'react';
import { CountBadge } from './count-badge';
import { TAB_CLASS, TAB_LIST_CLASS } from './tab-look';

export interface LinkTab {
  href: string;
  label: ReactNode;
  count?: number;
}

export interface LinkTabsProps {
  label: string;
  items: LinkTab[];
  /** The `href` of the tab one is on. */
  current: string;
}

/** Tabs that are links: each view has an address. */
export function LinkTabs({ label, items, current }: LinkTabsProps) {
  return (
    <nav aria-label={label} className={TAB_LIST_CLASS}>
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          scroll={false}
          aria-current={item.href === current ? 'page' : undefined}
          className={TAB_CLASS}
        >
          {item.label}
          {item.count !== undefined && <CountBadge count={item.count} />}
        </Link>
      ))}
    </nav>
  );
}
