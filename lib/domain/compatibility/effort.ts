/** Longer texts are not matched. */
const LONGEST_MATCHED = 5_000;
const MATCHES_PER_STEP = 100;

/**
 * What one search for a counter-example may cost, in steps of judging and in values made: about a third of a
 * microsecond each. Samples are made inside samples, so that only the whole search can say when it is too much. The
 * count belongs to the search that runs, which nothing interrupts.
 */
let left = Number.POSITIVE_INFINITY;

/** Searches with so many steps; when they are spent, nothing is judged or made any more, and the search soon ends. */
export function withinEffort<T>(steps: number, search: () => T): T {
  const before = left;
  left = steps;
  try {
    return search();
  } finally {
    left = before;
  }
}

/** How many steps are left to the search; without end where none runs. */
export function effortLeft(): number {
  return left;
}

/** Notes steps that were taken. */
export function spendEffort(steps: number): void {
  left -= steps;
}

/** Notes that a text was looked at by a pattern, which may look again from each of its characters. */
export function spendOnPattern(text: string): void {
  const length = Math.min(text.length, LONGEST_MATCHED);
  left -= 1 + (length * length) / MATCHES_PER_STEP;
}

export function isEffortSpent(): boolean {
  return left <= 0;
}
