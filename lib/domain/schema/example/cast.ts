import { refuse } from './chance';
import { normalizeDate } from './formats';
import { textFromPattern } from './from-pattern';
import type { Node, Path } from './nodes';

/** Lengths between which a text may be. */
export interface Lengths {
  min: number;
  max: number;
}

export function lengthsOf(schema: Node): Lengths {
  const min = schema['minLength'] as number | undefined;
  const max = schema['maxLength'] as number | undefined;
  return {
    min: min === undefined ? 0 : Math.max(0, min),
    max: max === undefined ? Number.MAX_SAFE_INTEGER : Math.min(Number.MAX_SAFE_INTEGER, max),
  };
}

/** Numbers in `enum` must lie in the bounds, and below zero none does; removes the others from the schema. */
export function dropOutOfBounds(schema: Node): void {
  if (!Array.isArray(schema['enum'])) return;
  const step = (schema['multipleOf'] as number) || 1;
  let min = Math.max((schema['minimum'] as number) || 0, 0);
  let max = Math.min((schema['maximum'] as number) || Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
  if (schema['exclusiveMinimum'] && min === schema['minimum']) min += step;
  if (schema['exclusiveMaximum'] && max === schema['maximum']) max -= step;
  if (!min && max === Number.POSITIVE_INFINITY) return;
  schema['enum'] = schema['enum'].filter((value) => (value as number) >= min && (value as number) <= max);
}

/** Brings a drawn value into the form of a type; nothing becomes null. */
export function cast(value: unknown, type: unknown, { schema, path }: { schema: Node; path: Path }): unknown {
  if (value === null || value === undefined) return null;
  if (type === 'number') return Number.parseFloat(String(value));
  if (type === 'integer') return Number.parseInt(String(value), 10);
  if (type === 'boolean') return Boolean(value);
  return type === 'string' ? castText(String(value), schema, path) : value;
}

function castText(value: string, schema: Node, path: Path): string {
  const { min, max } = lengthsOf(schema);
  // Upstream takes no maximum for none: zero is no limit here.
  const limit = Math.min(max || Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
  let text = value;
  while (text.length < Math.max(min || 0, 0)) {
    const before = text;
    text += schema['pattern'] ? textFromPattern(String(schema['pattern'])) : `/${text}`;
    if (text === before) break;
    if (text.length > 1_000_000) refuse('too-large', path, 'minLength');
  }
  if (text.length > limit) text = text.slice(0, Math.max(0, limit));
  return normalizeDate(text, schema['format'], path);
}
