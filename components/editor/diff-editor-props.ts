import type { EditorTheme } from './syntax';

/** What a comparison of two texts needs to know. */
export interface DiffEditorProps {
  /** The text that the change starts from; empty for a new schema. */
  base: string;
  /** The text as it would become. */
  draft: string;
  theme: EditorTheme;
  /** What the screen reader calls the comparison. */
  ariaLabel: string;
  /** A CSS length; default `60vh`. */
  height?: string;
}
