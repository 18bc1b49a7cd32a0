import { classNames } from '@/components/ui/class-names';

const all = 6;

/** How many of the six conditions of an approval hold, drawn and written. */
export function ConditionMeter({ holding }: { holding: number }) {
  const done = holding >= all;
  return (
    <span className="inline-flex items-center gap-1.5" title={`${holding} of ${all} conditions hold`}>
      <span aria-hidden className="inline-flex gap-0.5">
        {Array.from({ length: all }, (_, index) => (
          <span
            key={index}
            className={classNames(
              'h-2.5 w-1 rounded-full',
              index >= holding ? 'bg-surface-active' : done ? 'bg-success-solid' : 'bg-accent-solid',
            )}
          />
        ))}
      </span>
      <span className="text-xs tabular-nums">
        {holding}/{all}
        <span className="sr-only"> conditions hold</span>
      </span>
    </span>
  );
}
