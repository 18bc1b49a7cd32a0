import { useEffect, useEffectEvent, useState } from 'react';
import { monaco } from './monaco-runtime';
import type { SchemaEditorProps } from './schema-editor-props';
import type { CodeEditor } from './use-editor-text';

/** Tells where the cursor goes, and goes where it is told. */
export function useCursor(editor: CodeEditor | null, props: SchemaEditorProps): void {
  const tell = useEffectEvent((line: number, column: number) => {
    const offset = editor?.getModel()?.getOffsetAt({ lineNumber: line, column });
    if (offset === undefined) return;
    props.onCursor?.({ line, column, offset, pointer: props.pointerAt?.(offset) ?? null });
  });
  useEffect(() => {
    const listener = editor?.onDidChangeCursorPosition(({ position }) =>
      tell(position.lineNumber, position.column),
    );
    return () => listener?.dispose();
  }, [editor]);

  const target = props.revealRange ?? null;
  useEffect(() => {
    if (!editor || !target) return;
    const { start, end } = target;
    const range = new monaco.Range(start.line, start.column, end.line, end.column);
    editor.setSelection(range);
    editor.revealRangeInCenterIfOutsideViewport(range);
    editor.focus();
  }, [editor, target]);
}

/** True while Tab moves the focus instead of indenting (Monaco's Ctrl-M). */
export function useTabMovesFocus(editor: CodeEditor | null): boolean {
  const [moves, setMoves] = useState(false);
  useEffect(() => {
    const option = monaco.editor.EditorOption.tabFocusMode;
    const listener = editor?.onDidChangeConfiguration((event) => {
      if (event.hasChanged(option)) setMoves(editor.getOption(option));
    });
    return () => listener?.dispose();
  }, [editor]);
  return moves;
}
