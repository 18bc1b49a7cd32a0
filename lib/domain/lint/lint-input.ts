import type { JsonObject } from '../schema/json';
import type { Field, SchemaLookup, SchemaSource } from '../schema/types';
import type { LintMemory } from './memory';

/** A metric of the proposal, with the fields that measure it. */
export interface LintMetric {
  name: string;
  /** JSON Pointers or dotted paths of fields of the materialized schema. */
  fieldPointers: string[];
}

/** A field that a published fragment offers, for the search for repetitions. */
export interface KnownFragmentField {
  name: string;
  type: string;
  /** The fragment's `$ref` URI: `/fragment/common/2.0.0`. */
  fragment: string;
}

/** What the rules look at. */
export interface LintInput {
  source: SchemaSource;
  /** Null where the source cannot be materialized; then only the rules about the source speak. */
  materialized: JsonObject | null;
  /** The fields of the materialized schema; empty where there is none. */
  fields: Field[];
  /** The schema's path without leading slash; null where no path is known yet. */
  expectedTitle: string | null;
  /** The proposal makes a new schema, so that nothing published ties its author's hands. */
  isNewSchema: boolean;
  /** Pointers of the fields that the proposal adds or changes; null means all. Style is asked of these alone. */
  newFieldPointers: ReadonlySet<string> | null;
  /** Smallest and largest number that the repository allows; null where it does not care. */
  enforcedNumericBounds: [number, number] | null;
  /** `skipSchemaTestCases` of the repository: a regular expression over `$id` → names of upstream rules to skip. */
  skipSchemaTestCases: Record<string, string[]>;
  /** Rules that a granted exception lifts. */
  ignoredRules?: ReadonlySet<string>;
  /** Absent where no question is asked of the schema (a check of a repository): then parsimony says nothing. */
  metrics?: LintMetric[];
  /** Shared by calls whose values share parts; without one nothing is remembered. */
  memory?: LintMemory;
  /** What a `$ref` out of the source means; without it, a name of which a fragment may speak is not renamed. */
  lookup?: SchemaLookup;
  /** Fields that control or validate data and therefore serve no metric: pointers or dotted paths. */
  controlFields?: string[];
  knownFragmentFields?: KnownFragmentField[];
}
