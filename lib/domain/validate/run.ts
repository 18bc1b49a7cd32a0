import type { Json, JsonObject } from '../schema/json';
import { fromPointer } from '../schema/pointer';
import type { ValidationError } from './validation-error';

/** Deeper than this no real event goes; the check stops before the call stack does. */
const MAX_DEPTH = 1000;
/** Visits of one subschema with one value. The largest real schemas need a few thousand. */
const MAX_STEPS = 1_000_000;
/** More errors than this help nobody. */
const MAX_ERRORS = 100;

/** A place where a check stands: a subschema, and the value it judges. */
export interface Place {
  schema: JsonObject;
  schemaPath: string;
  path: string;
  depth: number;
}

/** What one validation carries along. */
export interface Run {
  root: JsonObject;
  errors: ValidationError[];
  steps: { left: number };
}

export function startRun(root: JsonObject): Run {
  return { root, errors: [], steps: { left: MAX_STEPS } };
}

/** The same validation with an error list of its own: for branches whose failure is no failure of the whole. */
export function forkRun(run: Run): Run {
  return { ...run, errors: [] };
}

/** Counts one step; false, with a `cost` error, where the check must stop. */
export function spendStep(run: Run, place: Omit<Place, 'schema'>): boolean {
  run.steps.left -= 1;
  if (run.steps.left > 0 && place.depth <= MAX_DEPTH) return run.errors.length < MAX_ERRORS;
  if (run.errors.length < MAX_ERRORS) {
    run.errors.push({ path: place.path, schemaPath: place.schemaPath, keyword: 'cost', params: {} });
  }
  return false;
}

export function addError(run: Run, place: Place, keyword: string, params: Record<string, Json> = {}): void {
  run.errors.push({ path: place.path, schemaPath: `${place.schemaPath}/${keyword}`, keyword, params });
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
