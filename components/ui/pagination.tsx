import { ChevronLeft, ChevronRight } from 'lucide-react';
import { LinkButton } from './button';

export interface PaginationProps {
  /** Where the neighbours are; absent at either end. */
  previousHref?: string;
  nextHref?: string;
  /** “1–50 of 278”. */
  summary?: string;
  label?: string;
}

/** The way to the pages before and after. Draws nothing where there is only one and nothing to say. */
export function Pagination({ previousHref, nextHref, summary, label = 'Pages' }: PaginationProps) {
  if (!previousHref && !nextHref && !summary) return null;
  return (
    <nav aria-label={label} className="flex items-center justify-between gap-3 py-2">
      <span className="text-muted text-xs">{summary}</span>
      <span className="flex gap-1.5">
        {previousHref && (
          <LinkButton
            href={previousHref}
            rel="prev"
            size="sm"
            icon={<ChevronLeft className="rtl:-scale-x-100" />}
          >
            Previous
          </LinkButton>
        )}
        {nextHref && (
          <LinkButton href={nextHref} rel="next" size="sm">
            Next
            <ChevronRight className="rtl:-scale-x-100" />
          </LinkButton>
        )}
      </span>
    </nav>
  );
}
