import type { Json, JsonObject } from '../schema/json';
import { fromPointer, toPointer } from '../schema/pointer';
import type { ValidationError } from './validation-error';

/** Deeper than this no real event goes; the check stops before the call stack does. */
const MAX_DEPTH = 1000;
/** Visits of one subschema with one value. The largest real schemas need a few thousand. */
const MAX_STEPS = 1_000_000;
/** More errors than this help nobody. */
const MAX_ERRORS = 100;

/** The way from a root to a part, last step first; null is the root. Written out only where there is an error. */
export type Path = { up: Path; step: string | number } | null;

/** Where a check stands: on the way to a subschema and to the value it judges, in one validation. */
export interface Spot {
  run: Run;
  schemaPath: Path;
  path: Path;
  depth: number;
}

/** The same with the subschema that was found there. */
export interface Place extends Spot {
  schema: JsonObject;
}

function writePath(path: Path): string {
  const steps: (string | number)[] = [];
  for (let at = path; at; at = at.up) steps.push(at.step);
  return toPointer(steps.reverse());
}

/** Holds only for schemas and values that are not changed. */
export type Accepted = WeakMap<object, WeakSet<object>>;

/** What one validation carries along. */
export interface Run {
  root: JsonObject;
  errors: ValidationError[];
  /** What was accepted by a subschema that is referred to, by subschema; null where nothing is remembered. */
  accepted: Accepted | null;
  /** Whether defaults are put into the value, which then must be the validation's own. */
  fillsDefaults: boolean;
  /** Shared by all branches. */
  budget: { steps: number; spentAt: Spot | null };
}

/** How a validation goes. `steps` are those that it may take, at most a million. */
export type RunOptions = Pick<Run, 'accepted' | 'fillsDefaults'> & { steps?: number };

/** Starts a validation that remembers in `accepted` what it accepts, or one that fills in defaults. */
export function startRun(root: JsonObject, { steps = MAX_STEPS, ...how }: RunOptions): Run {
  return { root, errors: [], ...how, budget: { steps: Math.min(steps, MAX_STEPS), spentAt: null } };
}

/**
 * The same validation with an error list of its own: for branches whose failure is no failure of the whole. Nothing is
 * filled in by a branch that may fail.
 */
export function forkRun(run: Run): Run {
  return { ...run, errors: [], fillsDefaults: false };
}

/** Counts one step; false where the check must stop. What was found until then is no verdict (see `costError`). */
export function spendStep(spot: Spot): boolean {
  const { budget, errors } = spot.run;
  if (budget.spentAt) return false;
  budget.steps -= 1;
  if (budget.steps > 0 && spot.depth <= MAX_DEPTH) return errors.length < MAX_ERRORS;
  budget.spentAt = spot;
  return false;
}

/** The error that stands for the whole where the check was given up; else null. */
export function costError({ budget }: Run): ValidationError | null {
  if (!budget.spentAt) return null;
  const { path, schemaPath } = budget.spentAt;
  // The way there may be as long as the check was deep: its beginning tells enough.
  const start = (at: Path) => writePath(at).slice(0, 200);
  return { path: start(path), schemaPath: start(schemaPath), keyword: 'cost', params: {} };
}

/** Reports that a keyword refuses the value. */
export function addError(spot: Spot, keyword: string, params: Record<string, Json> = {}): void {
  const schemaPath = writePath({ up: spot.schemaPath, step: keyword });
  spot.run.errors.push({ path: writePath(spot.path), schemaPath, keyword, params });
}

/** The way on to a subschema that stands under a keyword and judges the same value. */
export function stepDown({ run, schemaPath, path, depth }: Spot, ...segments: (string | number)[]): Spot {
  return { run, schemaPath: follow(schemaPath, segments), path, depth: depth + 1 };
}

/** The way on to a subschema that judges a member of the value. */
export function stepInto(spot: Spot, key: string | number, segments: readonly (string | number)[]): Spot {
  const { run, schemaPath, path, depth } = spot;
  return { run, schemaPath: follow(schemaPath, segments), path: { up: path, step: key }, depth: depth + 1 };
}

function follow(path: Path, segments: readonly (string | number)[]): Path {
  let at = path;
  for (const step of segments) at = { up: at, step };
  return at;
}

/**
 * The subschema that a reference inside one document names (`#`, `#/definitions/a`, or the same after the document's
 * own `$id`); undefined where it names nothing here.
 */
export function resolveLocalReference(root: JsonObject, ref: string): Json | undefined {
  const hash = ref.indexOf('#');
  const uri = hash === -1 ? ref : ref.slice(0, hash);
  const fragment = hash === -1 ? '' : ref.slice(hash + 1);
  if (uri !== '' && uri !== (typeof root.$id === 'string' ? root.$id.replace(/#\/?$/, '') : null))
    return undefined;
  if (fragment === '' || fragment === '/') return root;
  if (!fragment.startsWith('/')) return undefined;
  return findIn(root, fragment);
}

function findIn(root: JsonObject, fragment: string): Json | undefined {
  let node: Json | undefined = root;
  for (const segment of fromPointer(decodeFragment(fragment))) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, segment)) return undefined;
    node = (node as JsonObject)[segment];
  }
  return node;
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
