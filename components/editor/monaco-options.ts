import type { editor } from 'monaco-editor';

/** What every Monaco editor here has in common. */
export const commonOptions: editor.IEditorOptions & editor.IGlobalEditorOptions = {
  fontFamily: 'var(--font-mono)',
  fontSize: 13,
  lineHeight: 20,
  minimap: { enabled: false },
  stickyScroll: { enabled: false },
  scrollBeyondLastLine: false,
  scrollbar: { alwaysConsumeMouseWheel: false, verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
  // Hovers and lists may reach beyond the editor's box, which on a telephone is small.
  fixedOverflowWidgets: true,
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 8,
  overviewRulerLanes: 1,
  hideCursorInOverviewRuler: true,
  renderLineHighlight: 'line',
  renderLineHighlightOnlyWhenFocus: true,
  bracketPairColorization: { enabled: false },
  padding: { top: 10, bottom: 10 },
  wrappingIndent: 'indent',
  // The page hands links of findings out; addresses inside a schema are somebody's text.
  links: false,
};

/** Options of the schema editor. */
export function schemaEditorOptions(state: {
  ariaLabel: string;
  readOnly: boolean;
  wrap: boolean;
  gutter: boolean;
}): editor.IStandaloneEditorConstructionOptions {
  return {
    ...commonOptions,
    ariaLabel: `${state.ariaLabel}. Escape, then Tab, leaves the editor.`,
    readOnly: state.readOnly,
    domReadOnly: state.readOnly,
    wordWrap: state.wrap ? 'on' : 'off',
    glyphMargin: state.gutter,
    tabSize: 2,
    insertSpaces: true,
    detectIndentation: false,
    folding: true,
    wordBasedSuggestions: 'off',
    quickSuggestions: { other: true, comments: false, strings: true },
    occurrencesHighlight: 'off',
    unicodeHighlight: { ambiguousCharacters: true, invisibleCharacters: true },
  };
}
