import { classNames } from './class-names';
import { type Tone, toneClass } from './tone';

export interface ProgressBarProps {
  label: string;
  /** How much is done; left out while nobody knows. */
  value?: number;
  max?: number;
  tone?: Tone;
  /** In words, at the end: “112 of 278”. */
  valueText?: string;
  hideLabel?: boolean;
}

/** How far a piece of work has come. */
export function ProgressBar({
  label,
  value,
  max = 100,
  tone = 'accent',
  valueText,
  hideLabel,
}: ProgressBarProps) {
  const known = value !== undefined;
  const share = known && max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0;
  return (
    <div className={classNames(toneClass(tone), 'min-w-0')}>
      {(!hideLabel || valueText) && (
        <div className="mb-1 flex justify-between gap-3 text-xs">
          <span className={hideLabel ? 'sr-only' : 'truncate text-muted'}>{label}</span>
          {valueText && <span className="shrink-0 text-muted">{valueText}</span>}
        </div>
      )}
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={known ? value : undefined}
        aria-valuetext={valueText}
        className="relative h-1.5 overflow-hidden rounded-full bg-surface-active"
      >
        {known ? (
          <div
            className="h-full rounded-full bg-tone-solid transition-[width] duration-200"
            style={{ width: `${share}%` }}
          />
        ) : (
          <div className="absolute inset-y-0 w-2/5 animate-indeterminate rounded-full bg-tone-solid" />
        )}
      </div>
    </div>
  );
}
