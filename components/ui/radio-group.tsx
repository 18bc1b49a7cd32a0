'use client';

import { useId, type ReactNode } from 'react';
import { classNames } from './class-names';
import { FormError } from './form-error';

export interface RadioOption {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

export interface RadioGroupProps {
  label: ReactNode;
  hideLabel?: boolean;
  name: string;
  options: RadioOption[];
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  error?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  orientation?: 'vertical' | 'horizontal';
  /** `cards` draws each choice as a box, for choices that need explaining. */
  look?: 'plain' | 'cards';
  className?: string;
}

interface RadioProps {
  option: RadioOption;
  group: RadioGroupProps;
}

function Radio({ option, group }: RadioProps) {
  const id = useId();
  const controlled = group.value !== undefined;
  return (
    <div
      className={classNames(
        'flex min-w-0 items-start gap-2',
        group.look === 'cards' &&
          'relative flex-1 rounded-md border bg-surface-raised px-3 py-2 hover:bg-surface-hover has-checked:border-accent-line has-checked:bg-accent-soft',
      )}
    >
      <input
        id={id}
        type="radio"
        name={group.name}
        value={option.value}
        required={group.required}
        disabled={group.disabled || option.disabled}
        checked={controlled ? group.value === option.value : undefined}
        defaultChecked={controlled ? undefined : group.defaultValue === option.value}
        onChange={() => group.onValueChange?.(option.value)}
        aria-describedby={option.hint ? `${id}-hint` : undefined}
        className="tick-box mt-0.5 rounded-full before:size-1.5 before:rounded-full before:bg-on-accent before:opacity-0 checked:before:opacity-100"
      />
      <div className="min-w-0">
        <label
          htmlFor={id}
          className={classNames(
            'text-sm',
            group.look === 'cards' && 'font-medium before:absolute before:inset-0',
          )}
        >
          {option.label}
        </label>
        {option.hint && (
          <p id={`${id}-hint`} className="text-muted text-xs">
            {option.hint}
          </p>
        )}
      </div>
    </div>
  );
}

/** One of a few choices, all of them visible. Arrow keys move between them. */
export function RadioGroup(props: RadioGroupProps) {
  const { label, hideLabel, error, orientation = 'vertical', look, className } = props;
  const errorId = useId();
  return (
    <fieldset
      className={classNames('min-w-0', className)}
      aria-describedby={error ? errorId : undefined}
      aria-invalid={error ? true : undefined}
    >
      <legend className={hideLabel ? 'sr-only' : 'mb-1.5 font-semibold text-sm'}>{label}</legend>
      <div
        className={classNames(
          'flex',
          orientation === 'vertical' ? 'flex-col gap-2' : 'flex-row flex-wrap gap-x-4 gap-y-2',
          look === 'cards' && 'gap-2 max-sm:flex-col',
        )}
      >
        {props.options.map((option) => (
          <Radio key={option.value} option={option} group={props} />
        ))}
      </div>
      {error && (
        <div className="mt-1">
          <FormError id={errorId}>{error}</FormError>
        </div>
      )}
    </fieldset>
  );
}
