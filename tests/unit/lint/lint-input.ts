import type { Finding } from '@/lib/domain/findings/finding';
import { lintSchema } from '@/lib/domain/lint/lint';
import type { LintInput } from '@/lib/domain/lint/lint-input';
import { listFields } from '@/lib/domain/schema/fields';
import type { JsonObject } from '@/lib/domain/schema/json';
import { materialize } from '@/lib/domain/schema/materialize';
import { readSource } from '@/lib/domain/schema/read-source';
import { defaultMaterializeOptions, type SchemaLookup } from '@/lib/domain/schema/types';

/** The bounds that jsonschema-tools enforces by default. */
export const bounds: [number, number] = [-9007199254740991, 9007199254740991];

/** The input of a new schema at `analytics/button/click`, materialized from its text. */
export function lintInput(
  text: string,
  options: Partial<LintInput> & { lookup?: SchemaLookup } = {},
): LintInput {
  const { source } = readSource(text);
  if (!source) throw new Error(`cannot be read: ${text}`);
  const { lookup, ...rest } = options;
  const made = materialize(source, lookup ?? (() => undefined), defaultMaterializeOptions);
  return {
    source,
    materialized: made.schema,
    fields: made.schema ? listFields(made.schema, made.origins) : [],
    expectedTitle: 'analytics/button/click',
    isNewSchema: true,
    newFieldPointers: null,
    enforcedNumericBounds: bounds,
    skipSchemaTestCases: {},
    ...(lookup ? { lookup } : {}),
    ...rest,
  };
}

/** The input of a schema that is taken for materialized as it is. */
export function rawInput(schema: JsonObject, options: Partial<LintInput> = {}): LintInput {
  const { source } = readSource(JSON.stringify(schema));
  if (!source) throw new Error('cannot be read');
  return {
    ...lintInput('title: x', { materialized: schema, fields: listFields(schema) }),
    source,
    expectedTitle: null,
    ...options,
  };
}

/** The findings of one rule, without what tests do not look at. */
export function findingsOf(rule: string, input: LintInput): Finding[] {
  return lintSchema(input).filter((finding) => finding.rule === rule);
}

/** The text after a finding's fix. */
export function applyFix(text: string, finding: Finding | undefined): string {
  const edits = finding?.fix?.edits ?? [];
  return [...edits]
    .sort((left, right) => right.start - left.start)
    .reduce((done, edit) => done.slice(0, edit.start) + edit.text + done.slice(edit.end), text);
}
