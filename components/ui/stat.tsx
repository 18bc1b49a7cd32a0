import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { type Tone, toneClass } from './tone';

export interface StatProps {
  label: string;
  value: ReactNode;
  hint?: ReactNode;
  tone?: Tone;
}

/** One number that matters, and what it counts. */
export function Stat({ label, value, hint, tone }: StatProps) {
  return (
    <div
      className={classNames(
        tone && toneClass(tone),
        'min-w-0 rounded-lg border bg-surface-raised px-3.5 py-3',
      )}
    >
      <div className="truncate text-muted text-xs">{label}</div>
      <div className={classNames('mt-0.5 font-semibold text-xl tracking-[-0.011em]', tone && 'text-tone')}>
        {value}
      </div>
      {hint && <div className="mt-0.5 text-faint text-xs">{hint}</div>}
    </div>
  );
}
