'use client';

import type { Ref } from 'react';

interface TextFallbackProps {
  ref: Ref<HTMLTextAreaElement>;
  value: string;
  onChange: (value: string) => void;
  readOnly: boolean;
  ariaLabel: string;
  /** The id of the line that says how far the full editor is. */
  describedBy: string;
  wrap: boolean;
  onComposition: (composing: boolean) => void;
}

/**
 * The plain editor: what stands there before Monaco does, and where Monaco cannot. It takes every word from the first
 * moment on; Tab moves the focus as it does in any text area.
 */
export function TextFallback({
  ref,
  value,
  onChange,
  readOnly,
  ariaLabel,
  describedBy,
  wrap,
  onComposition,
}: TextFallbackProps) {
  return (
    <textarea
      ref={ref}
      className="absolute inset-0 size-full resize-none bg-surface-raised py-3 ps-12 pe-3 font-mono text-sm leading-5 text-text outline-none pointer-coarse:text-sm"
      aria-label={ariaLabel}
      aria-describedby={describedBy}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onCompositionStart={() => onComposition(true)}
      onCompositionEnd={() => onComposition(false)}
      readOnly={readOnly}
      wrap={wrap ? 'soft' : 'off'}
      spellCheck={false}
      autoCapitalize="off"
      autoComplete="off"
      autoCorrect="off"
      data-editor="plain"
    />
  );
}
