import type { Fix, Severity, TextEdit } from '../findings/finding';
import type { Json } from '../schema/json';
import type { Field } from '../schema/types';
import type { LintContext } from './context';
import type { Report } from './rule';

/** A report about a field of the materialized schema; its dotted path is always among the params as `field`. */
export function fieldReport(field: Field, severity: Severity, params: Record<string, Json> = {}): Report {
  return { severity, path: field.pointer, subject: 'materialized', params: { field: field.path, ...params } };
}

/** A fix out of edits; null where the edits cannot be made. */
export function fixOf(label: string, edits: TextEdit[] | null): Fix | null {
  return edits && { label, edits };
}

/** The place in the source where a field of this schema is written; null where a fragment brings it. */
export function ownPlaceOf(context: LintContext, field: Field): string | null {
  return context.map.originsOf(field.pointer).own[0] ?? null;
}

/** List items and map values have no name of their own. */
export function isNamed(field: Field): boolean {
  return field.name !== '*' && !field.name.endsWith('[]');
}

/** The parts that every event has, of which nothing more can be asked. */
export function isOfTheProtocol(field: Field): boolean {
  return /^(?:\$schema|meta(?:\..*)?|dt)$/.test(field.path);
}
