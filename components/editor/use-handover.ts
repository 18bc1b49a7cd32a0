import { type RefObject, useCallback, useRef, useState } from 'react';
import { positionAt } from './text-change';
import type { CodeEditor, MountedEditor } from './use-editor-text';

/** How far the full editor has come. */
export type EditorPhase = 'loading' | 'ready' | 'failed';

interface Handover {
  phase: EditorPhase;
  setPhase: (phase: EditorPhase) => void;
  /** To be called by the full editor once it stands there. */
  onMounted: (mounted: MountedEditor) => void;
  /** To be told when an input method starts and stops composing in the plain editor. */
  onComposition: (composing: boolean) => void;
}

/**
 * Lets the full editor take over from the plain one between two keystrokes: with its text, its cursor and its focus,
 * and never in the middle of a word that an input method is composing.
 */
export function useHandover(
  plain: RefObject<HTMLTextAreaElement | null>,
  latest: RefObject<string>,
): Handover {
  const [phase, setPhase] = useState<EditorPhase>('loading');
  const composing = useRef(false);
  const waiting = useRef<MountedEditor | null>(null);

  const takeOver = useCallback(
    (mounted: MountedEditor) => {
      const area = plain.current;
      mounted.take(latest.current);
      if (area && document.activeElement === area) takeCursor(mounted.editor, area, latest.current);
      if (area) mounted.editor.setScrollTop(area.scrollTop);
      setPhase('ready');
    },
    [plain, latest],
  );

  const onMounted = useCallback(
    (mounted: MountedEditor) => {
      if (composing.current) waiting.current = mounted;
      else takeOver(mounted);
    },
    [takeOver],
  );

  const onComposition = useCallback(
    (now: boolean) => {
      composing.current = now;
      const mounted = waiting.current;
      if (now || !mounted) return;
      waiting.current = null;
      // The composed text reaches `latest` with the input event that follows this one.
      queueMicrotask(() => requestAnimationFrame(() => takeOver(mounted)));
    },
    [takeOver],
  );
  return { phase, setPhase, onMounted, onComposition };
}

function takeCursor(editor: CodeEditor, area: HTMLTextAreaElement, text: string): void {
  const start = positionAt(text, area.selectionStart);
  const end = positionAt(text, area.selectionEnd);
  editor.setSelection({
    startLineNumber: start.line,
    startColumn: start.column,
    endLineNumber: end.line,
    endColumn: end.column,
  });
  editor.focus();
}
