/** The two appearances an editor can have. The page decides; an editor never guesses. */
export type EditorTheme = 'light' | 'dark';

/** What a stretch of YAML is, as far as its colour goes. */
export type SyntaxKind =
  | 'plain'
  | 'key'
  | 'string'
  | 'number'
  | 'constant'
  | 'comment'
  | 'punctuation'
  | 'reference';

/** The design token of each kind's colour, so that Monaco and the source view look like one thing. */
export const SYNTAX_TOKENS: Record<SyntaxKind, string> = {
  plain: '--text',
  key: '--code-key',
  string: '--code-string',
  number: '--code-number',
  constant: '--code-number',
  comment: '--code-comment',
  punctuation: '--text-muted',
  reference: '--info',
};

/** The class that paints each kind in the source view. */
export const SYNTAX_CLASSES: Record<SyntaxKind, string> = {
  plain: 'text-text',
  key: 'text-code-key',
  string: 'text-code-string',
  number: 'text-code-number',
  constant: 'text-code-number',
  comment: 'text-code-comment italic',
  punctuation: 'text-muted',
  reference: 'text-info',
};
