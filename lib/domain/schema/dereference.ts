import { isJsonObject, type Json, type JsonObject } from './json';
import { NotMaterializable, UnusableDocument } from './materializing-error';
import { cloneShared, type Provenance } from './merge/clone';
import { keysOf, type Maybe, memberOf } from './merge/values';
import { appendSteps, filePathOf, ROOT, resolveReference, stripHash } from './ref-uri';
import { countStep, extend, isFollowed, refOf, refuse, resolvePointer } from './resolve-pointer';
import { noteDocument, type SharedParts } from './shared-parts';
import { type Trail, trailPointer } from './trail';
import type { SchemaLookup } from './types';

/** Where the walk is: the place that references start from, and the place in the result. */
interface Place {
  base: string;
  trail: Trail | null;
}

interface Run {
  /** By URI; that of the schema itself is `ROOT`. */
  documents: Map<string, Json>;
  lookup: SchemaLookup;
  provenance: Provenance | undefined;
  shared: SharedParts | null;
  /** Documents that stand here as they were found; null where none may, because references write into them. */
  found: Set<Json> | null;
  /** What was walked already holds no reference any more. */
  done: Set<Json>;
  /** What is being walked: a reference to one of these is a circle. */
  open: Set<Json>;
  circle: Circle | null;
  steps: number;
}

interface Given {
  lookup: SchemaLookup;
  provenance?: Provenance;
  shared: SharedParts | null;
}

/** A reference, and where it stands in the result. */
export interface Circle {
  trail: Trail | null;
  ref: string;
}

interface Dereferenced {
  value: Json;
  /** The first reference that leads to what holds it, or passes through itself; then references may be left. */
  circle: Circle | null;
}

/** A reference writes into a document that stands here as it was found. */
class WritesToFound extends Error {}

/**
 * Replaces every `$ref` by what it refers to, as json-schema-ref-parser 7 does for jsonschema-tools
 * (conformance.md A3): keys beside a `$ref` come before those of what it refers to; two references to one place
 * give one instance; a reference that passes through itself is left in its place. Gives a new value, which holds
 * documents without references as the lookup gave them, and may be a part of itself where a reference leads to what
 * holds it. Throws `NotMaterializable` for a reference that leads nowhere, or round without end: upstream would fail.
 */
export function dereference(schema: JsonObject, given: Given): Dereferenced {
  try {
    return dereferenceWith(new Set(), schema, given);
  } catch (error) {
    if (!(error instanceof WritesToFound)) throw error;
    return dereferenceWith(null, schema, given);
  }
}

function dereferenceWith(
  found: Run['found'],
  schema: JsonObject,
  { lookup, provenance, shared }: Given,
): Dereferenced {
  const root = cloneShared(schema);
  const run: Run = {
    documents: new Map<string, Json>([[ROOT, root]]),
    lookup,
    provenance,
    shared: found === null ? null : shared,
    found,
    done: new Set(),
    open: new Set(),
    circle: null,
    steps: 0,
  };
  load(root, ROOT, run);
  const result = replaceIn(root, { base: ROOT, trail: null }, run);
  const value = result === root ? root : cloneShared(result, provenance);
  return { value, circle: run.circle };
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
  const target = resolveReference(base, ref);
  // A place in another document is no place in this schema.
  const place = base === ROOT ? trail : null;
  if (target === null) refuse('unresolved-ref', place, ref);
  const resolved = stripHash(target);
  if (run.documents.has(resolved)) return;
  const found = lookUp(resolved, ref, { place, run });
  if (found === undefined) refuse('unresolved-ref', place, ref);
  // Most fragments hold nothing to replace. One that is known by two names is two documents upstream.
  if (isFinished(found) && run.found?.has(found) === false) {
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
): Json | undefined {
  const path = filePathOf(uri);
  try {
    return path === null ? undefined : run.lookup(path);
  } catch (error) {
    if (!(error instanceof UnusableDocument)) throw error;
    throw new NotMaterializable(error.rule, trailPointer(place), { ...error.params, ref });
  }
}

const finished = new WeakMap<object, boolean>();

/** Tells whether a document holds neither a `$ref` nor an `allOf`, so that nobody changes it. */
function isFinished(document: Json): document is JsonObject {
  if (!isJsonObject(document)) return false;
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
  const circle = run.circle;
  run.circle = null;
  let result: Json = value;
  if (isFollowed(refOf(value))) result = follow(value as JsonObject, place, run);
  else replaceMembers(value, place, run);
  run.open.delete(value);
  // Where a circle was met, references may be left.
  if (result === value && run.circle === null) run.done.add(value);
  run.circle = circle ?? run.circle;
  return result;
}

function replaceMembers(holder: Json[] | JsonObject, { base, trail }: Place, run: Run): void {
  const members = holder as JsonObject;
  for (const key of Object.keys(holder)) {
    const member = members[key] as Json;
    if (typeof member !== 'object' || member === null) continue;
    const here: Place = { base, trail: { up: trail, key } };
    const isReference = isFollowed(refOf(member));
    if (!isReference && run.open.has(member)) {
      run.circle ??= { trail: here.trail, ref: '' };
      continue;
    }
    const replaced = isReference ? follow(member as JsonObject, here, run) : replaceIn(member, here, run);
    // A document that holds no reference is not ours to write to.
    if (replaced !== member) members[key] = replaced;
  }
}

function follow(holder: JsonObject, { base, trail }: Place, run: Run): Json {
  const ref = refOf(holder) ?? '';
  countStep(run, trail);
  const target = resolvePointer(base, { ref, trail, run });
  const value = extend(holder, target.value as Json);
  if (target.isCircular) return leaveReference(value, target.place, { ref, trail, run });
  if (isOpen(target.value, run)) {
    run.circle ??= { trail, ref };
    return value;
  }
  return replaceIn(value, { base: target.place, trail }, run);
}

function isOpen(value: Maybe, run: Run): boolean {
  return typeof value === 'object' && value !== null && run.open.has(value);
}

/** A reference that passes through itself is written again, as the place where it stands. */
function leaveReference(
  value: Json,
  place: string,
  { ref, trail, run }: { ref: string; trail: Trail | null; run: Run },
): Json {
  if (typeof value !== 'object' || value === null) refuse('cyclic-ref', trail, ref);
  const document = run.documents.get(stripHash(place));
  if (document !== undefined && run.found?.has(document)) throw new WritesToFound();
  run.circle ??= { trail, ref };
  (value as JsonObject)['$ref'] = appendTrail(trail);
  return value;
}

function appendTrail(trail: Trail | null): string {
  const keys: string[] = [];
  for (let here = trail; here; here = here.up) keys.unshift(here.key);
  return appendSteps('#', keys);
}
