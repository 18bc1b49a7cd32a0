import type { Json } from '../json';
import { NotMaterializable } from '../materializing-error';

/**
 * The least common multiple of `multipleOf` values, rounded as upstream rounds it (compute-lcm 1.1.2). What is no number
 * counts as the number that it converts to. Refused where upstream never ends or fails: where a value is no number by
 * any reading, or is too large to be counted on the way.
 */
export function leastCommonMultiple(values: Json[], path: readonly string[]): number {
  const refuse = (): never => {
    throw new NotMaterializable('merge-conflict', `/${path.join('/')}`, { keyword: 'multipleOf', values });
  };
  let integers: unknown[] = values;
  let factor = 1;
  while (integers.some((value) => !Number.isInteger(value))) {
    integers = integers.map((value) => (value as number) * 10);
    factor *= 10;
    // No integer any more, however often it is multiplied: upstream goes on for ever.
    if (!integers.every(Number.isFinite)) refuse();
  }
  const [first = 0, ...others] = (integers as number[]).map(Math.abs);
  let multiple = first;
  for (const value of others) {
    if (multiple === 0 || value === 0) return 0;
    if (!Number.isFinite(multiple)) refuse();
    multiple = (multiple / greatestCommonDivisor(multiple, value)) * value;
  }
  return multiple / factor;
}

function greatestCommonDivisor(a: number, b: number): number {
  let [left, right] = [a, b];
  while (right !== 0) [left, right] = [right, left % right];
  return left;
}
