/** A set of UTF-16 code units as sorted, disjoint, inclusive intervals. */
export type CharacterSet = readonly (readonly [number, number])[];

const MAX_UNIT = 0xffff;

/** Every code unit. */
export const anyUnit: CharacterSet = [[0, MAX_UNIT]];

export function unitSet(unit: number): CharacterSet {
  return [[unit, unit]];
}

/** The union, sorted and merged. */
export function unionOf(sets: readonly CharacterSet[]): CharacterSet {
  const sorted = sets.flat().sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = merged.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

export function complementOf(set: CharacterSet): CharacterSet {
  const gaps: [number, number][] = [];
  let next = 0;
  for (const [from, to] of set) {
    if (from > next) gaps.push([next, from - 1]);
    next = to + 1;
  }
  if (next <= MAX_UNIT) gaps.push([next, MAX_UNIT]);
  return gaps;
}

const digits: CharacterSet = [[0x30, 0x39]];
const wordUnits: CharacterSet = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
];
const spaces: CharacterSet = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];
const lineEnds: CharacterSet = [
  [0x0a, 0x0a],
  [0x0d, 0x0d],
  [0x2028, 0x2029],
];

/** What `.` matches without the s flag. */
export const dotSet: CharacterSet = complementOf(lineEnds);

/** The set of `\d`, `\w`, `\s` and their complements; null for any other letter. */
export function classEscape(letter: string): CharacterSet | null {
  switch (letter) {
    case 'd':
      return digits;
    case 'D':
      return complementOf(digits);
    case 'w':
      return wordUnits;
    case 'W':
      return complementOf(wordUnits);
    case 's':
      return spaces;
    case 'S':
      return complementOf(spaces);
    default:
      return null;
  }
}
