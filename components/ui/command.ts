import type { ReactNode } from 'react';

/** Something that the command palette offers: a place or an action. */
export interface CommandItem {
  label: string;
  /** Quieter, at the end: a kind, a state, a shortcut. */
  hint?: string;
  href?: string;
  /** More words it is found by. */
  keywords?: string[];
  icon?: ReactNode;
  /** What happens; without it `onNavigate` is called with the `href`. */
  onSelect?: () => void;
}

export interface CommandGroup {
  label: string;
  items: CommandItem[];
}
