import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';
import { Spinner } from './spinner';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger' | 'danger-ghost';
export type ButtonSize = 'sm' | 'md' | 'lg';

interface Look {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Drawn before the label, 14 px. */
  icon?: ReactNode;
  /** Takes the whole width of its container. */
  block?: boolean;
}

export interface ButtonProps extends Look, Omit<ComponentProps<'button'>, 'size'> {
  /** Shows a spinner in place of the icon and refuses clicks; focus stays where it is. */
  loading?: boolean;
}

export interface LinkButtonProps extends Look, Omit<ComponentProps<typeof Link>, 'size'> {}

const VARIANTS: Record<ButtonVariant, string> = {
  primary:
    'border-transparent bg-accent-solid text-on-accent shadow-raised hover:bg-accent-solid-hover active:bg-accent-solid-hover',
  secondary:
    'border-border-strong bg-surface-raised text-text shadow-raised hover:bg-surface-hover active:bg-surface-active data-[popup-open]:bg-surface-hover',
  ghost:
    'border-transparent bg-transparent text-muted hover:bg-surface-hover hover:text-text active:bg-surface-active data-[popup-open]:bg-surface-hover data-[popup-open]:text-text',
  danger: 'border-transparent bg-danger-solid text-on-accent shadow-raised hover:bg-danger-solid-hover',
  'danger-ghost': 'border-transparent bg-transparent text-danger hover:bg-danger-soft',
};

const SIZES: Record<ButtonSize, string> = {
  sm: 'h-6 gap-1 px-2 text-xs [&_svg]:size-3.5 pointer-coarse:h-8',
  md: 'h-7 gap-1.5 px-2.5 text-sm [&_svg]:size-3.5 pointer-coarse:h-9',
  lg: 'h-8 gap-2 px-3.5 text-sm [&_svg]:size-4 pointer-coarse:h-10',
};

/** The classes of a button, for the rare element that must look like one and cannot be one. */
export function buttonClass({ variant = 'secondary', size = 'md', block }: Look): string {
  return classNames(
    'relative inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap rounded-md border font-medium no-underline transition-colors duration-100',
    'disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed aria-disabled:opacity-50',
    VARIANTS[variant],
    SIZES[size],
    block && 'w-full',
  );
}

/** A button. It is of type `button` unless told otherwise, so that it submits no form by accident. */
export function Button({
  variant,
  size,
  icon,
  block,
  loading,
  className,
  children,
  type = 'button',
  disabled,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={loading ? 'button' : type}
      disabled={disabled}
      aria-disabled={loading || rest['aria-disabled'] || undefined}
      aria-busy={loading || undefined}
      onClick={loading ? undefined : onClick}
      className={classNames(buttonClass({ variant, size, block }), className)}
    >
      {loading ? <Spinner /> : icon}
      {children}
    </button>
  );
}

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function LinkButton({ variant, size, icon, block, className, children, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className={classNames(buttonClass({ variant, size, block }), className)}>
      {icon}
      {children}
    </Link>
  );
}
