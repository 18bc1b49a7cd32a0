import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';

export interface TableProps extends ComponentProps<'table'> {
  /** What the table shows, for a screen reader. */
  label: string;
  /** Largest height in CSS; the header then stays in view while the body scrolls. */
  maxHeight?: string;
  /** Draws its own border; false where a card or panel draws it. */
  framed?: boolean;
}

/** A dense table. On a narrow screen it scrolls inside its own frame; the page never does. */
export function Table({ label, maxHeight, framed = true, className, children, ...rest }: TableProps) {
  return (
    <div
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an area that scrolls must be reachable by keyboard
      tabIndex={0}
      style={maxHeight ? { maxHeight } : undefined}
      className={classNames(
        'relative w-full min-w-0 overflow-auto overscroll-x-contain bg-surface-raised focus-visible:-outline-offset-2',
        framed && 'rounded-lg border',
      )}
    >
      <table
        {...rest}
        aria-label={label}
        className={classNames('w-full border-separate border-spacing-0 text-start text-sm', className)}
      >
        {children}
      </table>
    </div>
  );
}

export function TableHead({ children }: { children: ReactNode }) {
  return <thead>{children}</thead>;
}

export function TableBody({ children }: { children: ReactNode }) {
  return <tbody className="[&>tr:last-child>*]:border-b-0">{children}</tbody>;
}

export interface TableRowProps extends ComponentProps<'tr'> {
  selected?: boolean;
}

/** A row. For a row that leads somewhere, put a link with `after:absolute after:inset-0` into its first cell. */
export function TableRow({ selected, className, ...rest }: TableRowProps) {
  return (
    <tr
      {...rest}
      aria-selected={selected}
      className={classNames('relative hover:bg-surface-hover', selected && 'bg-accent-soft', className)}
    />
  );
}

export type SortDirection = 'ascending' | 'descending';

export interface TableHeaderCellProps extends Omit<ComponentProps<'th'>, 'align'> {
  align?: 'start' | 'end' | 'center';
  /** The direction this column is sorted in now; null where it could be sorted and is not. */
  sort?: SortDirection | null;
  /** Where a click on the header leads: the same page, sorted otherwise. */
  sortHref?: string;
  onSort?: () => void;
}

const ALIGN = { start: 'text-start', end: 'text-end', center: 'text-center' };

function SortMark({ sort }: { sort: SortDirection | null }) {
  const Icon = sort === 'ascending' ? ArrowUp : sort === 'descending' ? ArrowDown : ChevronsUpDown;
  return <Icon aria-hidden className={classNames('size-3', sort ? 'text-text' : 'text-faint')} />;
}

/** The head of a column; where it can be sorted, a link or a button that does so. */
export function TableHeaderCell({
  align = 'start',
  sort,
  sortHref,
  onSort,
  className,
  children,
  ...rest
}: TableHeaderCellProps) {
  const sorter = 'inline-flex items-center gap-1 rounded-xs hover:text-text';
  return (
    <th
      scope="col"
      {...rest}
      aria-sort={sort ?? undefined}
      className={classNames(
        'sticky top-0 z-10 whitespace-nowrap border-b bg-surface-sunken px-3 py-1.5 font-medium text-muted text-xs',
        ALIGN[align],
        className,
      )}
    >
      {sortHref ? (
        <Link href={sortHref} scroll={false} className={sorter}>
          {children} <SortMark sort={sort ?? null} />
        </Link>
      ) : onSort ? (
        <button type="button" onClick={onSort} className={sorter}>
          {children} <SortMark sort={sort ?? null} />
        </button>
      ) : (
        children
      )}
    </th>
  );
}

export interface TableCellProps extends Omit<ComponentProps<'td'>, 'align'> {
  align?: 'start' | 'end' | 'center';
  mono?: boolean;
  muted?: boolean;
  nowrap?: boolean;
  /** The cell that names the row: drawn alike, announced as the row's header. */
  rowHeader?: boolean;
}

export function TableCell({
  align = 'start',
  mono,
  muted,
  nowrap,
  rowHeader,
  className,
  ...rest
}: TableCellProps) {
  const classes = classNames(
    'border-b px-3 py-1.5 align-top font-normal',
    ALIGN[align],
    mono && 'font-mono text-xs leading-5',
    muted && 'text-muted',
    nowrap && 'whitespace-nowrap',
    className,
  );
  return rowHeader ? <th scope="row" {...rest} className={classes} /> : <td {...rest} className={classes} />;
}
