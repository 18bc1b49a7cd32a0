import type { ReactNode } from 'react';
import { Breadcrumbs, type Crumb } from './breadcrumbs';
import { classNames } from './class-names';

export interface PageHeaderProps {
  title: ReactNode;
  /** Monospaced title, for schema titles and field paths. */
  mono?: boolean;
  breadcrumbs?: Crumb[];
  /** Beside the title: a state badge. */
  badge?: ReactNode;
  /** One line below the title. */
  description?: ReactNode;
  /** Below the description: who, when, version. */
  meta?: ReactNode;
  actions?: ReactNode;
  /** Link-tabs, flush with the line below the header. */
  tabs?: ReactNode;
}

/** The head of a page: where one is, what this is, what can be done. It holds the page's only h1. */
export function PageHeader({
  title,
  mono,
  breadcrumbs,
  badge,
  description,
  meta,
  actions,
  tabs,
}: PageHeaderProps) {
  return (
    <header className={classNames('mb-5 min-w-0', tabs ? '' : 'pb-1')}>
      {breadcrumbs && breadcrumbs.length > 0 && (
        <div className="mb-1.5">
          <Breadcrumbs items={breadcrumbs} />
        </div>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-72">
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <h1
              className={classNames(
                'min-w-0 break-words font-semibold text-xl tracking-[-0.011em]',
                mono && 'font-mono text-lg tracking-normal',
              )}
            >
              {title}
            </h1>
            {badge}
          </div>
          {description && <p className="mt-1 max-w-prose text-muted">{description}</p>}
          {meta && (
            <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-xs">
              {meta}
            </div>
          )}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {tabs && <div className="mt-4">{tabs}</div>}
    </header>
  );
}
