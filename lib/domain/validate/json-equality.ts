import type { Json } from '../schema/json';

/** A text that is equal for two values if and only if they are the same JSON value, whatever the order of keys. */
export function canonicalText(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalText(value[key] ?? null)}`);
  return `{${members.join(',')}}`;
}

/** Tells whether two values are the same JSON value, whatever the order of keys. */
export function jsonEqual(left: Json, right: Json): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  return canonicalText(left) === canonicalText(right);
}

/** Tells whether objects and lists are nested deeper than a limit. */
export function isDeeperThan(value: Json, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  for (const child of Object.values(value)) if (limit === 0 || isDeeperThan(child, limit - 1)) return true;
  return false;
}
