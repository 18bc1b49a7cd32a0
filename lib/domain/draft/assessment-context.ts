import type { KnownFragmentField } from '../lint/lint-input';
import type { Metric } from '../question/question';
import type { JsonObject } from '../schema/json';

/** Everything but the text that the assessment of a draft depends on, as plain data that travels to a browser. */
export interface AssessmentContext {
  /** The schema's title: its path without a leading slash. */
  title: string;
  isNewSchema: boolean;
  /** The version that the draft builds on, materialized; null for a new schema. */
  base: { version: string; schema: JsonObject } | null;
  /** The newest version in the schema repository; null where it has none. */
  newestVersion: string | null;
  /** Materialized schemas by `$ref` URI; what is missing here counts as unknown. */
  lookup: Record<string, JsonObject>;
  /** The text of the schema repository's `.jsonschema-tools.yaml`; empty means the defaults. */
  configText: string;
  metrics: Metric[];
  /** Pointers of fields that control or validate data, and so serve no metric. */
  controlPointers: string[];
  /** Names of rules that an exception lifts now. */
  exceptions: string[];
  /** What published fragments offer already, for the search for repetitions. */
  knownFragmentFields: KnownFragmentField[];
}
