'use client';

import { type ComponentProps, type ReactNode, useEffect, useId, useRef } from 'react';
import { classNames } from './class-names';

export interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'size' | 'ref'> {
  label: ReactNode;
  hideLabel?: boolean;
  hint?: ReactNode;
  /** Neither on nor off: some of what it stands for is. */
  indeterminate?: boolean;
}

/** On or off, with its label beside it; the label can be clicked. */
export function Checkbox({
  label,
  hideLabel,
  hint,
  indeterminate = false,
  className,
  ...rest
}: CheckboxProps) {
  const ref = useRef<HTMLInputElement>(null);
  const ownId = useId();
  const id = rest.id ?? ownId;
  useEffect(() => {
    if (ref.current) ref.current.indeterminate = indeterminate;
  }, [indeterminate]);
  return (
    <div className={classNames('flex min-w-0 items-start gap-2', className)}>
      <input
        {...rest}
        id={id}
        ref={ref}
        type="checkbox"
        aria-describedby={hint ? `${id}-hint` : rest['aria-describedby']}
        className={classNames(
          'tick-box mt-0.5 rounded-sm',
          'before:size-2.5 before:bg-on-accent before:opacity-0 checked:before:opacity-100 indeterminate:before:opacity-100',
          'before:[clip-path:polygon(14%_44%,0_62%,42%_100%,100%_20%,82%_6%,38%_66%)] indeterminate:before:[clip-path:inset(40%_5%)]',
        )}
      />
      <div className="min-w-0">
        <label htmlFor={id} className={hideLabel ? 'sr-only' : 'text-sm'}>
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-muted text-xs">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
