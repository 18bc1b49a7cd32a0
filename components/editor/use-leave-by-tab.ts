import { useCallback, useState, type KeyboardEvent } from 'react';

/** The way out of an editor in which Tab indents: Escape first, then Tab or Shift-Tab moves on. */
export interface LeaveByTab {
  /** True between Escape and the next key: Tab leaves now. */
  leaving: boolean;
  /** To be put on the element around the editor, in the capture phase. */
  onKeyDownCapture: (event: KeyboardEvent) => void;
  /** Any other doing (a click, leaving) ends the wait for Tab. */
  reset: () => void;
}

/**
 * Keeps Tab from being a trap (WCAG 2.1.2). After Escape the next Tab never reaches the editor, so that the browser moves
 * the focus as it does everywhere else.
 */
export function useLeaveByTab(): LeaveByTab {
  const [leaving, setLeaving] = useState(false);
  const reset = useCallback(() => setLeaving(false), []);
  const onKeyDownCapture = useCallback(
    (event: KeyboardEvent) => {
      if (event.key === 'Escape') setLeaving(true);
      else if (event.key === 'Tab' && leaving) event.stopPropagation();
      else if (event.key !== 'Shift') setLeaving(false);
    },
    [leaving],
  );
  return { leaving, onKeyDownCapture, reset };
}
