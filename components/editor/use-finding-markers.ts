import type * as Monaco from 'monaco-editor';
import { type RefObject, useEffect, useEffectEvent, useMemo } from 'react';
import type { Finding } from '@/lib/domain/findings/finding';
import { findingMarkers, type FindingMarker, linesWithFindings } from './finding-markers';
import { openContext } from './model-context';
import { monaco } from './monaco-runtime';
import type { SchemaEditorProps } from './schema-editor-props';
import { MARKER_OWNER, toMonacoMarkers } from './schema-language';
import { positionAt } from './text-change';
import type { CodeEditor } from './use-editor-text';

const NONE: readonly Finding[] = [];
const NO_REFERENCES: readonly string[] = [];

/** Shows the findings in the text, and offers their fixes and the `$ref` completions there. */
export function useFindingMarkers(
  editor: CodeEditor | null,
  props: SchemaEditorProps,
  latest: RefObject<string>,
): void {
  const markers = useMemo(() => findingMarkers(props.findings ?? NONE), [props.findings]);

  useEffect(() => {
    const model = editor?.getModel();
    if (!model) return;
    monaco.editor.setModelMarkers(model, MARKER_OWNER, toMonacoMarkers(monaco, markers));
    return keepYamlMarkersApart(model, markers);
  }, [editor, markers]);

  const fixesFit = useEffectEvent(
    () => !props.readOnly && (props.findingsText ?? props.value) === latest.current,
  );
  const applyFix = useEffectEvent((finding: Finding) => {
    if (!editor || !fixesFit()) return;
    if (props.onApplyFix) props.onApplyFix(finding);
    else applyEdits(editor, finding, latest.current);
  });
  const references = props.schemaTitles ?? NO_REFERENCES;
  useEffect(() => {
    const model = editor?.getModel();
    if (!model) return;
    return openContext(model.uri.toString(), {
      markers,
      references,
      fixesFit: () => fixesFit(),
      applyFix: (finding) => applyFix(finding),
    });
  }, [editor, markers, references]);
}

/** Two complaints about one line are one too many: where a finding stands, the YAML service's own marker goes. */
function keepYamlMarkersApart(
  model: Monaco.editor.ITextModel,
  markers: readonly FindingMarker[],
): () => void {
  const taken = linesWithFindings(markers);
  const sift = () => {
    if (model.isDisposed()) return;
    const own = monaco.editor.getModelMarkers({ resource: model.uri, owner: 'yaml' });
    const kept = own.filter((marker) => !taken.has(marker.startLineNumber));
    if (kept.length < own.length) monaco.editor.setModelMarkers(model, 'yaml', kept);
  };
  sift();
  const listener = monaco.editor.onDidChangeMarkers((uris) => {
    if (uris.some((uri) => uri.toString() === model.uri.toString())) sift();
  });
  return () => listener.dispose();
}

/** Applies a fix as one undoable step. Its offsets speak of `text`, whose line ends Monaco may have evened out. */
function applyEdits(editor: CodeEditor, finding: Finding, text: string): void {
  const edits = (finding.fix?.edits ?? []).map((edit) => {
    const start = positionAt(text, edit.start);
    const end = positionAt(text, edit.end);
    return { range: new monaco.Range(start.line, start.column, end.line, end.column), text: edit.text };
  });
  editor.pushUndoStop();
  editor.executeEdits(MARKER_OWNER, edits);
  editor.pushUndoStop();
}
