import { useId, type ReactNode } from 'react';
import { classNames } from './class-names';

export interface PanelProps {
  title: ReactNode;
  /** Beside the title, quietly: a number, a state. */
  aside?: ReactNode;
  actions?: ReactNode;
  /** Below the content, on a line of its own. */
  footer?: ReactNode;
  /** Without padding around the content. */
  flush?: boolean;
  level?: 2 | 3;
  className?: string;
  children: ReactNode;
}

/** A titled box with a header, content, and where needed a footer; a landmark by its title. */
export function Panel({ title, aside, actions, footer, flush, level = 2, className, children }: PanelProps) {
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section
      aria-labelledby={id}
      className={classNames('min-w-0 rounded-lg border bg-surface-raised', className)}
    >
      <header className="flex min-h-10 flex-wrap items-center gap-x-2 gap-y-1 border-b px-3 py-1.5">
        <Heading id={id} className="font-semibold text-sm">
          {title}
        </Heading>
        {aside && <span className="text-muted text-xs">{aside}</span>}
        {actions && <div className="ms-auto flex flex-wrap items-center gap-1.5">{actions}</div>}
      </header>
      <div className={classNames('min-w-0', flush ? 'overflow-hidden rounded-b-lg' : 'p-3')}>{children}</div>
      {footer && <footer className="border-t px-3 py-2 text-muted text-xs">{footer}</footer>}
    </section>
  );
}
