import type { Json } from '../json';
import { NotMaterializable } from '../materializing-error';

/** The least common multiple of `multipleOf` values; refused where it is not exact, or where upstream never ends. */
export function leastCommonMultiple(values: Json[], path: readonly string[]): number {
  const refuse = (): never => {
    throw new NotMaterializable('merge-conflict', `/${path.join('/')}`, { keyword: 'multipleOf', values });
  };
  if (!values.every((value) => typeof value === 'number')) refuse();
  let integers = values as number[];
  let factor = 1;
  while (integers.some((value) => !Number.isInteger(value))) {
    integers = integers.map((value) => value * 10);
    factor *= 10;
    // Too large to be counted, and no integer any more: upstream goes on for ever.
    if (!integers.every(Number.isFinite)) refuse();
  }
  let multiple = Math.abs(integers[0] ?? 0);
  for (const value of integers.slice(1)) {
    if (multiple === 0 || value === 0) return 0;
    multiple = (multiple / greatestCommonDivisor(multiple, Math.abs(value))) * Math.abs(value);
    if (!Number.isSafeInteger(multiple)) refuse();
  }
  return multiple / factor;
}

function greatestCommonDivisor(a: number, b: number): number {
  let [left, right] = [a, b];
  while (right !== 0) [left, right] = [right, left % right];
  return left;
}
