import { anyUnit, type CharacterSet } from './character-set';
import type { PatternNode } from './parse-pattern';

/**
 * The positions of a pattern (one a character set) and which may follow which: Glushkov's automaton, whose paths are the
 * ways in which a backtracking engine can read a text.
 */
export interface PositionAutomaton {
  sets: CharacterSet[];
  follow: Set<number>[];
  /** Steps `from * positions + to` that can be taken in two ways, as in `(a+)+`. */
  doubled: Set<number>;
  /** An upper bound for the ways of matching nothing where nothing can be matched in several ways. */
  emptyWays: number;
  /** Some loop can go round in several ways without reading anything more, as `((a?)?b)*`. */
  ambiguousLoop: boolean;
  /** Where a match may end. */
  last: Set<number>;
}

/** More positions than this are not analysed; then null. */
const MAX_POSITIONS = 400;
const MAX_COPIES = 64;
const MAX_OPTIONAL_COPIES = 4;

interface Part {
  first: number[];
  last: number[];
  nullable: boolean;
}

interface Builder {
  sets: CharacterSet[];
  steps: [number, number][];
  emptyWays: number;
  ambiguousLoop: boolean;
}

class TooLarge extends Error {}

/**
 * Builds the automaton of a pattern. Long counted repetitions are read as unbounded ones, which can only add ways
 * to match. Where the pattern is not anchored, a loop over anything stands before it: the engine tries every start.
 */
export function buildAutomaton(node: PatternNode, anchored: boolean): PositionAutomaton | null {
  const builder: Builder = { sets: [], steps: [], emptyWays: 1, ambiguousLoop: false };
  try {
    const prefix: PatternNode = { kind: 'set', set: anyUnit };
    const whole: PatternNode = anchored
      ? node
      : {
          kind: 'sequence',
          parts: [{ kind: 'repeat', body: prefix, min: 0, max: Number.POSITIVE_INFINITY }, node],
        };
    return finish(builder, build(whole, builder, false));
  } catch (error) {
    if (error instanceof TooLarge) return null;
    throw error;
  }
}

function finish(builder: Builder, part: Part): PositionAutomaton {
  const count = builder.sets.length;
  const follow = builder.sets.map(() => new Set<number>());
  const doubled = new Set<number>();
  for (const [from, to] of builder.steps) {
    if (follow[from]?.has(to)) doubled.add(from * count + to);
    follow[from]?.add(to);
  }
  return {
    sets: builder.sets,
    follow,
    last: new Set(part.last),
    doubled,
    emptyWays: builder.emptyWays,
    ambiguousLoop: builder.ambiguousLoop,
  };
}

function isNullable(node: PatternNode): boolean {
  switch (node.kind) {
    case 'set':
      return false;
    case 'assertion':
      return true;
    case 'sequence':
      return node.parts.every(isNullable);
    case 'choice':
      return node.branches.some(isNullable);
    case 'repeat':
      return node.min === 0 || isNullable(node.body);
  }
}

function build(node: PatternNode, builder: Builder, inLoop: boolean): Part {
  switch (node.kind) {
    case 'set':
      return buildSet(node.set, builder);
    case 'assertion':
      return { first: [], last: [], nullable: true };
    case 'sequence':
      return node.parts.reduce<Part>((done, part) => join(done, build(part, builder, inLoop), builder), {
        first: [],
        last: [],
        nullable: true,
      });
    case 'choice':
      return buildChoice(node.branches, builder, inLoop);
    case 'repeat':
      return buildRepeat(node, builder, inLoop);
  }
}

function buildSet(set: CharacterSet, builder: Builder): Part {
  if (builder.sets.length >= MAX_POSITIONS) throw new TooLarge();
  const position = builder.sets.push(set) - 1;
  return { first: [position], last: [position], nullable: false };
}

function connect(from: number[], to: number[], builder: Builder): void {
  for (const one of from) for (const other of to) builder.steps.push([one, other]);
  if (builder.steps.length > 40_000) throw new TooLarge();
}

function join(left: Part, right: Part, builder: Builder): Part {
  connect(left.last, right.first, builder);
  return {
    first: left.nullable ? [...left.first, ...right.first] : left.first,
    last: right.nullable ? [...left.last, ...right.last] : right.last,
    nullable: left.nullable && right.nullable,
  };
}

function buildChoice(branches: PatternNode[], builder: Builder, inLoop: boolean): Part {
  const parts = branches.map((branch) => build(branch, builder, inLoop));
  const empty = parts.filter((part) => part.nullable).length;
  if (empty > 1) countEmptyWays(empty, builder, inLoop);
  return {
    first: parts.flatMap((part) => part.first),
    last: parts.flatMap((part) => part.last),
    nullable: empty > 0,
  };
}

function countEmptyWays(ways: number, builder: Builder, inLoop: boolean): void {
  builder.emptyWays *= ways;
  if (inLoop) builder.ambiguousLoop = true;
}

function buildRepeat(node: PatternNode & { kind: 'repeat' }, builder: Builder, inLoop: boolean): Part {
  if (node.max === 0) return { first: [], last: [], nullable: true };
  // Each obligatory round over a body that may be empty can be the empty one.
  if (isNullable(node.body)) countEmptyWays(2 ** Math.max(1, Math.min(node.min, 20)), builder, inLoop);
  const fixed = node.body.kind === 'set';
  const copies = node.min === node.max && node.min <= (fixed ? MAX_COPIES : MAX_OPTIONAL_COPIES);
  if (copies || node.max <= MAX_OPTIONAL_COPIES) return buildCopies(node, builder, inLoop);
  const body = build(node.body, builder, true);
  connect(body.last, body.first, builder);
  return { ...body, nullable: body.nullable || node.min === 0 };
}

function buildCopies(node: PatternNode & { kind: 'repeat' }, builder: Builder, inLoop: boolean): Part {
  let whole: Part = { first: [], last: [], nullable: true };
  for (let copy = 0; copy < node.max; copy += 1) {
    const part = build(node.body, builder, inLoop);
    whole = join(whole, copy < node.min ? part : { ...part, nullable: true }, builder);
  }
  return whole;
}
