import type { Finding, Range } from '@/lib/domain/findings/finding';
import type { EditorTheme } from './syntax';
import type { LineRange } from './line-range';

/** Where the cursor stands in the text. Line and column count from 1; the offset counts UTF-16 code units from 0. */
export interface EditorCursor {
  line: number;
  column: number;
  offset: number;
  /** The JSON Pointer of the innermost node there; null where the owner gave no `pointerAt`. */
  pointer: string | null;
}

/** A mark beside the lines that something (threads, as a rule) speaks of. */
export interface LineMark {
  lines: LineRange;
  /** `blocking` stands out, `open` is plain, `resolved` is faint. */
  state: 'open' | 'blocking' | 'resolved';
  /** What hovering says: “2 open threads”. Plain text. */
  label: string;
}

export interface SchemaEditorProps {
  /** The text. May lag behind what was typed: an echo of the editor's own words never replaces newer ones. */
  value: string;
  /** Called with the whole text after every change a person makes here. */
  onChange: (value: string) => void;
  /** What the screen reader calls the editor. */
  ariaLabel: string;
  theme: EditorTheme;
  /** Shown as markers where they have a range in the source. Keep the same list while nothing changed. */
  findings?: readonly Finding[];
  /** The text that `findings` were made from, where that may lag behind `value`; fixes wait until the two agree. */
  findingsText?: string;
  readOnly?: boolean;
  /** URIs to offer after `$ref:` (`/fragment/common/2.0.0`), best first. */
  schemaTitles?: readonly string[];
  /** Applies a finding's fix. Where absent, the editor applies the edits itself, as one undoable step. */
  onApplyFix?: (finding: Finding) => void;
  onCursor?: (cursor: EditorCursor) => void;
  /** `SchemaSource.pointerAt` of the current text, so that `onCursor` can say where it is. */
  pointerAt?: (offset: number) => string;
  /** A place to scroll to and select; each new object does so again. Null does nothing. */
  revealRange?: Range | null;
  /** A CSS length; default `60vh`. */
  height?: string;
  annotations?: readonly LineMark[];
  /** Called for the selected lines, by the gutter's button or by the keyboard (Ctrl-Alt-M). Absent: no button. */
  onLineAction?: (lines: LineRange) => void;
  /** What the gutter's button does, for its tooltip; default “Start a thread”. */
  lineActionLabel?: string;
}
