'use client';

import type { ReactNode } from 'react';
import { Button, type ButtonProps, type ButtonSize } from './button';
import { classNames } from './class-names';
import { Tooltip } from './tooltip';

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'block'> {
  /** What the button does: its accessible name, and its tooltip. */
  label: string;
  icon: ReactNode;
  /** False where the label stands beside the button already. */
  tooltip?: boolean;
}

const SQUARE: Record<ButtonSize, string> = {
  sm: 'w-6 !px-0 pointer-coarse:w-8',
  md: 'w-7 !px-0 pointer-coarse:w-9',
  lg: 'w-8 !px-0 pointer-coarse:w-10',
};

/** A square button with an icon, a name for those who cannot see it, and a tooltip for those who can. */
export function IconButton({
  label,
  icon,
  tooltip = true,
  variant = 'ghost',
  size = 'md',
  className,
  ...rest
}: IconButtonProps) {
  const button = (
    <Button
      {...rest}
      aria-label={label}
      variant={variant}
      size={size}
      icon={icon}
      className={classNames(SQUARE[size], className)}
    />
  );
  return tooltip ? <Tooltip content={label}>{button}</Tooltip> : button;
}
