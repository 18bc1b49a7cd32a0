import { classNames } from './class-names';

/** A number beside a name. Above 999 it says so and no more. */
export function CountBadge({ count, emphasis }: { count: number; emphasis?: boolean }) {
  return (
    <span
      className={classNames(
        'inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-full px-1.5 font-medium text-2xs leading-none',
        emphasis ? 'bg-accent-solid text-on-accent' : 'bg-neutral-soft text-neutral',
      )}
    >
      {count > 999 ? '999+' : count}
    </span>
  );
}
