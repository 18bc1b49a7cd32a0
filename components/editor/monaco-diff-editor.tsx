'use client';

import { DiffEditor } from '@monaco-editor/react';
import type { editor } from 'monaco-editor';
import { useEffect, useMemo, useRef } from 'react';
import type { DiffEditorProps } from './diff-editor-props';
import './monaco-runtime';
import { commonOptions } from './monaco-options';
import { themeName } from './monaco-theme';

/** The comparison as Monaco draws it. */
export function MonacoDiffEditor({ base, draft, theme, ariaLabel }: DiffEditorProps) {
  const options = useMemo(() => diffOptions(ariaLabel), [ariaLabel]);
  const models = useRef<editor.IDiffEditorModel | null>(null);
  // The wrapper would dispose of the texts before the widget that shows them, which Monaco reports as an error.
  useEffect(
    () => () => {
      const shown = models.current;
      queueMicrotask(() => {
        shown?.original.dispose();
        shown?.modified.dispose();
      });
    },
    [],
  );
  return (
    <DiffEditor
      original={base}
      modified={draft}
      language="yaml"
      theme={themeName(theme)}
      options={options}
      loading={null}
      keepCurrentOriginalModel
      keepCurrentModifiedModel
      onMount={(mounted) => {
        models.current = mounted.getModel();
      }}
    />
  );
}

function diffOptions(ariaLabel: string): editor.IDiffEditorConstructionOptions {
  return {
    ...commonOptions,
    readOnly: true,
    domReadOnly: true,
    originalAriaLabel: `${ariaLabel}, base`,
    modifiedAriaLabel: `${ariaLabel}, draft`,
    renderSideBySide: true,
    useInlineViewWhenSpaceIsLimited: true,
    renderSideBySideInlineBreakpoint: 760,
    hideUnchangedRegions: { enabled: true, contextLineCount: 3, minimumLineCount: 4, revealLineCount: 20 },
    renderOverviewRuler: false,
    renderMarginRevertIcon: false,
    diffWordWrap: 'on',
    // A comparison is read, not written: Tab goes on to what comes next.
    tabFocusMode: true,
  };
}
