import type * as Monaco from 'monaco-editor';
import { useCallback, useEffect, useEffectEvent, useRef } from 'react';
import { smallestEdit } from './text-change';

export type CodeEditor = Monaco.editor.IStandaloneCodeEditor;

/** A Monaco editor that stands on the page. */
export interface MountedEditor {
  editor: CodeEditor;
  /** Makes the text the editor's own, as one undoable step, without telling anybody. */
  take: (text: string) => void;
}

interface TextLink {
  editor: CodeEditor | null;
  news: { text: string };
  write: (text: string) => void;
}

/** Joins Monaco's text to its owner: tells what is typed, and takes what comes from elsewhere. */
export function useEditorText({ editor, news, write }: TextLink): (target: CodeEditor, text: string) => void {
  const taking = useRef(false);

  const take = useCallback((target: CodeEditor, text: string) => {
    const model = target.getModel();
    const edit = model && smallestEdit(model.getValue(), text);
    if (!model || !edit) return;
    const start = model.getPositionAt(edit.start);
    const end = model.getPositionAt(edit.end);
    const range = {
      startLineNumber: start.lineNumber,
      startColumn: start.column,
      endLineNumber: end.lineNumber,
      endColumn: end.column,
    };
    taking.current = true;
    // Through the model, since a read-only editor refuses edits but must follow its owner.
    model.pushStackElement();
    model.pushEditOperations(target.getSelections() ?? [], [{ range, text: edit.text }], () => null);
    model.pushStackElement();
    taking.current = false;
  }, []);

  const tell = useEffectEvent(() => {
    const model = editor?.getModel();
    if (model && !taking.current) write(model.getValue());
  });
  useEffect(() => {
    const listener = editor?.onDidChangeModelContent(() => tell());
    return () => listener?.dispose();
  }, [editor]);

  useEffect(() => {
    if (editor) take(editor, news.text);
  }, [editor, news, take]);
  return take;
}
