'use client';

import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';
import { useFieldWiring } from './field-context';

export interface InputProps extends Omit<ComponentProps<'input'>, 'size'> {
  mono?: boolean;
  /** Drawn inside, at the start: a magnifying glass. */
  icon?: ReactNode;
  size?: 'md' | 'lg';
}

/** A line of text, in 16 px under a finger, because telephones zoom into anything smaller. Inside a Field it takes its label, hint and error from there. */
export function Input({ mono, icon, size = 'md', className, ...rest }: InputProps) {
  const wiring = useFieldWiring(rest);
  const input = (
    <input
      {...rest}
      {...wiring}
      dir={rest.dir ?? (mono ? 'ltr' : undefined)}
      className={classNames(
        'control px-2.5 text-sm pointer-coarse:h-10 pointer-coarse:text-lg',
        size === 'lg' ? 'h-9' : 'h-8',
        mono && 'font-mono',
        icon ? 'ps-8' : '',
        className,
      )}
    />
  );
  if (!icon) return input;
  return (
    <span className="relative block min-w-0">
      <span
        aria-hidden
        className="pointer-events-none absolute inset-y-0 start-2.5 flex items-center text-faint [&_svg]:size-4"
      >
        {icon}
      </span>
      {input}
    </span>
  );
}
