import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';

export interface CardProps extends ComponentProps<'div'> {
  /** Without its own padding, for tables and lists that reach the edge. */
  flush?: boolean;
}

/** A bordered, raised area that holds one thing. */
export function Card({ flush, className, ...rest }: CardProps) {
  return (
    <div
      {...rest}
      className={classNames(
        'min-w-0 rounded-lg border bg-surface-raised',
        flush ? 'overflow-hidden' : 'p-4',
        className,
      )}
    />
  );
}

/** The line above a card's content: a title, and at its end what can be done. */
export function CardHeader({ title, actions }: { title: ReactNode; actions?: ReactNode }) {
  return (
    <div className="mb-3 flex min-h-6 flex-wrap items-center justify-between gap-2">
      <h3 className="font-semibold text-sm">{title}</h3>
      {actions && <div className="flex items-center gap-1.5">{actions}</div>}
    </div>
  );
}
