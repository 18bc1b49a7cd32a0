import { NotMaterializable } from '../materializing-error';

/**
 * The example generator of jsonschema-tools (json-schema-faker 0.5.0-rcv.34) draws its chances from a function
 * that always answers 0.15. So every draw is certain, and this is what it gives.
 */
const CHANCE = 0.15;

/** Why no example can be made; the catalogue has a sentence for each. */
export type Reason =
  | 'clock'
  | 'time-zone'
  | 'unknown-format'
  | 'unknown-type'
  | 'never-ends'
  | 'items-missing'
  | 'not-a-schema'
  | 'pattern'
  | 'unsafe-pattern'
  | 'generator-keyword'
  | 'reference'
  | 'too-large'
  | 'bad-date';

/** Stops the making of an example. `detail` is what the reason speaks of. */
export function refuse(reason: Reason, path: readonly string[] = [], detail = ''): never {
  const pointer = path.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  throw new NotMaterializable('example-impossible', pointer, { reason, detail });
}

export function pick<T>(values: readonly T[]): T | undefined {
  return values[Math.floor(CHANCE * values.length)];
}

/** An integer from `low` to `high`. */
export function integerBetween(low: number, high: number): number {
  // A range upside down is moved, not turned.
  const top = high < low ? high + low : high;
  return Math.floor(CHANCE * (top - low + 1)) + low;
}

/** A number from `low` to `high`. */
export function numberBetween(low: number, high: number): number {
  const top = high < low ? high + low : high;
  return CHANCE * (top - low) + low;
}

/** As `integerBetween`, for the repetitions of a pattern. */
export function countBetween(low: number, high: number): number {
  return low + Math.floor(CHANCE * (1 + (high - low)));
}

export function shuffle<T>(values: readonly T[]): T[] {
  const copy = [...values];
  for (let length = copy.length; length > 0; length -= 1) {
    const index = Math.floor(CHANCE * length);
    const last = copy[length - 1] as T;
    copy[length - 1] = copy[index] as T;
    copy[index] = last;
  }
  return copy;
}
