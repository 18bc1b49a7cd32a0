import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { type Tone, toneClass } from './tone';

export interface BadgeProps {
  tone?: Tone;
  /** A small dot before the label; for states. */
  dot?: boolean;
  icon?: ReactNode;
  /** `outline` for what should stay in the background. */
  look?: 'soft' | 'outline';
  title?: string;
  className?: string;
  children: ReactNode;
}

/** A word that says what state or kind something is of. Colour never says it alone. */
export function Badge({
  tone = 'neutral',
  dot,
  icon,
  look = 'soft',
  title,
  className,
  children,
}: BadgeProps) {
  return (
    <span
      title={title}
      className={classNames(
        toneClass(tone),
        'inline-flex h-5 max-w-full shrink-0 items-center gap-1 rounded-full border border-tone-line px-2 align-middle font-medium text-2xs text-tone [&_svg]:size-3 [&_svg]:shrink-0',
        look === 'soft' && 'bg-tone-soft',
        className,
      )}
    >
      {dot && <span aria-hidden className="-ms-0.5 size-1.5 shrink-0 rounded-full bg-tone-solid" />}
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}
