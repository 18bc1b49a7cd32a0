'use client';

import { Editor } from '@monaco-editor/react';
import { type RefObject, useEffect, useId, useMemo, useState } from 'react';
import { SCHEMA_MODELS } from './monaco-runtime';
import { schemaEditorOptions } from './monaco-options';
import { themeName } from './monaco-theme';
import type { SchemaEditorProps } from './schema-editor-props';
import { useCursor, useTabMovesFocus } from './use-cursor';
import { type CodeEditor, type MountedEditor, useEditorText } from './use-editor-text';
import { useFindingMarkers } from './use-finding-markers';
import { useLineMarks } from './use-line-marks';

export interface MonacoSchemaEditorProps {
  props: SchemaEditorProps;
  latest: RefObject<string>;
  news: { text: string };
  write: (text: string) => void;
  wrap: boolean;
  onMounted: (mounted: MountedEditor) => void;
  onTabMovesFocus: (moves: boolean) => void;
}

/** The schema editor as Monaco draws it. Loaded by the browser alone, after the plain editor stands there. */
export function MonacoSchemaEditor({
  props,
  latest,
  news,
  write,
  wrap,
  onMounted,
  onTabMovesFocus,
}: MonacoSchemaEditorProps) {
  const [editor, setEditor] = useState<CodeEditor | null>(null);
  const id = useId();
  const take = useEditorText({ editor, news, write });
  useFindingMarkers(editor, props, latest);
  useLineMarks(editor, props);
  useCursor(editor, props);

  const tabMovesFocus = useTabMovesFocus(editor);
  useEffect(() => onTabMovesFocus(tabMovesFocus), [tabMovesFocus, onTabMovesFocus]);

  const { ariaLabel, readOnly = false } = props;
  const gutter = props.onLineAction !== undefined || (props.annotations?.length ?? 0) > 0;
  const options = useMemo(
    () => schemaEditorOptions({ ariaLabel, readOnly, wrap, gutter }),
    [ariaLabel, readOnly, wrap, gutter],
  );
  return (
    <Editor
      path={`${SCHEMA_MODELS}${encodeURIComponent(id)}.yaml`}
      language="yaml"
      defaultValue={latest.current}
      theme={themeName(props.theme)}
      options={options}
      loading={null}
      saveViewState={false}
      onMount={(mounted) => {
        setEditor(mounted);
        onMounted({ editor: mounted, take: (text) => take(mounted, text) });
      }}
    />
  );
}
