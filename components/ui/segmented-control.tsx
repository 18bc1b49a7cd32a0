'use client';

import { useId, type ReactNode } from 'react';
import { classNames } from './class-names';

export interface Segment<T extends string> {
  value: T;
  label: ReactNode;
  disabled?: boolean;
}

export interface SegmentedControlProps<T extends string> {
  /** What is chosen, for a screen reader. */
  label: string;
  segments: Segment<T>[];
  value: T;
  onValueChange: (value: T) => void;
  size?: 'sm' | 'md';
}

/** Two to four ways of looking at the same thing, side by side. Arrow keys move between them. */
export function SegmentedControl<T extends string>({
  label,
  segments,
  value,
  onValueChange,
  size = 'md',
}: SegmentedControlProps<T>) {
  const name = useId();
  return (
    <fieldset className="inline-flex min-w-0 shrink-0 rounded-md bg-surface-active p-0.5">
      <legend className="sr-only">{label}</legend>
      {segments.map((segment) => (
        <label
          key={segment.value}
          className={classNames(
            'relative inline-flex cursor-pointer items-center gap-1 whitespace-nowrap rounded-[5px] px-2 font-medium text-muted text-xs transition-colors hover:text-text',
            'has-checked:bg-surface-raised has-checked:text-text has-checked:shadow-raised has-disabled:cursor-not-allowed has-disabled:opacity-50',
            'has-focus-visible:outline-2 has-focus-visible:outline-(--focus) [&_svg]:size-3.5',
            size === 'sm' ? 'h-5' : 'h-6 pointer-coarse:h-8',
          )}
        >
          <input
            type="radio"
            name={name}
            value={segment.value}
            checked={segment.value === value}
            disabled={segment.disabled}
            onChange={() => onValueChange(segment.value)}
            className="absolute inset-0 cursor-[inherit] appearance-none rounded-[5px] outline-none"
          />
          {segment.label}
        </label>
      ))}
    </fieldset>
  );
}
