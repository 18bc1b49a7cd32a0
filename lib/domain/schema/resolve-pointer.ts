import { isJsonObject, type Json, type JsonObject } from './json';
import { NotMaterializable } from './materializing-error';
import { type Maybe, memberOf } from './merge/values';
import { appendSteps, ROOT, resolveReference, stepsOf, stripHash } from './ref-uri';
import { type Trail, trailPointer } from './trail';

/** More steps than this are refused: the references multiply without bound. */
const MAX_STEPS = 500_000;

/** What stands at a place, and that place: references there start from it. */
export interface Target {
  place: string;
  value: Maybe;
  /** The reference passes through itself. */
  isCircular: boolean;
}

/** A reference that is being followed. */
export interface Search {
  ref: string;
  /** Where it stands in the result. */
  trail: Trail | null;
  run: { documents: ReadonlyMap<string, Json>; steps: number };
}

/**
 * Finds what a reference means, as the pointers of json-schema-ref-parser 7 do; references on the way, and at its end,
 * are followed too. Throws NotMaterializable where it leads nowhere, or in a circle without end.
 */
export function resolvePointer(base: string, search: Search): Target {
  return walkTo(locate(search.ref, base, search), search, new Set());
}

/** Gives the text of a reference; null for what is none. */
export function refOf(value: Maybe): string | null {
  const ref = isJsonObject(value) ? memberOf(value, '$ref') : undefined;
  return typeof ref === 'string' && ref !== '' ? ref : null;
}

/** A reference to an anchor (`#name`) is left as it stands. */
export function isFollowed(ref: string | null): ref is string {
  return ref !== null && (!ref.startsWith('#') || ref === '#' || ref.startsWith('#/'));
}

/** What a reference stands for: the keys beside it first, then those of what it refers to. */
export function extend(holder: JsonObject, value: Json): Json {
  if (Object.keys(holder).length === 1 || typeof value !== 'object' || value === null) return value;
  const extended: JsonObject = {};
  for (const key of Object.keys(holder)) if (key !== '$ref') extended[key] = holder[key] as Json;
  // As upstream, which finds in every object what all of them have.
  for (const key of Object.keys(value)) if (!(key in extended)) extended[key] = memberOf(value, key) as Json;
  return extended;
}

export function refuse(rule: string, trail: Trail | null, ref: string): never {
  throw new NotMaterializable(rule, trailPointer(trail), { ref });
}

export function countStep(run: { steps: number }, trail: Trail | null): void {
  run.steps += 1;
  if (run.steps <= MAX_STEPS) return;
  throw new NotMaterializable('schema-too-large', trailPointer(trail), { limit: MAX_STEPS });
}

function locate(ref: string, base: string, { ref: asked, trail }: Search): string {
  return resolveReference(base, ref) ?? refuse('unresolved-ref', trail, asked);
}

/** `visited` holds the places that led here: coming to one of them again never ends. */
function walkTo(given: string, search: Search, visited: Set<string>): Target {
  const { ref, trail, run } = search;
  const place = stripHash(given) === ROOT ? given : locate(given, ROOT, search);
  if (visited.has(place)) refuse('cyclic-ref', trail, ref);
  countStep(run, trail);
  visited.add(place);
  const steps = stepsOf(place);
  let here: Target = { place, value: run.documents.get(stripHash(place)), isCircular: false };
  if (here.value === undefined || steps === null) refuse('unresolved-ref', trail, ref);
  for (const [index, step] of steps.entries()) {
    const next = passThrough(here, search, visited);
    const isMoved = next.place !== here.place;
    const value = childOf(next.value, step);
    if (value === undefined) refuse('unresolved-ref', trail, ref);
    here = { ...next, place: isMoved ? appendSteps(next.place, steps.slice(index)) : next.place, value };
  }
  here = passThrough(here, search, visited);
  visited.delete(place);
  return here;
}

/** Text has its length and its characters. */
function childOf(value: Maybe, step: string): Maybe {
  if (typeof value !== 'string') return memberOf(value, step);
  if (step === 'length') return value.length;
  return /^(?:0|[1-9]\d*)$/.test(step) ? value[Number(step)] : undefined;
}

/** Follows the reference that stands here, if one does. */
function passThrough(here: Target, search: Search, visited: Set<string>): Target {
  const ref = refOf(here.value);
  if (!isFollowed(ref)) return here;
  const place = locate(ref, here.place, search);
  if (place === here.place) return { ...here, isCircular: true };
  const target = walkTo(place, search, visited);
  const holder = here.value as JsonObject;
  // With keys beside it, it makes a new value in its own place.
  if (Object.keys(holder).length > 1) return { ...here, value: extend(holder, target.value as Json) };
  return { ...target, isCircular: here.isCircular };
}
