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

/** A place where a check stands: a subschema, and the value it judges. */
export interface Place {
  schema: JsonObject;
  schemaPath: Path;
  path: Path;
  depth: number;
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
  /** Shared by all branches. */
  budget: { steps: number; spentAt: Omit<Place, 'schema'> | null };
}

export function startRun(root: JsonObject, accepted: Accepted | null): Run {
  return { root, errors: [], accepted, budget: { steps: MAX_STEPS, spentAt: null } };
}

/** The same validation with an error list of its own: for branches whose failure is no failure of the whole. */
export function forkRun(run: Run): Run {
  return { ...run, errors: [] };
}

/** Counts one step; false where the check must stop. What was found until then is no verdict (see `costError`). */
export function spendStep(run: Run, place: Omit<Place, 'schema'>): boolean {
  const { budget } = run;
  if (budget.spentAt) return false;
  budget.steps -= 1;
  if (budget.steps > 0 && place.depth <= MAX_DEPTH) return run.errors.length < MAX_ERRORS;
  budget.spentAt = place;
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

export function addError(run: Run, place: Place, keyword: string, params: Record<string, Json> = {}): void {
  const schemaPath = writePath({ up: place.schemaPath, step: keyword });
  run.errors.push({ path: writePath(place.path), schemaPath, keyword, params });
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
  return stepInto(root, fragment);
}

function stepInto(root: JsonObject, fragment: string): Json | undefined {
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
