import { isJsonObject, type Json, type JsonObject } from './json';
import { NotMaterializable, UnusableDocument } from './materializing-error';
import { cloneShared, type Provenance } from './merge/clone';
import { keysOf, type Maybe, memberOf } from './merge/values';
import { fromPointer } from './pointer';
import { resolveUri, splitUri } from './ref-uri';
import { noteDocument, type SharedParts } from './shared-parts';
import { type Trail, trailPointer } from './trail';
import type { SchemaLookup } from './types';

/** More steps than this are refused: the references multiply without bound. */
const MAX_STEPS = 2_000_000;
const ROOT = '';

/** A place in one of the documents: its URI (`''` for the schema itself) and a pointer. */
interface Location {
  uri: string;
  pointer: string;
}

/** What stands at a place, and the document it stands in: references there start from that one. */
interface Resolution {
  uri: string;
  value: Maybe;
}

/** Where the walk is: the document that references start from, and the place in the result. */
interface Place {
  base: string;
  trail: Trail | null;
}

interface Run {
  documents: Map<string, JsonObject>;
  lookup: SchemaLookup;
  provenance: Provenance | undefined;
  shared: SharedParts | null;
  /** Documents that stand here as they were found. */
  found: Set<JsonObject>;
  /** What was walked already holds no reference any more. */
  done: Set<Json>;
  /** What is being walked: a reference to one of these is a circle. */
  open: Set<Json>;
  steps: number;
}

/**
 * Replaces every `$ref` by what it refers to, as json-schema-ref-parser 7 does for jsonschema-tools
 * (conformance.md A3): keys beside a `$ref` come before those of what it refers to; two references to one place
 * give one instance. Gives a new value, which holds documents without references as the lookup gave them. Throws
 * `NotMaterializable` for a reference that leads nowhere or in a circle: upstream would fail, or never end.
 */
export function dereference(
  schema: JsonObject,
  {
    lookup,
    provenance,
    shared,
  }: { lookup: SchemaLookup; provenance?: Provenance; shared: SharedParts | null },
): JsonObject {
  const root = cloneShared(schema);
  const documents = new Map([[ROOT, root]]);
  const run: Run = {
    documents,
    lookup,
    provenance,
    shared,
    found: new Set(),
    done: new Set(),
    open: new Set(),
    steps: 0,
  };
  load(root, ROOT, run);
  const result = replaceIn(root, { base: ROOT, trail: null }, run);
  if (!isJsonObject(result)) throw new NotMaterializable('unresolved-ref', '', { ref: '#' });
  return result === root ? root : cloneShared(result, provenance);
}

function refOf(value: Maybe): string | null {
  const ref = isJsonObject(value) ? memberOf(value, '$ref') : undefined;
  return typeof ref === 'string' && ref !== '' ? ref : null;
}

/** A reference to an anchor (`#name`) is left as it stands. */
function isFollowed(ref: string | null): ref is string {
  return ref !== null && (!ref.startsWith('#') || ref === '#' || ref.startsWith('#/'));
}

function refuse(rule: string, trail: Trail | null, ref: string): never {
  throw new NotMaterializable(rule, trailPointer(trail), { ref });
}

function countStep(run: Run, trail: Trail | null): void {
  run.steps += 1;
  if (run.steps <= MAX_STEPS) return;
  throw new NotMaterializable('schema-too-large', trailPointer(trail), { limit: MAX_STEPS });
}

/** Loads every document that is referred to. What stands beside an external `$ref` is not looked at. */
function load(document: Json, uri: string, run: Run): void {
  const pending: { node: Maybe; trail: Trail | null }[] = [{ node: document, trail: null }];
  const seen = new Set<Maybe>();
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, trail } = next;
    if (typeof node !== 'object' || node === null || seen.has(node)) continue;
    seen.add(node);
    const ref = refOf(node);
    if (ref !== null && !ref.startsWith('#')) loadDocument(ref, { base: uri, trail }, run);
    else
      for (const key of keysOf(node).reverse())
        pending.push({ node: memberOf(node, key), trail: { up: trail, key } });
  }
}

function loadDocument(ref: string, { base, trail }: Place, run: Run): void {
  const resolved = resolveUri(splitUri(ref).uri, base);
  // A place in another document is no place in this schema.
  const place = base === ROOT ? trail : null;
  if (resolved === null) refuse('unresolved-ref', place, ref);
  if (run.documents.has(resolved)) return;
  const found = lookUp(resolved, ref, { place, run });
  if (!found) refuse('unresolved-ref', place, ref);
  // Most fragments hold nothing to replace. One that is known by two names is two documents upstream.
  if (isFinished(found) && !run.found.has(found)) {
    run.found.add(found);
    run.documents.set(resolved, found);
    run.done.add(found);
    if (run.provenance) markOrigin(found, resolved, run.provenance);
    if (run.shared) noteDocument(run.shared, found);
    return;
  }
  const document = cloneShared(found);
  if (run.provenance) markOrigin(document, resolved, run.provenance);
  run.documents.set(resolved, document);
  load(document, resolved, run);
}

/** What the lookup gives; a document that must not be used is refused with the lookup's own reason. */
function lookUp(
  uri: string,
  ref: string,
  { place, run }: { place: Trail | null; run: Run },
): JsonObject | null {
  try {
    return run.lookup(uri);
  } catch (error) {
    if (!(error instanceof UnusableDocument)) throw error;
    throw new NotMaterializable(error.rule, trailPointer(place), { ...error.params, ref });
  }
}

const finished = new WeakMap<JsonObject, boolean>();

/** Tells whether a document holds neither a `$ref` nor an `allOf`, so that nobody changes it. */
function isFinished(document: JsonObject): boolean {
  let known = finished.get(document);
  if (known === undefined) {
    known = hasNothingToResolve(document, new Set());
    finished.set(document, known);
  }
  return known;
}

function hasNothingToResolve(node: Json, seen: Set<Json>): boolean {
  if (typeof node !== 'object' || node === null) return true;
  // A part that stands in it twice may become two.
  if (seen.has(node)) return false;
  seen.add(node);
  if (Object.hasOwn(node, '$ref') || Object.hasOwn(node, 'allOf')) return false;
  return Object.values(node).every((child) => hasNothingToResolve(child, seen));
}

function markOrigin(node: Json, uri: string, provenance: Provenance): void {
  if (typeof node !== 'object' || node === null || provenance.has(node)) return;
  provenance.set(node, uri);
  for (const child of Object.values(node)) markOrigin(child, uri, provenance);
}

function replaceIn(value: Json, place: Place, run: Run): Json {
  if (typeof value !== 'object' || value === null || run.done.has(value)) return value;
  countStep(run, place.trail);
  run.open.add(value);
  let result: Json = value;
  if (isFollowed(refOf(value))) result = follow(value as JsonObject, place, run);
  else replaceMembers(value, place, run);
  run.open.delete(value);
  if (result === value) run.done.add(value);
  return result;
}

function replaceMembers(holder: Json[] | JsonObject, { base, trail }: Place, run: Run): void {
  const members = holder as JsonObject;
  for (const key of Object.keys(holder)) {
    const member = members[key] as Json;
    if (typeof member !== 'object' || member === null) continue;
    const here: Place = { base, trail: { up: trail, key } };
    const isReference = isFollowed(refOf(member));
    if (!isReference && run.open.has(member)) refuse('cyclic-ref', here.trail, '');
    const replaced = isReference ? follow(member as JsonObject, here, run) : replaceIn(member, here, run);
    // A document that holds no reference is not ours to write to.
    if (replaced !== member) members[key] = replaced;
  }
}

function follow(holder: JsonObject, { base, trail }: Place, run: Run): Json {
  const ref = refOf(holder) ?? '';
  countStep(run, trail);
  const search: Search = { ref, trail, run, visited: new Set() };
  const target = resolve(locate(ref, base, search), search);
  if (isOpen(target.value, run)) refuse('cyclic-ref', trail, ref);
  return replaceIn(extend(holder, target.value as Json), { base: target.uri, trail }, run);
}

function isOpen(value: Maybe, run: Run): boolean {
  return typeof value === 'object' && value !== null && run.open.has(value);
}

/** A walk to what a reference means. */
interface Search {
  ref: string;
  trail: Trail | null;
  run: Run;
  /** The references that led here: coming to one of them again is a circle. */
  visited: Set<string>;
}

function locate(ref: string, base: string, { trail }: Search): Location {
  const { uri, fragment } = splitUri(ref);
  const resolved = uri === '' ? base : resolveUri(uri, base);
  if (resolved === null || (fragment !== '' && !fragment.startsWith('/')))
    return refuse('unresolved-ref', trail, ref);
  return { uri: resolved, pointer: fragment };
}

/** Walks to a place; references on the way, and at its end, are followed too. */
function resolve(location: Location, search: Search): Resolution {
  const { ref, trail, run } = search;
  const id = `${location.uri}#${location.pointer}`;
  if (search.visited.has(id)) refuse('cyclic-ref', trail, ref);
  countStep(run, trail);
  search.visited.add(id);
  let here: Resolution = { uri: location.uri, value: run.documents.get(location.uri) };
  if (here.value === undefined) refuse('unresolved-ref', trail, ref);
  for (const step of fromPointer(location.pointer)) {
    here = passThrough(here, search);
    const value = memberOf(here.value, step);
    if (value === undefined) refuse('unresolved-ref', trail, ref);
    here = { uri: here.uri, value };
  }
  const result = passThrough(here, search);
  search.visited.delete(id);
  return result;
}

function passThrough(here: Resolution, search: Search): Resolution {
  const next = refOf(here.value);
  if (!isFollowed(next)) return here;
  const target = resolve(locate(next, here.uri, search), search);
  const holder = here.value as JsonObject;
  if (Object.keys(holder).length === 1) return target;
  // A reference with keys beside it makes a new value in its own place.
  return { uri: here.uri, value: extend(holder, target.value as Json) };
}

/** What a reference stands for: the keys beside it first, then those of what it refers to. */
function extend(holder: JsonObject, value: Json): Json {
  if (Object.keys(holder).length === 1 || typeof value !== 'object' || value === null) return value;
  const extended: JsonObject = {};
  for (const key of Object.keys(holder)) if (key !== '$ref') extended[key] = holder[key] as Json;
  for (const key of Object.keys(value)) {
    if (!Object.hasOwn(extended, key)) extended[key] = (value as JsonObject)[key] as Json;
  }
  return extended;
}
