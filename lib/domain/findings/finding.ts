import type { Json } from '../schema/json';

/** An `error` blocks approval; a `warning` may stand; `info` is a hint. */
export type Severity = 'error' | 'warning' | 'info';

/** A place in a source text. Lines and columns count from 1, offsets from 0, in UTF-16 code units. */
export interface Position {
  line: number;
  column: number;
  offset: number;
}

/** A stretch of a source text; `end` is exclusive. */
export interface Range {
  start: Position;
  end: Position;
}

/** One change to a source text that a fix makes: `text` replaces what stands from `start` to `end` (offsets). */
export interface TextEdit {
  start: number;
  end: number;
  text: string;
}

/** A repair that one click applies. `label` says what will happen, in the imperative. */
export interface Fix {
  label: string;
  edits: TextEdit[];
}

/**
 * Something a rule has to say about a schema: data, not prose.
 * `path` is a JSON Pointer into what `subject` names; the text is in the catalogue under `rule`.
 */
export interface Finding {
  /** The rule's name: kebab-case, upstream's name where the rule is upstream's. */
  rule: string;
  severity: Severity;
  /** JSON Pointer into the source (or, by `subject`, into the materialized schema or `{question, metrics}`). */
  path: string;
  /** Default `source`. */
  subject?: 'source' | 'materialized' | 'question';
  /** Where it stands in the source text; absent where the place is not in this text (an inherited field). */
  range?: Range;
  /** Values for the catalogue's sentence. */
  params: Record<string, Json>;
  fix?: Fix;
}

/** What the catalogue says of one rule. Every text is English, plain, and complete sentences. */
export interface RuleText {
  /** A few words, for lists: “Field names are lower snake_case”. */
  title: string;
  /** The finding in one sentence, with its params. */
  message: (params: Record<string, Json>) => string;
  /** Why the rule exists and what to do, for someone who never read the guidelines. */
  explanation: string;
  /** Where the rule comes from: a URL, or the name of the document. */
  source: string;
}

/** Texts of a group of rules, by rule name. */
export type RuleTexts = Record<string, RuleText>;
