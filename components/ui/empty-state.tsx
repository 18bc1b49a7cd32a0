import type { ReactNode } from 'react';
import { classNames } from './class-names';

export interface EmptyStateProps {
  icon?: ReactNode;
  title: string;
  /** Why nothing is here, and what would change that. */
  children?: ReactNode;
  action?: ReactNode;
  /** Lower, for a panel or a table. */
  compact?: boolean;
  /** True where this is all that the page shows: the title is its heading then. */
  isPage?: boolean;
}

/** What stands where there is nothing yet. */
export function EmptyState({ icon, title, children, action, compact, isPage }: EmptyStateProps) {
  const Title = isPage ? 'h1' : 'p';
  return (
    <div
      className={classNames(
        'flex flex-col items-center justify-center text-center',
        compact ? 'gap-1 px-4 py-6' : 'gap-1.5 rounded-lg border border-dashed px-6 py-14',
      )}
    >
      {icon && (
        <div aria-hidden className="mb-1 text-faint [&_svg]:size-5 [&_svg]:stroke-[1.6]">
          {icon}
        </div>
      )}
      <Title className="font-semibold text-sm">{title}</Title>
      {children && <div className="max-w-md text-muted">{children}</div>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
