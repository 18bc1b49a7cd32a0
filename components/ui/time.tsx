import { formatDay, formatMoment, formatRelative } from './format-time';

export interface TimeProps {
  /** A date, or its ISO 8601 form. */
  value: Date | string;
  /** The moment the page speaks from, so that server and browser agree. Only `relative` needs it. */
  now?: Date | string;
  format?: 'relative' | 'moment' | 'day';
  className?: string;
}

/** A moment: relative to now where `now` is given, else absolute; the absolute form is always in its title. */
export function Time({ value, now, format = now ? 'relative' : 'moment', className }: TimeProps) {
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) return <span className={className}>unknown</span>;
  const text =
    format === 'relative' && now
      ? formatRelative(date, new Date(now))
      : format === 'day'
        ? formatDay(date)
        : formatMoment(date);
  return (
    <time dateTime={date.toISOString()} title={formatMoment(date)} className={className}>
      {text}
    </time>
  );
}
