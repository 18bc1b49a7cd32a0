import { ChevronRight } from 'lucide-react';
import Link from 'next/link';

export interface Crumb {
  label: string;
  /** Without it the crumb is the page one is on. */
  href?: string;
}

/** The way from the start to this page. */
export function Breadcrumbs({ items }: { items: Crumb[] }) {
  return (
    <nav aria-label="Breadcrumbs">
      <ol className="flex flex-wrap items-center gap-x-1 gap-y-0.5 text-muted text-xs">
        {items.map((item, index) => (
          <li key={`${index}-${item.label}`} className="flex min-w-0 items-center gap-1">
            {index > 0 && (
              <ChevronRight aria-hidden className="size-3 shrink-0 text-faint rtl:-scale-x-100" />
            )}
            {item.href ? (
              <Link href={item.href} className="truncate rounded-xs hover:text-text hover:underline">
                {item.label}
              </Link>
            ) : (
              <span aria-current="page" className="truncate">
                {item.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
