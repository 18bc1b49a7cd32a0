/** Lines of a text, counted from 1, both ends inclusive. */
export interface LineRange {
  startLine: number;
  endLine: number;
}

/** Beyond so many pairs of lines the middle is matched by its unique lines only, which is linear. */
const maxPairs = 4_000_000;

/** For each line of the old text (from 0) the line of the new text that it became; -1 where it is gone. */
type LineMap = Int32Array;

/**
 * Finds a range of lines again in a newer text, by a longest common subsequence of lines.
 * `outdated` where any line of the range was changed or removed, and where the range is not one of the old text.
 * Lines that were put in between belong to the range afterwards. Line endings do not matter.
 * Time and memory are bounded, whatever the texts are.
 */
export function carryLines(oldText: string, newText: string, range: LineRange): LineRange | 'outdated' {
  const oldLines = linesOf(oldText);
  if (!isRangeOf(oldLines, range)) return 'outdated';
  const map = mapLines(oldLines, linesOf(newText));
  const carried = map.subarray(range.startLine - 1, range.endLine);
  if (carried.includes(-1)) return 'outdated';
  return { startLine: (carried[0] ?? -1) + 1, endLine: (carried.at(-1) ?? -1) + 1 };
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

function isRangeOf(lines: readonly string[], { startLine, endLine }: LineRange): boolean {
  return (
    Number.isInteger(startLine) &&
    Number.isInteger(endLine) &&
    startLine >= 1 &&
    startLine <= endLine &&
    endLine <= lines.length
  );
}

function mapLines(oldLines: readonly string[], newLines: readonly string[]): LineMap {
  const numberOf = lineNumbering();
  const before = oldLines.map(numberOf);
  const after = newLines.map(numberOf);
  const map = new Int32Array(before.length).fill(-1);
  const head = commonHead(before, after);
  const tail = commonTail(before, after, head);
  for (let i = 0; i < head; i++) map[i] = i;
  for (let i = 1; i <= tail; i++) map[before.length - i] = after.length - i;
  const oldMiddle = before.slice(head, before.length - tail);
  const newMiddle = after.slice(head, after.length - tail);
  const pairs =
    oldMiddle.length * newMiddle.length <= maxPairs
      ? longestCommon(oldMiddle, newMiddle)
      : uniqueCommon(oldMiddle, newMiddle);
  for (const [oldIndex, newIndex] of pairs) map[head + oldIndex] = head + newIndex;
  return map;
}

/** Gives equal lines equal numbers, so that long lines are compared once and not for every pair. */
function lineNumbering(): (line: string) => number {
  const numbers = new Map<string, number>();
  return (line) => {
    const known = numbers.get(line);
    if (known !== undefined) return known;
    numbers.set(line, numbers.size);
    return numbers.size - 1;
  };
}

function commonHead(before: readonly number[], after: readonly number[]): number {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  return head;
}

function commonTail(before: readonly number[], after: readonly number[], head: number): number {
  const longest = Math.min(before.length, after.length) - head;
  let tail = 0;
  while (tail < longest && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return tail;
}

/** Pairs of equal lines of a longest common subsequence; where several are possible, the one that starts earliest. */
function longestCommon(before: readonly number[], after: readonly number[]): [number, number][] {
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const skipped = Math.max(at(lengths, (i + 1) * width + j), at(lengths, i * width + j + 1));
      lengths[i * width + j] = before[i] === after[j] ? at(lengths, (i + 1) * width + j + 1) + 1 : skipped;
    }
  }
  const pairs: [number, number][] = [];
  let i = 0;
  let j = 0;
  while (i < before.length && j < after.length) {
    if (before[i] === after[j]) pairs.push([i++, j++]);
    else if (at(lengths, (i + 1) * width + j) >= at(lengths, i * width + j + 1)) i++;
    else j++;
  }
  return pairs;
}

/** Lines that stand exactly once in both texts, as long as they keep their order. */
function uniqueCommon(before: readonly number[], after: readonly number[]): [number, number][] {
  const newPlaces = uniquePlaces(after);
  const pairs: [number, number][] = [];
  let last = -1;
  for (const [line, oldIndex] of uniquePlaces(before)) {
    const newIndex = newPlaces.get(line);
    if (newIndex === undefined || newIndex <= last) continue;
    pairs.push([oldIndex, newIndex]);
    last = newIndex;
  }
  return pairs;
}

function uniquePlaces(lines: readonly number[]): Map<number, number> {
  const places = new Map<number, number>();
  const repeated = new Set<number>();
  lines.forEach((line, index) => {
    if (places.has(line)) repeated.add(line);
    else places.set(line, index);
  });
  for (const line of repeated) places.delete(line);
  return places;
}

function at(numbers: Uint32Array, index: number): number {
  return numbers[index] ?? 0;
}
