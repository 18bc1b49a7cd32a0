import { isJsonObject } from '@/lib/domain/schema/json';
import type { RefusalCode } from './verdict';

/** How much of JSON is taken at all. */
export interface JsonLimits {
  /** Of the text, in UTF-16 code units, about. */
  size: number;
  /** Of nested objects and lists. */
  depth: number;
}

/**
 * The value as JSON text, or why it has none. Looks at no more of a value than the limits allow, so that lists that
 * share their parts, and so grow without end when they are written, cost no more than others.
 */
export function writeJson(value: unknown, limits: JsonLimits): { text: string } | { code: RefusalCode } {
  const code = findObstacle(value, limits);
  return code ? { code } : { text: JSON.stringify(value) };
}

function findObstacle(value: unknown, { size, depth }: JsonLimits): RefusalCode | null {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  let left = size;
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.depth > depth) return 'too-deep';
    left -= 1 + lengthOf(next.value);
    if (left < 0) return 'too-large';
    const members = membersOf(next.value);
    if (typeof members === 'string') return members;
    // Not spread into one push: there may be more than a call takes.
    for (const member of members) open.push({ value: member, depth: next.depth + 1 });
  }
  return null;
}

function lengthOf(value: unknown): number {
  if (typeof value === 'string') return value.length + 2;
  if (Array.isArray(value)) return value.length;
  return isJsonObject(value) ? Object.keys(value).reduce((sum, key) => sum + key.length + 4, 2) : 4;
}

function membersOf(value: unknown): readonly unknown[] | RefusalCode {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return [];
  if (typeof value === 'number') return Number.isFinite(value) ? [] : 'not-json';
  if (Array.isArray(value)) return value;
  if (!isJsonObject(value)) return 'not-json';
  return Object.hasOwn(value, '__proto__') ? 'reserved-name' : Object.values(value);
}
