'use client';

import type { ComponentProps } from 'react';
import { classNames } from './class-names';
import { useFieldWiring } from './field-context';

export interface TextareaProps extends ComponentProps<'textarea'> {
  mono?: boolean;
  /** Grows with its text up to this many lines. */
  maxRows?: number;
}

/** Several lines of text; it grows with what is written (the browser does it, without a script). */
export function Textarea({ mono, rows = 3, maxRows = 24, className, style, ...rest }: TextareaProps) {
  const wiring = useFieldWiring(rest);
  return (
    <textarea
      {...rest}
      {...wiring}
      dir={rest.dir ?? (mono ? 'ltr' : undefined)}
      rows={rows}
      style={{
        minHeight: `calc(${rows}lh + 0.875rem)`,
        maxHeight: `calc(${maxRows}lh + 0.875rem)`,
        ...style,
      }}
      className={classNames(
        'control field-sizing-content block resize-y px-2.5 py-1.5 text-sm leading-5 pointer-coarse:text-lg',
        mono && 'font-mono',
        className,
      )}
    />
  );
}
