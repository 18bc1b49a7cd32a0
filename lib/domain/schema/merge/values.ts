import { isJsonObject, type Json, type JsonObject } from '../json';

/** A place in a schema that may hold nothing. */
export type Maybe = Json | undefined;

export function isDefined(value: Maybe): value is Json {
  return value !== undefined;
}

/** A schema is a mapping or a boolean; everything else in its place is not looked into. */
export function isSchema(value: Maybe): value is JsonObject | boolean {
  return isJsonObject(value) || typeof value === 'boolean';
}

/** The keys of a mapping or the indexes of a list; none for a scalar. */
export function keysOf(value: Maybe): string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

export function memberOf(value: Maybe, key: string): Maybe {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as JsonObject)[key];
}

/** Deep equality; the order of keys does not count. */
export function isEqual(a: Maybe, b: Maybe): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && isEqual(memberOf(a, key), memberOf(b, key)));
}

/** The first of each group of values that are the same by the given measure. */
export function uniqueBy<T>(values: readonly T[], same: (value: T, known: T) => boolean): T[] {
  const unique: T[] = [];
  for (const value of values) if (!unique.some((known) => same(value, known))) unique.push(value);
  return unique;
}

export function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

/** Code-unit order for strings, numeric order for numbers; values that cannot be compared stay as they stand. */
export function sortAscending<T extends Maybe>(values: readonly T[]): T[] {
  return values
    .map((value, index) => ({ value, index }))
    .sort((a, b) => compareAscending(a.value, b.value) || a.index - b.index)
    .map(({ value }) => value);
}

function compareAscending(a: Maybe, b: Maybe): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  // Null comes last.
  if (a === null) return 1;
  if (b === null) return -1;
  if ((a as number) > (b as number)) return 1;
  if ((a as number) < (b as number)) return -1;
  return 0;
}

/** Flattens lists in lists to any depth. */
export function flattenDeep(values: readonly Maybe[]): Maybe[] {
  return (values as unknown[]).flat(Number.POSITIVE_INFINITY) as Maybe[];
}
