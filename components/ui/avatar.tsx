import { classNames } from './class-names';
import { type BaseTone, toneClass } from './tone';

export interface AvatarProps {
  name: string;
  size?: 'xs' | 'sm' | 'md' | 'lg';
  /** Beside the written name: then it is decoration, and silent. */
  decorative?: boolean;
  className?: string;
}

const SIZES = {
  xs: 'size-4 text-[8px]',
  sm: 'size-5 text-[9px]',
  md: 'size-6 text-2xs',
  lg: 'size-8 text-xs',
};
const TONES: BaseTone[] = ['accent', 'success', 'warning', 'danger', 'info', 'privacy', 'done'];

/** At most two letters: of the first and the last word. A question mark for an empty name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => [...(word ?? '')][0] ?? '',
  );
  return letters.join('').toLocaleUpperCase('en') || '?';
}

function toneOf(name: string): BaseTone {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return TONES[sum % TONES.length] ?? 'accent';
}

/** A person's initials in a circle; the same name always has the same colour. */
export function Avatar({ name, size = 'md', decorative, className }: AvatarProps) {
  const classes = classNames(
    toneClass(toneOf(name)),
    'inline-flex shrink-0 select-none items-center justify-center rounded-full bg-tone-soft align-middle font-semibold text-tone leading-none ring-1 ring-tone-line ring-inset',
    SIZES[size],
    className,
  );
  if (decorative) {
    return (
      <span aria-hidden className={classes}>
        {initials(name)}
      </span>
    );
  }
  return (
    <span role="img" aria-label={name} title={name} className={classes}>
      {initials(name)}
    </span>
  );
}
