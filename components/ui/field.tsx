'use client';

import { useId, useMemo, type ReactNode } from 'react';
import { classNames } from './class-names';
import { FieldContext } from './field-context';
import { FormError } from './form-error';
import { Label } from './label';

export interface FieldProps {
  label: ReactNode;
  /** Hidden from sight, kept for screen readers. */
  hideLabel?: boolean;
  hint?: ReactNode;
  /** What is wrong with the value; marks the control as invalid. Empty means that nothing is. */
  error?: ReactNode;
  required?: boolean;
  optional?: boolean;
  className?: string;
  /** One control of components/ui: it takes its id, description and validity from here by itself. */
  children: ReactNode;
}

/** A control with its label, hint and error, tied together for screen readers. */
export function Field({
  label,
  hideLabel,
  hint,
  error,
  required = false,
  optional,
  className,
  children,
}: FieldProps) {
  const id = useId();
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const invalid = Boolean(error);
  const wiring = useMemo(
    () => ({ id, describedBy: [errorId, hintId].filter(Boolean).join(' ') || undefined, invalid, required }),
    [id, errorId, hintId, invalid, required],
  );
  return (
    <div className={classNames('flex min-w-0 flex-col gap-1', className)}>
      <Label htmlFor={id} optional={optional} className={hideLabel ? 'sr-only' : undefined}>
        {label}
      </Label>
      <FieldContext value={wiring}>{children}</FieldContext>
      {error && <FormError id={errorId}>{error}</FormError>}
      {hint && (
        <p id={hintId} className="text-muted text-xs">
          {hint}
        </p>
      )}
    </div>
  );
}
