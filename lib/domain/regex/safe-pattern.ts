import { isHighlyAmbiguous } from './ambiguity';
import { type PatternNode, parsePattern } from './parse-pattern';
import { buildAutomaton, type PositionAutomaton } from './position-automaton';

const MAX_PATTERN_LENGTH = 2000;

/**
 * Tells whether a regular expression that a person wrote can be matched in bounded time by a backtracking engine, at
 * worst quadratic in the text. The answer is careful: `false` also for what cannot be judged (broken patterns,
 * back-references, very long ones), and for a few harmless patterns.
 */
export function isSafePattern(pattern: string): boolean {
  if (pattern.length > MAX_PATTERN_LENGTH) return false;
  const known = judged.get(pattern);
  if (known !== undefined) return known;
  const isSafe = compiles(pattern) && (repeatsAtMost(pattern, 1) || isSafeTree(parsePattern(pattern)));
  if (judged.size >= MAX_JUDGED) judged.clear();
  judged.set(pattern, isSafe);
  return isSafe;
}

/** The schemas of a repository use few patterns. */
const judged = new Map<string, boolean>();
const MAX_JUDGED = 500;

/**
 * The same for a pattern that is matched with short texts only, of which `$id`s are the longest (200 characters): without
 * groups, two repetitions may stand in it, as in `analytics/.*\/.*\/1.0.0`.
 */
export function isSafeOnShortTexts(pattern: string): boolean {
  return (
    isSafePattern(pattern) ||
    (pattern.length <= MAX_PATTERN_LENGTH && compiles(pattern) && repeatsAtMost(pattern, 2))
  );
}

/** What `isSafeOnShortTexts` calls short, in characters. */
export const SHORT_TEXT = 200;

/**
 * Without groups and with no more than one repetition, there are at most two ways to go on at each place: where the match
 * begins, and where the repetition ends. Nearly every pattern of a repository's configuration is like this.
 */
function repeatsAtMost(pattern: string, count: number): boolean {
  const plain = pattern.replaceAll(/\\[^1-9k]/g, '');
  return !/[()\\]/.test(plain) && (plain.match(/[*+?{]/g)?.length ?? 0) <= count;
}

function isSafeTree(node: PatternNode | null): boolean {
  return node !== null && isSafeNode(node);
}

/** Tells whether a text is a regular expression. */
export function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern);
    return true;
  } catch {
    return false;
  }
}

function isSafeNode(node: PatternNode): boolean {
  const assertions = collectAssertions(node);
  if (!assertions.every((body) => body === null || isSafeNode(body))) return false;
  if (hasCostlyLookaround(node)) return false;
  const automaton = buildAutomaton(node, isAnchored(node));
  if (automaton === null) return false;
  const neverFails =
    assertions.length === 0 || (assertions.length === 1 && isAnchored(node) && isOnlyAnchor(node));
  return !isHighlyAmbiguous(automaton, neverFails ? finalPositions(automaton) : new Set());
}

/**
 * The positions after which the match succeeds whatever follows, so that nothing is ever tried again: those at which it
 * may end, and from which only such can be reached. (A greedy engine first tries to go on from where it may end.)
 */
function finalPositions(automaton: PositionAutomaton): Set<number> {
  const final = new Set(automaton.last);
  for (let size = -1; size !== final.size; ) {
    size = final.size;
    for (const position of final) {
      const next = automaton.follow[position] ?? new Set();
      if (![...next].every((other) => final.has(other))) final.delete(position);
    }
  }
  return final;
}

/** Every assertion in the tree; the body of a lookaround, else null. */
function collectAssertions(node: PatternNode): (PatternNode | null)[] {
  switch (node.kind) {
    case 'set':
      return [];
    case 'assertion':
      return [node.body];
    case 'sequence':
      return node.parts.flatMap(collectAssertions);
    case 'choice':
      return node.branches.flatMap(collectAssertions);
    case 'repeat':
      return collectAssertions(node.body);
  }
}

/**
 * A lookaround with a loop reads ahead each time it is come by. That is harmless only where that is once: right after the
 * `^` of an anchored pattern.
 */
function hasCostlyLookaround(node: PatternNode): boolean {
  const parts = node.kind === 'sequence' && isAnchored(node) ? node.parts : [];
  const leading = parts.findIndex((part) => part.kind !== 'assertion');
  const once = new Set(parts.slice(0, leading === -1 ? parts.length : leading));
  const rest = node.kind === 'sequence' ? node.parts.filter((part) => !once.has(part)) : [node];
  return rest.flatMap(collectAssertions).some((body) => body !== null && hasLoop(body));
}

function hasLoop(node: PatternNode): boolean {
  switch (node.kind) {
    case 'set':
      return false;
    case 'assertion':
      return node.body !== null && hasLoop(node.body);
    case 'sequence':
      return node.parts.some(hasLoop);
    case 'choice':
      return node.branches.some(hasLoop);
    case 'repeat':
      return node.max > 4 || hasLoop(node.body);
  }
}

/** Whether a match can only begin where the text begins. */
function isAnchored(node: PatternNode): boolean {
  switch (node.kind) {
    case 'assertion':
      return node.start;
    case 'sequence':
      return node.parts[0] !== undefined && isAnchored(node.parts[0]);
    case 'choice':
      return node.branches.every(isAnchored);
    default:
      return false;
  }
}

/** Whether the pattern's one assertion is the `^` at its beginning. */
function isOnlyAnchor(node: PatternNode): boolean {
  return node.kind === 'sequence' && node.parts[0]?.kind === 'assertion';
}
