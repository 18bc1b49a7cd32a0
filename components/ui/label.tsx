import type { ComponentProps } from 'react';
import { classNames } from './class-names';

export interface LabelProps extends ComponentProps<'label'> {
  /** Marks what need not be filled in. Required is the rule and bears no mark. */
  optional?: boolean;
}

/** The name of a control. */
export function Label({ optional, className, children, ...rest }: LabelProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is named by htmlFor, which the caller gives
    <label {...rest} className={classNames('font-semibold text-sm', className)}>
      {children}
      {optional && <span className="ms-1.5 font-normal text-faint text-xs">optional</span>}
    </label>
  );
}
