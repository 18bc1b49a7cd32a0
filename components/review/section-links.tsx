import { classNames } from '@/components/ui/class-names';
import { CountBadge } from '@/components/ui/count-badge';

interface SectionLinksProps {
  /** `narrowOnly`: what stands beside the rest on a wide screen needs no link there. */
  links: { href: string; label: string; count?: number; narrowOnly?: boolean }[];
}

/** Links to the parts of a long page, in reach while it scrolls. */
export function SectionLinks({ links }: SectionLinksProps) {
  return (
    <nav
      aria-label="Parts of the review"
      className="sticky top-12 z-20 -mx-1 mb-5 flex gap-1 overflow-x-auto border-b bg-surface px-1 py-1 [scrollbar-width:none] md:top-0"
    >
      {links.map(({ href, label, count, narrowOnly }) => (
        <a
          key={href}
          href={href}
          className={classNames(
            'inline-flex h-7 shrink-0 items-center gap-1.5 rounded-md px-2 text-muted no-underline hover:bg-surface-hover hover:text-text pointer-coarse:h-9',
            narrowOnly && 'xl:hidden',
          )}
        >
          {label}
          {count !== undefined && <CountBadge count={count} />}
        </a>
      ))}
    </nav>
  );
}
