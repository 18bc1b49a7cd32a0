import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';

export interface TagProps {
  children: ReactNode;
  /** Monospaced, for names that stand in code. */
  mono?: boolean;
  /** Shows a cross; needs `removeLabel`. */
  onRemove?: () => void;
  /** What the cross does, for a screen reader: “Remove wiki”. */
  removeLabel?: string;
  className?: string;
}

/** A small neutral label: a field, a metric, a filter that may be taken away again. */
export function Tag({ children, mono, onRemove, removeLabel = 'Remove', className }: TagProps) {
  return (
    <span
      className={classNames(
        'inline-flex h-5 max-w-full items-center gap-1 rounded-sm bg-neutral-soft px-1.5 align-middle text-neutral text-xs',
        mono && 'font-mono text-2xs',
        className,
      )}
    >
      <span className="truncate">{children}</span>
      {onRemove && (
        <button
          type="button"
          aria-label={removeLabel}
          onClick={onRemove}
          className="-me-1 rounded-xs p-0.5 text-faint hover:bg-surface-active hover:text-text"
        >
          <X aria-hidden className="size-3" />
        </button>
      )}
    </span>
  );
}
