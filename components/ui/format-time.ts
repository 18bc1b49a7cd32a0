const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const STEPS: [limit: number, unit: Intl.RelativeTimeFormatUnit, size: number][] = [
  [HOUR, 'minute', MINUTE],
  [DAY, 'hour', HOUR],
  [7 * DAY, 'day', DAY],
  [30 * DAY, 'week', 7 * DAY],
];

const RELATIVE = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day in UTC: “24 Nov 2026”. */
export function formatDay(value: Date): string {
  return `${value.getUTCDate()} ${MONTHS[value.getUTCMonth()]} ${value.getUTCFullYear()}`;
}

/** A moment in UTC, to the minute: “24 Nov 2026, 04:05 UTC”. Server and browser write the same. */
export function formatMoment(value: Date): string {
  return `${formatDay(value)}, ${value.toISOString().slice(11, 16)} UTC`;
}

/** How long before or after `now`: “just now”, “5 minutes ago”, “yesterday”; beyond thirty days, the day itself. */
export function formatRelative(value: Date, now: Date): string {
  const difference = value.getTime() - now.getTime();
  const distance = Math.abs(difference);
  if (distance < MINUTE) return 'just now';
  for (const [limit, unit, size] of STEPS) {
    if (distance < limit) return RELATIVE.format(Math.trunc(difference / size), unit);
  }
  return formatDay(value);
}
