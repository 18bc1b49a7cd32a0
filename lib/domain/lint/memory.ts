import type { Json } from '../schema/json';

/**
 * Which parts of schemas passed which test: the versions of a repository repeat nearly everything, and what they
 * have in common is one instance. Holds only for values that are not changed.
 */
export interface LintMemory {
  passed(test: string): Passed;
}

/** The parts that passed one test. */
export interface Passed {
  has(part: Json): boolean;
  add(part: Json): void;
}

/** What a test finds in a part, asked once for each part in which it found nothing. */
export function findUnlessPassed<T>(part: Json, passed: Passed, find: () => T[]): T[] {
  if (passed.has(part)) return [];
  const found = find();
  if (found.length === 0) passed.add(part);
  return found;
}

export function createLintMemory(): LintMemory {
  const tests = new Map<string, Passed>();
  return {
    passed: (test) => {
      const known = tests.get(test) ?? createPassed();
      tests.set(test, known);
      return known;
    },
  };
}

function createPassed(): Passed {
  const parts = new WeakSet<object>();
  return {
    has: (part) => typeof part === 'object' && part !== null && parts.has(part),
    add: (part) => {
      if (typeof part === 'object' && part !== null) parts.add(part);
    },
  };
}
