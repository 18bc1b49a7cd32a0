import { isJsonObject, type Json, type JsonObject } from './json';
import { NotMaterializable } from './materializing-error';
import { cloneShared, type Provenance } from './merge/clone';
import { keysOf, type Maybe, memberOf } from './merge/values';
import { appendPointer, fromPointer } from './pointer';
import { resolveUri, splitUri } from './ref-uri';
import type { SchemaLookup } from './types';

/** More steps than this are refused: the references multiply without bound. */
const MAX_STEPS = 2_000_000;
const ROOT = '';

/** A place in one of the documents: its URI (`''` for the schema itself) and a pointer. */
interface Location {
  uri: string;
  pointer: string;
}

interface Resolution extends Location {
  value: Maybe;
}

interface Run {
  documents: Map<string, JsonObject>;
  lookup: SchemaLookup;
  provenance: Provenance;
  /** What was walked already holds no reference any more. */
  done: Set<Json>;
  /** What is being walked: a reference to one of these is a circle. */
  open: Set<Json>;
  steps: number;
}

/**
 * Replaces every `$ref` by what it refers to, as json-schema-ref-parser 7 does for jsonschema-tools
 * (conformance.md A3): keys beside a `$ref` come before those of what it refers to; two references to one place
 * give one instance. Gives a new value. Throws `NotMaterializable` for a reference that leads nowhere or in a
 * circle: upstream would fail, or never end.
 */
export function dereference(schema: JsonObject, lookup: SchemaLookup, provenance: Provenance): JsonObject {
  const root = cloneShared(schema);
  const documents = new Map([[ROOT, root]]);
  const run: Run = { documents, lookup, provenance, done: new Set(), open: new Set(), steps: 0 };
  load(root, { uri: ROOT, pointer: '' }, run);
  const result = replaceIn(root, { uri: ROOT, pointer: '' }, '', run);
  if (!isJsonObject(result)) throw new NotMaterializable('unresolved-ref', '', { ref: '#' });
  return result;
}

function refOf(value: Maybe): string | null {
  const ref = isJsonObject(value) ? memberOf(value, '$ref') : undefined;
  return typeof ref === 'string' && ref !== '' ? ref : null;
}

/** A reference to an anchor (`#name`) is left as it stands. */
function isFollowed(ref: string | null): ref is string {
  return ref !== null && (!ref.startsWith('#') || ref === '#' || ref.startsWith('#/'));
}

function countStep(run: Run, path: string): void {
  run.steps += 1;
  if (run.steps > MAX_STEPS) throw new NotMaterializable('schema-too-large', path, { limit: MAX_STEPS });
}

/** Loads every document that is referred to. What stands beside an external `$ref` is not looked at. */
function load(document: Json, from: Location, run: Run): void {
  const pending: { node: Maybe; pointer: string }[] = [{ node: document, pointer: from.pointer }];
  const seen = new Set<Maybe>();
  while (pending.length > 0) {
    const { node, pointer } = pending.pop() as { node: Maybe; pointer: string };
    if (typeof node !== 'object' || node === null || seen.has(node)) continue;
    seen.add(node);
    const ref = refOf(node);
    if (ref !== null && !ref.startsWith('#')) loadDocument(ref, { uri: from.uri, pointer }, run);
    else
      for (const key of keysOf(node).reverse())
        pending.push({ node: memberOf(node, key), pointer: appendPointer(pointer, key) });
  }
}

function loadDocument(ref: string, from: Location, run: Run): void {
  const { uri } = splitUri(ref);
  const resolved = resolveUri(uri, from.uri);
  const path = from.uri === ROOT ? from.pointer : '';
  if (resolved === null) throw new NotMaterializable('unresolved-ref', path, { ref });
  if (run.documents.has(resolved)) return;
  const found = run.lookup(resolved);
  if (!found) throw new NotMaterializable('unresolved-ref', path, { ref });
  const document = cloneShared(found);
  markOrigin(document, resolved, run.provenance);
  run.documents.set(resolved, document);
  load(document, { uri: resolved, pointer: '' }, run);
}

function markOrigin(node: Json, uri: string, provenance: Provenance): void {
  if (typeof node !== 'object' || node === null || provenance.has(node)) return;
  provenance.set(node, uri);
  for (const child of Object.values(node)) markOrigin(child, uri, provenance);
}

/** Replaces the references in a value; `path` is its place in the result, for findings. */
function replaceIn(value: Json, at: Location, path: string, run: Run): Json {
  if (typeof value !== 'object' || value === null || run.done.has(value)) return value;
  countStep(run, path);
  run.open.add(value);
  const ref = refOf(value);
  let result: Json = value;
  if (isFollowed(ref)) result = follow(value as JsonObject, ref, at, path, run);
  else replaceMembers(value, at, path, run);
  run.open.delete(value);
  if (result === value) run.done.add(value);
  return result;
}

function replaceMembers(holder: Json[] | JsonObject, at: Location, path: string, run: Run): void {
  const members = holder as JsonObject;
  for (const key of Object.keys(holder)) {
    const member = members[key] as Json;
    const place = { uri: at.uri, pointer: appendPointer(at.pointer, key) };
    const below = appendPointer(path, key);
    const ref = refOf(member);
    if (isFollowed(ref)) members[key] = follow(member as JsonObject, ref, place, below, run);
    else if (run.open.has(member)) throw new NotMaterializable('cyclic-ref', below, { ref: '' });
    else members[key] = replaceIn(member, place, below, run);
  }
}

function follow(holder: JsonObject, ref: string, at: Location, path: string, run: Run): Json {
  countStep(run, path);
  const target = resolve(locate(ref, at.uri, path), ref, path, run);
  if (isOpen(target.value, run)) throw new NotMaterializable('cyclic-ref', path, { ref });
  const value = extend(holder, target.value as Json);
  return replaceIn(value, target, path, run);
}

function isOpen(value: Maybe, run: Run): boolean {
  return typeof value === 'object' && value !== null && run.open.has(value);
}

function locate(ref: string, base: string, path: string): Location {
  const { uri, fragment } = splitUri(ref);
  const resolved = uri === '' ? base : resolveUri(uri, base);
  if (resolved === null || (fragment !== '' && !fragment.startsWith('/')))
    throw new NotMaterializable('unresolved-ref', path, { ref });
  return { uri: resolved, pointer: fragment };
}

/** Walks to a place; references on the way, and at its end, are followed too. */
function resolve(location: Location, ref: string, path: string, run: Run, trail: string[] = []): Resolution {
  const id = `${location.uri}#${location.pointer}`;
  if (trail.includes(id)) throw new NotMaterializable('cyclic-ref', path, { ref });
  countStep(run, path);
  const document = run.documents.get(location.uri);
  if (!document) throw new NotMaterializable('unresolved-ref', path, { ref });
  let here: Resolution = { uri: location.uri, pointer: '', value: document };
  const steps = fromPointer(location.pointer);
  for (const step of [...steps, null]) {
    here = passThrough(here, ref, path, run, [...trail, id]);
    if (step === null) break;
    const value = memberOf(here.value, step);
    if (value === undefined) throw new NotMaterializable('unresolved-ref', path, { ref });
    here = { uri: here.uri, pointer: appendPointer(here.pointer, step), value };
  }
  return here;
}

function passThrough(here: Resolution, ref: string, path: string, run: Run, trail: string[]): Resolution {
  const next = refOf(here.value);
  if (!isFollowed(next)) return here;
  const target = resolve(locate(next, here.uri, path), ref, path, run, trail);
  const holder = here.value as JsonObject;
  if (Object.keys(holder).length === 1) return target;
  // A reference with keys beside it makes a new value in its own place.
  return { ...here, value: extend(holder, target.value as Json) };
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
