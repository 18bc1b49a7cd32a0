/** The hues of the design system; what each looks like in light and dark stands in app/globals.css. */
export type BaseTone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger' | 'info' | 'privacy' | 'done';

/** A hue by the name of what it stands for: severity, state, retention or class of change. */
export type Tone =
  | BaseTone
  | 'error'
  | 'drafting'
  | 'in-review'
  | 'approved'
  | 'exported'
  | 'withdrawn'
  | 'purge'
  | 'keep'
  | 'hash'
  | 'compatible'
  | 'breaking'
  | 'documentation';

/** The class that makes `text-tone`, `bg-tone-soft`, `border-tone-line` and `bg-tone-solid` mean this tone. */
export function toneClass(tone: Tone): string {
  return `tone-${tone}`;
}
