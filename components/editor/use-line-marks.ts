import type * as Monaco from 'monaco-editor';
import { useEffect, useEffectEvent } from 'react';
import type { LineRange } from './line-range';
import { monaco } from './monaco-runtime';
import type { LineMark, SchemaEditorProps } from './schema-editor-props';
import type { CodeEditor } from './use-editor-text';

const NONE: readonly LineMark[] = [];

const GLYPH = 'flex! items-center justify-center cursor-pointer before:rounded-full before:content-[""]';
const GLYPHS: Record<LineMark['state'], string> = {
  blocking: `${GLYPH} before:size-2.5 before:bg-danger-solid`,
  open: `${GLYPH} before:size-2.5 before:bg-accent-solid`,
  resolved: `${GLYPH} before:size-2 before:border before:border-border-control`,
};
const START =
  'flex! items-center justify-center cursor-pointer text-muted before:flex before:size-4 before:items-center before:justify-center before:rounded-sm before:bg-accent-solid before:text-xs before:leading-none before:text-on-accent before:content-["+"]';

/** Shows the marks beside the lines, and the button and the key that act on lines. */
export function useLineMarks(editor: CodeEditor | null, props: SchemaEditorProps): void {
  const marks = props.annotations ?? NONE;
  useEffect(() => {
    const collection = editor?.createDecorationsCollection(marks.map(toDecoration));
    return () => collection?.clear();
  }, [editor, marks]);

  const act = useEffectEvent((lines: LineRange) => props.onLineAction?.(lines));
  const enabled = props.onLineAction !== undefined;
  const label = props.lineActionLabel ?? 'Start a thread';
  useEffect(() => {
    if (!editor || !enabled) return;
    const action = editor.addAction({
      id: 'assent.act-on-lines',
      label: `${label} on these lines`,
      keybindings: [monaco.KeyMod.CtrlCmd | monaco.KeyMod.Alt | monaco.KeyCode.KeyM],
      contextMenuGroupId: 'navigation',
      run: () => act(selectedLines(editor)),
    });
    const gutter = showGutterButton(editor, label, (line) => act(linesAt(editor, line)));
    return () => {
      action.dispose();
      gutter();
    };
  }, [editor, enabled, label]);
}

function toDecoration(mark: LineMark): Monaco.editor.IModelDeltaDecoration {
  return {
    range: new monaco.Range(mark.lines.start, 1, mark.lines.end, 1),
    options: {
      glyphMarginClassName: GLYPHS[mark.state],
      glyphMarginHoverMessage: { value: escapeMarkdown(mark.label) },
      stickiness: monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges,
    },
  };
}

/** Shows a button in the gutter of the line under the pointer. Gives back what takes it away. */
function showGutterButton(editor: CodeEditor, label: string, onPress: (line: number) => void): () => void {
  const button = editor.createDecorationsCollection();
  let shownOn = 0;
  const show = (line: number) => {
    if (line === shownOn) return;
    shownOn = line;
    const options = {
      glyphMarginClassName: START,
      glyphMarginHoverMessage: { value: escapeMarkdown(label) },
    };
    button.set(line > 0 ? [{ range: new monaco.Range(line, 1, line, 1), options }] : []);
  };
  const listeners = [
    editor.onMouseMove((event) => show(event.target.position?.lineNumber ?? 0)),
    editor.onMouseLeave(() => show(0)),
    editor.onMouseDown((event) => {
      const line = event.target.position?.lineNumber;
      if (event.target.type === monaco.editor.MouseTargetType.GUTTER_GLYPH_MARGIN && line) onPress(line);
    }),
  ];
  return () => {
    for (const listener of listeners) listener.dispose();
    button.clear();
  };
}

function selectedLines(editor: CodeEditor): LineRange {
  const selection = editor.getSelection();
  if (!selection) return { start: 1, end: 1 };
  const start = selection.startLineNumber;
  // A selection that ends before the first character of a line does not hold that line.
  const end = selection.endColumn === 1 ? selection.endLineNumber - 1 : selection.endLineNumber;
  return { start, end: Math.max(start, end) };
}

/** The selected lines where the line is one of them, else the line alone. */
function linesAt(editor: CodeEditor, line: number): LineRange {
  const selected = selectedLines(editor);
  return line >= selected.start && line <= selected.end ? selected : { start: line, end: line };
}

/** Monaco renders hover texts as markdown; ours are plain. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!<>|~&:]/g, '\\$&');
}
