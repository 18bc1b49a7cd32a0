import type { Fix, Severity } from '../findings/finding';
import type { Json } from '../schema/json';
import type { LintContext } from './context';

/** What a rule found, before its place in the text is looked up. */
export interface Report {
  severity: Severity;
  /** JSON Pointer into what `subject` names. */
  path: string;
  /** `source`: exactly there. `materialized`: wherever the text, or the reference that brings it in, stands. */
  subject: 'source' | 'materialized';
  /** Which part of the node to mark; default the key that names it. */
  part?: 'key' | 'value';
  params: Record<string, Json>;
  fix?: Fix | null;
}

/** One rule: its name is its file's name, and the key of its text in the catalogue. */
export interface LintRule {
  name: string;
  /** A statement of jsonschema-tools' own tests: honours `skipSchemaTestCases`. */
  upstream?: boolean;
  check(context: LintContext): Report[];
}
