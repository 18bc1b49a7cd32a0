import type { CharacterSet } from './character-set';
import type { PositionAutomaton } from './position-automaton';

/** Work after which the analysis gives up and calls the pattern unsafe. */
const MAX_WORK = 400_000;
/** Ways to read a text outside all loops that are still harmless. */
const MAX_WAYS = 4096;

interface Graph {
  count: number;
  /** The characters of a position, as one bit an equivalence class. */
  masks: bigint[];
  follow: number[][];
  /** The loop (strongly connected component) of each position; -1 outside all loops. */
  loopOf: number[];
  loops: number[][];
  work: number;
}

/**
 * Tells whether a backtracking engine can need more than about the square of the text's length. The criteria are those
 * of Weber and Seidl, “On the degree of ambiguity of finite automata”: a loop that reads one text in two ways is
 * exponential; a chain of loops that can share a text multiplies.
 */
export function isHighlyAmbiguous(automaton: PositionAutomaton, ignored: ReadonlySet<number>): boolean {
  if (automaton.ambiguousLoop || automaton.emptyWays > MAX_WAYS) return true;
  const graph = buildGraph(automaton, ignored);
  if (automaton.emptyWays * waysOutsideLoops(graph) > MAX_WAYS) return true;
  if (hasDoubledLoopStep(automaton, graph)) return true;
  return graph.loops.some((loop) => readsInTwoWays(loop, graph)) || longestChain(graph) > 2 || isSpent(graph);
}

function isSpent(graph: Graph): boolean {
  return graph.work > MAX_WORK;
}

function buildGraph(automaton: PositionAutomaton, ignored: ReadonlySet<number>): Graph {
  const count = automaton.sets.length;
  const follow = automaton.follow.map((next, position) =>
    ignored.has(position) ? [] : [...next].filter((other) => !ignored.has(other)),
  );
  const loops = findLoops(count, follow);
  const loopOf = new Array<number>(count).fill(-1);
  for (const [index, loop] of loops.entries()) for (const position of loop) loopOf[position] = index;
  return { count, masks: toMasks(automaton.sets), follow, loopOf, loops, work: 0 };
}

/** One bit for each stretch of characters that all sets treat alike. */
function toMasks(sets: CharacterSet[]): bigint[] {
  const starts = new Set<number>([0]);
  for (const set of sets) for (const [from, to] of set) starts.add(from).add(to + 1);
  const sorted = [...starts].sort((a, b) => a - b);
  return sets.map((set) =>
    sorted.reduce(
      (mask, start, bit) =>
        set.some(([from, to]) => from <= start && start <= to) ? mask | (1n << BigInt(bit)) : mask,
      0n,
    ),
  );
}

function reachableFrom(start: number, follow: number[][]): Set<number> {
  const seen = new Set<number>();
  const open = [...(follow[start] ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(follow[next] ?? []));
  }
  return seen;
}

function findLoops(count: number, follow: number[][]): number[][] {
  const reach = Array.from({ length: count }, (_, position) => reachableFrom(position, follow));
  const done = new Set<number>();
  const loops: number[][] = [];
  for (let position = 0; position < count; position += 1) {
    if (done.has(position) || !reach[position]?.has(position)) continue;
    const loop = [...(reach[position] ?? [])].filter((other) => reach[other]?.has(position));
    for (const member of loop) done.add(member);
    loops.push(loop);
  }
  return loops;
}

/** How often a choice outside the loops can be taken in several ways, multiplied. */
function waysOutsideLoops(graph: Graph): number {
  let ways = 1;
  for (let position = 0; position < graph.count && ways <= MAX_WAYS; position += 1) {
    if (graph.loopOf[position] !== -1) continue;
    const next = graph.follow[position] ?? [];
    const overlaps = next.map((one) => next.filter((other) => meet(graph, one, other)).length);
    ways *= Math.max(1, ...overlaps);
  }
  return ways;
}

function meet(graph: Graph, one: number, other: number): boolean {
  return ((graph.masks[one] ?? 0n) & (graph.masks[other] ?? 0n)) !== 0n;
}

function hasDoubledLoopStep(automaton: PositionAutomaton, graph: Graph): boolean {
  for (const step of automaton.doubled) {
    const from = Math.floor(step / graph.count);
    const to = step % graph.count;
    if (graph.loopOf[from] !== -1 && graph.loopOf[from] === graph.loopOf[to]) return true;
  }
  return false;
}

/** Whether some text leads from a position of the loop back to it along two different paths. */
function readsInTwoWays(loop: number[], graph: Graph): boolean {
  const members = new Set(loop);
  const step = (pair: number): number[] => {
    const next: number[] = [];
    for (const one of graph.follow[Math.floor(pair / graph.count)] ?? []) {
      for (const other of graph.follow[pair % graph.count] ?? []) {
        graph.work += 1;
        if (members.has(one) && members.has(other) && meet(graph, one, other))
          next.push(one * graph.count + other);
      }
    }
    return next;
  };
  const isDiagonal = (pair: number) => Math.floor(pair / graph.count) === pair % graph.count;
  const seen = explore(
    loop.map((position) => position * graph.count + position),
    step,
    graph,
  );
  const split = [...seen].filter((pair) => !isDiagonal(pair));
  return [...explore(split, step, graph)].some(isDiagonal);
}

function explore(starts: number[], step: (state: number) => number[], graph: Graph): Set<number> {
  const seen = new Set<number>();
  const open = [...starts];
  for (let state = open.pop(); state !== undefined && !isSpent(graph); state = open.pop()) {
    for (const next of step(state)) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(next);
    }
  }
  return seen;
}

/** The number of loops in the longest chain in which each can hand a text on to the next in many ways. */
function longestChain(graph: Graph): number {
  const lengths = graph.loops.map(() => 0);
  const measure = (index: number): number => {
    const known = lengths[index] ?? 0;
    if (known > 0) return known;
    let longest = 1;
    for (const other of graph.loops.keys()) {
      if (other !== index && handsOn(index, other, graph)) longest = Math.max(longest, 1 + measure(other));
    }
    lengths[index] = longest;
    return longest;
  };
  return Math.max(0, ...graph.loops.map((_, index) => measure(index)));
}

/** Whether one text loops in `from`, loops in `to`, and leads from the one to the other. */
function handsOn(from: number, to: number, graph: Graph): boolean {
  return (graph.loops[from] ?? []).some((start) =>
    (graph.loops[to] ?? []).some((end) => leadsAcross(start, end, graph)),
  );
}

function leadsAcross(start: number, end: number, graph: Graph): boolean {
  const { count } = graph;
  const encode = (a: number, b: number, c: number) => (a * count + b) * count + c;
  const step = (state: number): number[] => {
    const last = state % count;
    const middle = Math.floor(state / count) % count;
    const first = Math.floor(state / (count * count));
    return tripleSteps([first, middle, last], [start, end], graph).map(([a, b, c]) => encode(a, b, c));
  };
  return explore([encode(start, start, end)], step, graph).has(encode(start, end, end));
}

type Triple = [number, number, number];

/** One character further in all three readings; the outer ones stay in their loops. */
function tripleSteps([first, middle, last]: Triple, [start, end]: [number, number], graph: Graph): Triple[] {
  const next: Triple[] = [];
  for (const a of graph.follow[first] ?? []) {
    if (graph.loopOf[a] !== graph.loopOf[start]) continue;
    for (const c of graph.follow[last] ?? []) {
      if (graph.loopOf[c] !== graph.loopOf[end] || !meet(graph, a, c)) continue;
      for (const b of graph.follow[middle] ?? []) {
        graph.work += 1;
        if (((graph.masks[a] ?? 0n) & (graph.masks[b] ?? 0n) & (graph.masks[c] ?? 0n)) !== 0n)
          next.push([a, b, c]);
      }
    }
  }
  return next;
}
