import { type Comparison, compareSchemas } from '../compatibility/compare-schemas';
import { compatibilityFindings } from '../compatibility/compatibility-findings';
import { suggestVersion, type VersionSuggestion } from '../compatibility/suggest-version';
import type { Finding } from '../findings/finding';
import { lintSchema } from '../lint/lint';
import type { KnownFragmentField } from '../lint/lint-input';
import { skippedRules } from '../lint/skipped-rules';
import type { Metric } from '../question/question';
import { listFields } from '../schema/fields';
import type { JsonObject } from '../schema/json';
import { materialize } from '../schema/materialize';
import { readSource } from '../schema/read-source';
import { listRefs } from '../schema/refs';
import {
  type RepositoryConfig,
  readRepositoryConfig,
  toMaterializeOptions,
} from '../schema/repository-config';
import { serializeYaml } from '../schema/serialize-yaml';
import type { Field, SchemaLookup, SchemaSource } from '../schema/types';
import type { AssessmentContext } from './assessment-context';
import { listChangedFields, listFieldsToDecide } from './changed-fields';
import { checkExamples } from './examples-written-by-author';
import { arrangeFindings } from './arrange-findings';

/** What an assessment depends on. */
export interface AssessmentInput {
  text: string;
  title: string;
  base: { version: string; schema: JsonObject } | null;
  lookup: SchemaLookup;
  config: RepositoryConfig;
  metrics: readonly Metric[];
  controlPointers?: readonly string[];
  /** Rules that an exception lifts: their errors become hints. */
  exceptions: readonly string[];
  isNewSchema: boolean;
  knownFragmentFields?: readonly KnownFragmentField[];
}

/** Everything that can be said of a draft from its text. */
export interface DraftAssessment {
  /** Null where the text cannot be read. */
  source: SchemaSource | null;
  /** The materialized schema; null where it cannot be materialized. */
  schema: JsonObject | null;
  /** The same as YAML, the bytes of X.Y.Z.yaml; empty where there is none. */
  materializedText: string;
  fields: Field[];
  /** In the order of the text, each once. */
  findings: Finding[];
  /** Null for a new schema, and where there is no materialized schema. */
  comparison: Comparison | null;
  /** The version number in `$id`; null where there is none. */
  version: string | null;
  suggestedVersion: VersionSuggestion;
  /** Fields that were added or changed and need a field decision. */
  changedFieldPointers: string[];
  /** What the text refers to and the lookup does not know. */
  missingRefs: string[];
}

/** Prepares what does not change from keystroke to keystroke; the function it gives assesses a text. */
export function prepareAssessment(context: AssessmentContext): (text: string) => DraftAssessment {
  const { config } = readRepositoryConfig(context.configText);
  const { title, base, metrics, controlPointers, exceptions, isNewSchema, knownFragmentFields } = context;
  const lookup: SchemaLookup = (path) =>
    Object.hasOwn(context.lookup, path) ? context.lookup[path] : undefined;
  const rest = { title, base, metrics, controlPointers, exceptions, isNewSchema, knownFragmentFields };
  return (text) => assessDraft({ text, lookup, config, ...rest });
}

/**
 * Reads, materializes, checks and compares a draft. Never throws, whatever the text holds; what cannot be worked out
 * is null or empty, and a finding says why.
 */
export function assessDraft(input: AssessmentInput): DraftAssessment {
  const read = readSource(input.text);
  if (!read.source) return unreadable(read.findings, input);
  const source = read.source;
  const options = { ...toMaterializeOptions(input.config), shouldGenerateExample: false };
  const made = materialize(source, input.lookup, options);
  const fields = made.schema ? listFields(made.schema, made.origins) : [];
  const comparison = made.schema && input.base ? compareSchemas(input.base.schema, made.schema) : null;
  const isComparable = made.schema !== null && (comparison !== null || input.base === null);
  const version = versionIn(source);
  const examples = checkExamples(source, made.schema, input);
  const findings = [
    ...read.findings,
    ...made.findings,
    ...lintFindings({ input, source, schema: made.schema, fields, comparison }),
    ...versionFindings(input, source, comparison),
    ...(examples ? [examples] : []),
  ];
  return {
    source,
    schema: made.schema,
    materializedText: made.schema ? serializeYaml(made.schema) : '',
    fields,
    findings: arrangeFindings(findings, source, input.exceptions),
    comparison,
    version,
    suggestedVersion: suggestVersion(input.base?.version ?? null, comparison),
    changedFieldPointers: isComparable ? listFieldsToDecide(fields, comparison) : [],
    missingRefs: listRefs(source.value).filter((path) => input.lookup(path) === undefined),
  };
}

function unreadable(findings: Finding[], input: AssessmentInput): DraftAssessment {
  return {
    source: null,
    schema: null,
    materializedText: '',
    fields: [],
    findings: arrangeFindings(findings, null, []),
    comparison: null,
    version: null,
    suggestedVersion: suggestVersion(input.base?.version ?? null, null),
    changedFieldPointers: [],
    missingRefs: [],
  };
}

interface Read {
  input: AssessmentInput;
  source: SchemaSource;
  schema: JsonObject | null;
  fields: Field[];
  comparison: Comparison | null;
}

function lintFindings({ input, source, schema, fields, comparison }: Read): Finding[] {
  return lintSchema({
    source,
    materialized: schema,
    fields,
    expectedTitle: input.title,
    isNewSchema: input.isNewSchema,
    newFieldPointers: input.isNewSchema ? null : new Set(listChangedFields(fields, comparison)),
    enforcedNumericBounds: input.config.enforcedNumericBounds,
    skipSchemaTestCases: input.config.skipSchemaTestCases,
    lookup: input.lookup,
    metrics: input.metrics.map(({ name, fieldPointers }) => ({ name, fieldPointers: [...fieldPointers] })),
    controlFields: [...(input.controlPointers ?? [])],
    knownFragmentFields: [...(input.knownFragmentFields ?? [])],
  });
}

/** A repository may skip upstream's test for a schema; our own stricter one is not skipped. */
function versionFindings(
  { base, config }: AssessmentInput,
  source: SchemaSource,
  comparison: Comparison | null,
): Finding[] {
  const id = idIn(source);
  const skipped = skippedRules(id, config.skipSchemaTestCases);
  const proposed = id.slice(id.lastIndexOf('/') + 1);
  return compatibilityFindings(base?.version ?? null, proposed, comparison).filter(
    (finding) => !(finding.rule === 'schema-version-compatibility' && skipped.has(finding.rule)),
  );
}

function idIn(source: SchemaSource): string {
  const id = Object.hasOwn(source.value, '$id') ? source.value['$id'] : undefined;
  return typeof id === 'string' ? id : '';
}

function versionIn(source: SchemaSource): string | null {
  const version = idIn(source).split('/').at(-1) ?? '';
  return /^\d+\.\d+\.\d+$/.test(version) ? version : null;
}
