import { canonicalJson } from '../audit/canonical-json';
import { type Metric, type Question, questionKeys } from '../question/question';
import type { Field } from '../schema/types';
import type { FieldDecisionRecord } from './snapshot';

/** All that a revision holds. */
export interface RevisionContent {
  /** The schema's title: its path without a leading slash. */
  title: string;
  /** Null for a new schema. */
  baseVersion: string | null;
  /** The draft, byte for byte. */
  source: string;
  question: Question;
  metrics: readonly Metric[];
}

/**
 * The text whose SHA-256 identifies a revision. The first member names this form of it, so that a later form
 * never gives the hash of an older one.
 */
export function canonicalRevisionContent(content: RevisionContent): string {
  return canonicalJson({
    form: 'assent-revision-1',
    title: content.title,
    baseVersion: content.baseVersion,
    source: content.source,
    context: contextOf(content.question, content.metrics),
  });
}

/**
 * The question and the metrics: what an analyst's approval covers beside the schema.
 * White space around an answer, the order of metrics and of their fields, and the ids of metrics say nothing
 * and change nothing here.
 */
export function canonicalContext(question: Question, metrics: readonly Metric[]): string {
  return canonicalJson(contextOf(question, metrics));
}

/**
 * The fields of the materialized schema: what a sign-off covers beside the field decisions.
 * The order of fields and what follows from the pointer (path, name, depth) change nothing, nor does the origin:
 * a field that moves into a fragment unchanged is the same field.
 */
export function canonicalFields(fields: readonly Field[]): string {
  const described = fields.map(
    ({ path: _path, name: _name, depth: _depth, origin: _origin, ...rest }) => rest,
  );
  return canonicalJson(described.sort((left, right) => compareTexts(left.pointer, right.pointer)));
}

/** The field decisions as they stand; who made them and in which order change nothing. */
export function canonicalDecisions(decisions: readonly FieldDecisionRecord[]): string {
  const decided = decisions.map(({ pointer, category, identifiesPerson, action, reason }) => ({
    pointer,
    category,
    identifiesPerson,
    action,
    reason: reason.trim(),
  }));
  return canonicalJson(decided.sort((left, right) => compareTexts(left.pointer, right.pointer)));
}

function contextOf(question: Question, metrics: readonly Metric[]) {
  const answers = Object.fromEntries(questionKeys.map((key) => [key, question[key].trim()]));
  const measured = metrics.map(({ name, definition, fieldPointers }) => ({
    name: name.trim(),
    definition: definition.trim(),
    fieldPointers: [...new Set(fieldPointers)].sort(compareTexts),
  }));
  const inOrder = measured
    .map((metric) => ({ metric, text: canonicalJson(metric) }))
    .sort((left, right) => compareTexts(left.text, right.text))
    .map(({ metric }) => metric);
  return { question: answers, metrics: inOrder };
}

/** By UTF-16 code units: the same in every language and on every machine. */
function compareTexts(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
