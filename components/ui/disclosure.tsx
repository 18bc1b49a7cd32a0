import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';

export interface DisclosureProps {
  summary: ReactNode;
  /** Quietly, at the end of the line. */
  aside?: ReactNode;
  defaultOpen?: boolean;
  className?: string;
  children: ReactNode;
}

/** Details that open below their heading; the browser's own element, so the page's search finds what is inside. */
export function Disclosure({ summary, aside, defaultOpen, className, children }: DisclosureProps) {
  return (
    <details open={defaultOpen} className={classNames('group/disclosure min-w-0', className)}>
      <summary className="flex min-h-7 select-none list-none items-center gap-1.5 rounded-md text-sm hover:text-text [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-3.5 shrink-0 text-faint transition-transform group-open/disclosure:rotate-90 rtl:-scale-x-100"
        />
        <span className="min-w-0 flex-1 font-medium">{summary}</span>
        {aside && <span className="text-muted text-xs">{aside}</span>}
      </summary>
      <div className="ps-5 pt-1 pb-2">{children}</div>
    </details>
  );
}
