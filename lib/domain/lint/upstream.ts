import { isJsonObject, type Json, type JsonObject } from '../schema/json';
import { appendPointer } from '../schema/pointer';
import type { LintContext } from './context';
import type { Report } from './rule';

/** A place where a test of jsonschema-tools fails: a pointer into the schema, and why. */
export interface Violation {
  pointer: string;
  params: Record<string, Json>;
  part?: 'key' | 'value';
}

/** Runs a test on the materialized schema, as upstream runs it on version files. */
export function checkMaterialized(context: LintContext, test: (schema: JsonObject) => Violation[]): Report[] {
  const { materialized } = context.input;
  if (!materialized) return [];
  return test(materialized).map((violation) => toReport(violation, 'materialized'));
}

/** Runs a test on the source too, as upstream does with the tests that it runs on the current file. */
export function checkSourceAndMaterialized(
  context: LintContext,
  test: (schema: JsonObject) => Violation[],
): Report[] {
  const inSource = test(context.input.source.value).map((violation) => toReport(violation, 'source'));
  return inSource.concat(checkMaterialized(context, test));
}

function toReport({ pointer, params, part }: Violation, subject: Report['subject']): Report {
  return { severity: 'error', path: pointer, subject, params, ...(part ? { part } : {}) };
}

/**
 * What JavaScript's `value[key]` gives on any JSON value: upstream reads schemas so, without asking what they are.
 * Null is never passed: there upstream's test throws, and so fails.
 */
export function readLoosely(value: Json, key: string): Json | undefined {
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** What `Object.keys(node.properties || {})` sees, with the places. */
export function looseProperties(
  node: Json,
  pointer: string,
): { name: string; value: Json; pointer: string }[] {
  const properties = readLoosely(node, 'properties');
  if (typeof properties !== 'object' && typeof properties !== 'string') return [];
  if (properties === null) return [];
  const at = appendPointer(pointer, 'properties');
  return Object.entries(properties).map(([name, value]) => ({
    name,
    value,
    pointer: appendPointer(at, name),
  }));
}

/** The members of `allOf` as upstream's loops see them; null where the loop would throw. */
export function looseAllOf(node: Json): Json[] | null {
  const members = readLoosely(node, 'allOf');
  if (!members) return [];
  return Array.isArray(members) ? members : null;
}

/** The violation of a test that throws because a schema is not what it takes it for. */
export function unreadable(pointer: string): Violation {
  return { pointer, params: { reason: 'unreadable' } };
}
