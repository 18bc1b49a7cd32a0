import type { RevisionLine, RevisionView } from '@/lib/contracts/review';
import { isBreaking } from '@/lib/domain/compatibility/change';
import { compareSchemas, type Comparison } from '@/lib/domain/compatibility/compare-schemas';
import { describeChange } from '@/lib/domain/compatibility/describe-change';
import { hiveConsequences } from '@/lib/domain/compatibility/hive';
import { describeUpstreamReason } from '@/lib/domain/compatibility/upstream-texts';
import { type DraftAssessment, prepareAssessment } from '@/lib/domain/draft/assess-draft';
import type { AssessmentContext } from '@/lib/domain/draft/assessment-context';
import { listChangedFields } from '@/lib/domain/draft/changed-fields';
import { describeFinding, findRuleText } from '@/lib/domain/findings/catalogue';
import type { Finding } from '@/lib/domain/findings/finding';
import type { JsonObject } from '@/lib/domain/schema/json';
import type { Field, SchemaSource } from '@/lib/domain/schema/types';
import { compareContext } from './compare-context';
import type { ComparedWith, FieldLine, FindingLine, ReviewView } from './review-view';

/** The side that the shown revision is compared with. */
export interface OlderSide {
  comparedWith: ComparedWith;
  /** Null where it could not be materialized. */
  schema: JsonObject | null;
  /** Null where only the materialized text is known. */
  source: string | null;
  materialized: string;
  /** Null for a version. */
  revision: RevisionView | null;
}

export interface AssembleInput {
  revision: RevisionView;
  isNewest: boolean;
  context: AssessmentContext;
  /** Null for a new schema compared with its base. */
  older: OlderSide | null;
  isLiftable: (rule: string) => boolean;
}

/** Works out everything that the review tab says of one revision. */
export function assembleReview({
  revision,
  isNewest,
  context,
  older,
  isLiftable,
}: AssembleInput): ReviewView {
  const assessment = prepareAssessment(context)(revision.source);
  const { schema } = assessment;
  const pair = older?.schema && schema ? { older: older.schema, newer: schema } : null;
  const comparison = pair && compareSchemas(pair.older, pair.newer);
  const changes = comparison?.changes ?? [];
  return {
    shown: toLine(revision),
    isNewest,
    source: revision.source,
    materialized: revision.materialized,
    comparedWith: older?.comparedWith ?? null,
    older: older && { source: older.source, materialized: older.materialized },
    changes: changes.map((change) => ({ ...change, text: describeChange(change) })),
    schemas: changes.some(isBreaking) ? pair : null,
    upstreamReasons: (comparison?.upstream.reasons ?? []).map(describeUpstreamReason),
    hive: pair ? hiveConsequences(pair.older, pair.newer) : [],
    suggestedVersion: assessment.suggestedVersion,
    contextChanges: older?.revision ? compareContext(older.revision, revision) : [],
    fields: toFieldLines(assessment, comparison),
    findings: assessment.findings.map((finding) => toFindingLine(finding, isLiftable)),
  };
}

function toLine(revision: RevisionView): RevisionLine {
  const { number, hash, schemaVersion, baseVersion, message, author, contributors, createdAt } = revision;
  return { number, hash, schemaVersion, baseVersion, message, author, contributors, createdAt };
}

function toFieldLines({ fields, source }: DraftAssessment, comparison: Comparison | null): FieldLine[] {
  const changed = new Set(listChangedFields(fields, comparison));
  const added = (comparison?.changes ?? [])
    .filter((change) => change.kind === 'field-added')
    .map((change) => change.pointer);
  const isAdded = (pointer: string) =>
    comparison === null || added.some((at) => pointer === at || pointer.startsWith(`${at}/`));
  return fields.map((field) => ({
    pointer: field.pointer,
    path: field.path,
    type: typeText(field),
    description: field.description,
    required: field.required,
    origin: field.origin.kind === 'fragment' ? field.origin.uri : null,
    depth: field.depth,
    change: changed.has(field.pointer) ? (isAdded(field.pointer) ? 'added' : 'changed') : 'unchanged',
    line: field.origin.kind === 'own' ? lineOf(field.pointer, source) : null,
  }));
}

/** A field stands at its pointer, or at the same place inside a part of an `allOf`. */
function lineOf(pointer: string, source: SchemaSource | null): number | null {
  if (!source) return null;
  const parts = source.value['allOf'];
  const places = Array.isArray(parts) ? parts.map((_, index) => `/allOf/${index}${pointer}`) : [];
  for (const place of [pointer, ...places]) {
    const range = source.rangeOf(place, 'key');
    if (range) return range.start.line;
  }
  return null;
}

function typeText({ type, valueType, format }: Field): string {
  if (type === 'array') return `array of ${valueType ?? 'any'}`;
  if (type === 'map') return `map of ${valueType ?? 'any'}`;
  return format ? `${type} (${format})` : type;
}

function toFindingLine(finding: Finding, isLiftable: (rule: string) => boolean): FindingLine {
  const text = findRuleText(finding.rule);
  return {
    ...finding,
    title: text?.title ?? finding.rule,
    message: describeFinding(finding),
    explanation: text?.explanation ?? null,
    source: text?.source ?? null,
    liftable: isLiftable(finding.rule),
  };
}
