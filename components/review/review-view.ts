import type { RevisionLine } from '@/lib/contracts/review';
import type { Change } from '@/lib/domain/compatibility/change';
import type { HiveConsequence } from '@/lib/domain/compatibility/hive';
import type { Finding } from '@/lib/domain/findings/finding';
import type { JsonObject } from '@/lib/domain/schema/json';

/** What the shown revision is compared with. */
export type ComparedWith =
  | { kind: 'base'; version: string; label: string }
  | { kind: 'revision'; number: number; label: string };

/** A change with its sentence. */
export interface ChangeLine extends Change {
  text: string;
}

/** A finding with the texts of its rule. */
export interface FindingLine extends Finding {
  title: string;
  message: string;
  /** Null where the rule has no text. */
  explanation: string | null;
  source: string | null;
  /** Whether an exception can lift the rule. */
  liftable: boolean;
}

/** A field of the shown revision. */
export interface FieldLine {
  pointer: string;
  path: string;
  type: string;
  description: string | null;
  required: boolean;
  /** `$ref` URI of the fragment it comes from; null for an own field. */
  origin: string | null;
  depth: number;
  change: 'added' | 'changed' | 'unchanged';
  /** Line in the source where it stands; null for an inherited field. */
  line: number | null;
}

/** An answer or a metric that differs between two revisions; an empty text means that there was none. */
export interface ContextChange {
  key: string;
  label: string;
  before: string;
  after: string;
}

/** One revision with everything that the review tab says of it. */
export interface ReviewView {
  shown: RevisionLine;
  isNewest: boolean;
  source: string;
  materialized: string;
  /** Null for a new schema, where everything is new. */
  comparedWith: ComparedWith | null;
  older: { source: string | null; materialized: string } | null;
  changes: ChangeLine[];
  /** Both materialized schemas, where a change breaks something and a counter-example can be looked for; else null. */
  schemas: { older: JsonObject; newer: JsonObject } | null;
  /** Why jsonschema-tools refuses the pair; empty where it does not. */
  upstreamReasons: string[];
  hive: HiveConsequence[];
  /** The version number that the change against the base asks for. */
  suggestedVersion: { version: string; because: string };
  /** Question and metrics against an earlier revision; empty against the base. */
  contextChanges: ContextChange[];
  fields: FieldLine[];
  findings: FindingLine[];
}
