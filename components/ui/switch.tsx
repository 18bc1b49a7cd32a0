'use client';

import { useId, type ComponentProps, type ReactNode } from 'react';
import { classNames } from './class-names';

export interface SwitchProps extends Omit<ComponentProps<'input'>, 'type' | 'size' | 'role'> {
  label: ReactNode;
  hideLabel?: boolean;
  hint?: ReactNode;
}

/** A setting that takes effect at once. For a choice within a form use a checkbox. */
export function Switch({ label, hideLabel, hint, className, ...rest }: SwitchProps) {
  const ownId = useId();
  const id = rest.id ?? ownId;
  return (
    <div className={classNames('flex min-w-0 items-start gap-2', className)}>
      <input
        {...rest}
        id={id}
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: the browser derives aria-checked from a native checkbox
        role="switch"
        aria-describedby={hint ? `${id}-hint` : rest['aria-describedby']}
        className={classNames(
          'tick-box mt-0.5 !w-7 justify-start rounded-full px-0.5',
          'before:size-2.5 before:rounded-full before:bg-border-control before:transition-transform',
          'checked:before:translate-x-3 checked:before:bg-on-accent rtl:checked:before:-translate-x-3',
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
