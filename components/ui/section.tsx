import { useId, type ReactNode } from 'react';
import { classNames } from './class-names';

export interface SectionProps {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  /** For links into the page. */
  id?: string;
  level?: 2 | 3;
  className?: string;
  children: ReactNode;
}

/** A part of a page under a heading, without a box of its own. */
export function Section({ title, description, actions, id, level = 2, className, children }: SectionProps) {
  const headingId = useId();
  const Heading = `h${level}` as const;
  return (
    <section id={id} aria-labelledby={headingId} className={classNames('mb-8 min-w-0', className)}>
      <div className="mb-2.5 flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <Heading
            id={headingId}
            className={level === 2 ? 'font-semibold text-base' : 'font-semibold text-sm'}
          >
            {title}
          </Heading>
          {description && <p className="mt-0.5 max-w-prose text-muted">{description}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-1.5">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
