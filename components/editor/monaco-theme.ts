import type { editor } from 'monaco-editor';
import { type EditorTheme, SYNTAX_TOKENS, type SyntaxKind } from './syntax';

/** Gives the colour of a design token as `#rrggbb`. */
export type ResolveToken = (token: string) => string;

/** The name under which Monaco knows our theme of that appearance. */
export function themeName(theme: EditorTheme): string {
  return `assent-${theme}`;
}

/** Which of our syntax kinds each token of Monaco's YAML grammar is. */
const GRAMMAR: Record<string, SyntaxKind> = {
  type: 'key',
  string: 'string',
  number: 'number',
  keyword: 'constant',
  comment: 'comment',
  operators: 'punctuation',
  delimiter: 'punctuation',
  'meta.directive': 'comment',
  namespace: 'reference',
  tag: 'reference',
};

/** The design tokens as a Monaco theme; Monaco wants plain colours and knows no custom properties. */
export function monacoTheme(theme: EditorTheme, resolve: ResolveToken): editor.IStandaloneThemeData {
  return {
    base: theme === 'dark' ? 'vs-dark' : 'vs',
    inherit: true,
    rules: Object.entries(GRAMMAR).map(([token, kind]) => ({
      token: `${token}.yaml`,
      foreground: resolve(SYNTAX_TOKENS[kind]).slice(1),
      ...(kind === 'comment' ? { fontStyle: 'italic' } : {}),
    })),
    colors: { ...textColors(resolve), ...widgetColors(resolve), ...diffColors(resolve) },
  };
}

function textColors(resolve: ResolveToken): editor.IColors {
  const surface = resolve('--surface-raised');
  const selection = `${resolve('--accent-solid')}47`;
  return {
    'editor.background': surface,
    'editor.foreground': resolve('--text'),
    'editorGutter.background': surface,
    'editorLineNumber.foreground': resolve('--text-faint'),
    'editorLineNumber.activeForeground': resolve('--text'),
    'editorCursor.foreground': resolve('--accent'),
    'editor.selectionBackground': selection,
    'editor.inactiveSelectionBackground': `${resolve('--accent-solid')}2b`,
    'editor.lineHighlightBackground': resolve('--surface-sunken'),
    'editor.lineHighlightBorder': '#00000000',
    'editorIndentGuide.background1': resolve('--border'),
    'editorIndentGuide.activeBackground1': resolve('--border-strong'),
    'editorError.foreground': resolve('--danger-solid'),
    'editorWarning.foreground': resolve('--warning-solid'),
    'editorInfo.foreground': resolve('--info-solid'),
    'editorUnicodeHighlight.border': resolve('--warning-solid'),
    'editorBracketMatch.border': resolve('--border-control'),
    'editorBracketMatch.background': resolve('--surface-hover'),
    'textLink.foreground': resolve('--accent'),
    'textLink.activeForeground': resolve('--accent'),
    'editorLink.activeForeground': resolve('--accent'),
    'scrollbar.shadow': '#00000000',
    'scrollbarSlider.background': `${resolve('--border-control')}55`,
    'scrollbarSlider.hoverBackground': `${resolve('--border-control')}88`,
    'editorOverviewRuler.border': '#00000000',
    focusBorder: resolve('--focus'),
  };
}

function widgetColors(resolve: ResolveToken): editor.IColors {
  const raised = resolve('--surface-raised');
  const border = resolve('--border-strong');
  const hover = resolve('--surface-active');
  const text = resolve('--text');
  return {
    'editorWidget.background': raised,
    'editorWidget.foreground': text,
    'editorWidget.border': border,
    'editorHoverWidget.background': raised,
    'editorHoverWidget.foreground': text,
    'editorHoverWidget.border': border,
    'editorHoverWidget.statusBarBackground': resolve('--surface-sunken'),
    'editorSuggestWidget.background': raised,
    'editorSuggestWidget.border': border,
    'editorSuggestWidget.foreground': text,
    'editorSuggestWidget.selectedBackground': hover,
    'editorSuggestWidget.selectedForeground': text,
    'editorSuggestWidget.highlightForeground': resolve('--accent'),
    'editorSuggestWidget.focusHighlightForeground': resolve('--accent'),
    'editorActionList.background': raised,
    'editorActionList.foreground': text,
    'editorActionList.focusBackground': hover,
    'editorActionList.focusForeground': text,
    'menu.background': raised,
    'menu.foreground': text,
    'menu.border': border,
    'menu.selectionBackground': hover,
    'menu.selectionForeground': text,
    'list.hoverBackground': resolve('--surface-hover'),
    'input.background': resolve('--surface'),
    'input.foreground': text,
    'input.border': resolve('--border-control'),
    'widget.shadow': '#00000033',
  };
}

function diffColors(resolve: ResolveToken): editor.IColors {
  return {
    'diffEditor.insertedLineBackground': `${resolve('--diff-added')}cc`,
    'diffEditor.insertedTextBackground': `${resolve('--diff-added-strong')}aa`,
    'diffEditor.removedLineBackground': `${resolve('--diff-removed')}cc`,
    'diffEditor.removedTextBackground': `${resolve('--diff-removed-strong')}aa`,
    'diffEditor.diagonalFill': resolve('--border'),
    'diffEditor.unchangedRegionBackground': resolve('--surface-sunken'),
    'diffEditor.unchangedRegionForeground': resolve('--text-muted'),
    'diffEditor.unchangedRegionShadow': '#00000000',
  };
}

/** Reads design tokens from the page as they are in one appearance, whichever the page itself has at the moment. */
export function tokenReader(theme: EditorTheme): { resolve: ResolveToken; close: () => void } {
  const probe = document.createElement('span');
  probe.hidden = true;
  probe.style.colorScheme = theme;
  document.body.append(probe);
  return {
    resolve(token) {
      probe.style.color = `var(${token})`;
      return toHex(getComputedStyle(probe).color);
    },
    close: () => probe.remove(),
  };
}

/** Turns `rgb(1, 2, 3)` into `#010203`; anything else, which no token is, into mid grey, readable on either surface. */
export function toHex(color: string): string {
  const parts = /^rgba?\((\d+), (\d+), (\d+)/.exec(color)?.slice(1, 4);
  if (!parts) return '#808080';
  return `#${parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
}
