import { countBetween, pick, refuse } from './chance';
import { readPattern, type SetPart, type Token } from './pattern-tokens';

/** An open repetition repeats at most this often beyond its minimum. */
const MAX_EXTRA = 10;
/** Longer texts are refused. */
const MAX_LENGTH = 100_000;
/** Sets are drawn from printable ASCII only. */
const FIRST = 32;
const LAST = 126;

interface Interval {
  low: number;
  high: number;
}

/** The text that the generator makes of a pattern. */
export function textFromPattern(pattern: string): string {
  return new Generation(pattern).text(readPattern(pattern));
}

class Generation {
  private readonly groups: (string | null)[] = [];
  private length = 0;
  private readonly pattern: string;

  constructor(pattern: string) {
    this.pattern = pattern;
  }

  text(token: Token): string {
    this.length += 1;
    if (this.length > MAX_LENGTH) refuse('too-large', [], this.pattern);
    if (token.type === 'group') return this.group(token);
    if (token.type === 'repeat') return this.repeat(token);
    if (token.type === 'reference') return this.groups[token.number - 1] ?? '';
    if (token.type === 'char') return String.fromCharCode(token.code);
    return token.type === 'set' ? characterOf(token.parts, token.not) : '';
  }

  private group(token: Token & { type: 'group' }): string {
    if (token.lookahead) return '';
    if (token.remember && token.number === null) token.number = this.groups.push(null) - 1;
    const result = (pick(token.options) ?? []).map((part) => this.text(part)).join('');
    if (token.remember && token.number !== null) this.groups[token.number] = result;
    return result;
  }

  private repeat(token: Token & { type: 'repeat' }): string {
    const max = token.max === Number.POSITIVE_INFINITY ? token.min + MAX_EXTRA : token.max;
    const count = countBetween(token.min, max);
    let result = '';
    for (let index = 0; index < count; index += 1) result += this.text(token.token);
    return result;
  }
}

function characterOf(parts: readonly SetPart[], not: boolean): string {
  const intervals = expand(parts, not);
  const size = intervals.reduce((sum, { low, high }) => sum + high - low + 1, 0);
  if (size === 0) return '';
  let index = countBetween(0, size - 1);
  for (const { low, high } of intervals) {
    if (index <= high - low) return String.fromCharCode(low + index);
    index -= high - low + 1;
  }
  return '';
}

/** The characters of a set as intervals, in the order in which the set names them: the draw depends on it. */
function expand(parts: readonly SetPart[], not: boolean): Interval[] {
  let union: Interval[] = [];
  for (const part of parts) {
    const intervals = 'parts' in part ? expand(part.parts, part.not) : [part];
    for (const interval of intervals) union = unite(union, interval);
  }
  if (not) return union.reduce(subtract, [{ low: FIRST, high: LAST }]);
  return union
    .filter(({ low, high }) => low <= LAST && high >= FIRST)
    .map(({ low, high }) => ({ low: Math.max(low, FIRST), high: Math.min(high, LAST) }));
}

/** Joins an interval with those that it touches, beginning at the first; else it comes last. */
function unite(intervals: Interval[], added: Interval): Interval[] {
  const touches = (a: Interval, b: Interval): boolean => a.high + 1 >= b.low && a.low - 1 <= b.high;
  let start = intervals.findIndex((interval) => touches(added, interval));
  if (start === -1) start = intervals.length;
  let joined = added;
  let end = start;
  for (let next = intervals[end]; next && touches(joined, next); next = intervals[end]) {
    joined = { low: Math.min(joined.low, next.low), high: Math.max(joined.high, next.high) };
    end += 1;
  }
  return [...intervals.slice(0, start), joined, ...intervals.slice(end)];
}

function subtract(intervals: Interval[], removed: Interval): Interval[] {
  return intervals.flatMap((interval) => {
    if (interval.high < removed.low || interval.low > removed.high) return [interval];
    const rest: Interval[] = [];
    if (interval.low < removed.low) rest.push({ low: interval.low, high: removed.low - 1 });
    if (interval.high > removed.high) rest.push({ low: removed.high + 1, high: interval.high });
    return rest;
  });
}
