import { isJsonObject, type Json, type JsonObject } from '../json';
import { Incompatible, NotMaterializable } from '../materializing-error';
import { cloneInto, cloneShared, type Provenance } from './clone';
import { isSameValue } from './compare';
import type { SharedParts } from '../shared-parts';
import { copySimple } from './copy-simple';
import { mergeItemKeywords, mergePropertyKeywords } from './group-keywords';
import { type Merging, pathPointer, resolvers } from './resolvers';
import { flattenDeep, isDefined, keysOf, type Maybe, memberOf, unique, uniqueBy } from './values';

/** More merges than this are refused: combinations multiply without bound. */
const MAX_MERGES = 300_000;
/** More parts at one place than this are refused: each is compared with each. */
const MAX_PARTS = 1_000;

const propertyKeywords = new Set(['properties', 'patternProperties', 'additionalProperties']);
const itemKeywords = new Set(['items', 'additionalItems']);
const choiceKeywords = new Set(['anyOf', 'oneOf']);
const keyedKeywords = new Set(['definitions', 'dependencies']);
/** Keywords that hold a schema are merged even where there is only one value: it may hold an `allOf` itself. */
const schemaKeywords = new Set(['contains', 'propertyNames', 'not']);

export interface MergeRun {
  /** Origin of nodes; a merged node is a fragment's where all that went into it is. */
  provenance: Provenance | undefined;
  /** Whether an instance may stand in the schema twice: upstream, what is done to it shows in both places. */
  hasRepeats: boolean;
  shared: SharedParts | null;
  merges: number;
  maxMerges: number;
}

/**
 * Merges every `allOf` of a dereferenced schema into the schema that holds it, as json-schema-merge-allof 0.6.0
 * does with the settings of jsonschema-tools (conformance.md A3). A list is merged as if it were an `allOf`. Changes the
 * schema it is given at its root, and nothing else unless it has an `allOf`. Throws `Incompatible` where schemas
 * contradict each other.
 */
export function mergeAllOf(
  schema: Json,
  given: Pick<MergeRun, 'provenance' | 'hasRepeats' | 'shared'> & { maxMerges?: number },
): JsonObject {
  const merged = mergeRoot(schema, { maxMerges: MAX_MERGES, ...given, merges: 0 }, []);
  // A part that is `false` leaves nothing but `false`.
  if (!isJsonObject(merged)) throw new NotMaterializable('matches-nothing', '');
  return merged;
}

function mergeRoot(root: Json, run: MergeRun, path: readonly string[]): Maybe {
  return mergeSchemas(flattenDeep(takeAllOf(root, path)), { run, path }, root);
}

/** The schema and all that its `allOf` lists, which is removed: containing schema first. */
function takeAllOf(schema: Maybe, path: readonly string[]): Maybe[] {
  if (schema === null || schema === undefined)
    throw new Incompatible('merge-conflict', pathPointer(path), { keyword: 'allOf', values: [null] });
  const allOf = memberOf(schema, 'allOf');
  if (!Array.isArray(allOf)) return [schema];
  delete (schema as JsonObject)['allOf'];
  return [schema, ...flattenDeep(allOf.flatMap((part) => takeAllOf(part, path)))];
}

interface Place {
  run: MergeRun;
  path: readonly string[];
}

/** Merges schemas into `base`, or a new schema. Undefined where there is none. */
function mergeSchemas(given: readonly Maybe[], { run, path }: Place, base?: Maybe): Maybe {
  countMerge(run, path);
  if (given.length > MAX_PARTS) throw tooLarge(path, MAX_PARTS);
  if (given.length === 1 && base === undefined) {
    const copy = copyAlone(given[0] ?? null, run);
    if (copy !== null) return copy;
  }
  const parts = given.filter(isDefined);
  const all = run.hasRepeats ? cloneShared(parts, run.provenance) : copyParts(parts, run.provenance);
  if (all.length === 0) return undefined;
  if (all.some((schema) => schema === false)) return false;
  if (all.every((schema) => schema === true)) return true;
  const schemas = all.filter(isJsonObject);
  const keys = unique(schemas.flatMap(keysOf));
  if (keys.includes('allOf')) return mergeRoot({ allOf: schemas }, run, path);
  const merged: JsonObject = isJsonObject(base) ? base : {};
  noteOrigin(merged, schemas, run);
  for (const key of keys) {
    if (!propertyKeywords.has(key) && !itemKeywords.has(key))
      mergeKeyword({ key, schemas, merged, run, path });
  }
  const mergeAt = (parts: readonly Maybe[], ...below: string[]): Maybe =>
    mergeSchemas(parts, { run, path: [...path, ...below] });
  if (keys.some((key) => propertyKeywords.has(key)))
    Object.assign(merged, mergePropertyKeywords(schemas, mergeAt));
  if (keys.some((key) => itemKeywords.has(key))) Object.assign(merged, mergeItemKeywords(schemas, mergeAt));
  return merged;
}

/** A copy of a schema that stands alone and has nothing to merge; null where it has. */
function copyAlone(schema: Json, { shared, provenance }: MergeRun): JsonObject | null {
  // Where an instance may stand in the schema twice, all were copied before they came here.
  const isShared = isJsonObject(schema) && shared?.documentOf.has(schema);
  // Where a copy comes from is noted for one schema at a time.
  if (!isShared || !shared || provenance) return copySimple(schema, provenance);
  let copy = shared.copies.get(schema);
  if (copy === undefined) {
    copy = copySimple(schema, undefined);
    shared.copies.set(schema, copy);
    if (copy !== null) shared.parts.add(copy);
  }
  return copy;
}

/**
 * Copies the schemas that are to be merged. What stands below their groups is left as it is: each of its schemas is
 * copied when its own turn comes.
 */
function copyParts(parts: readonly Json[], provenance: Provenance | undefined): Json[] {
  const copies = new Map<object, Json>();
  return parts.map((part) => {
    if (!isJsonObject(part)) return cloneInto(copies, part, provenance);
    const known = copies.get(part);
    if (known !== undefined) return known;
    const copy: JsonObject = {};
    copies.set(part, copy);
    for (const key of Object.keys(part)) {
      const isGroup = propertyKeywords.has(key) || itemKeywords.has(key);
      const value = part[key] as Json;
      copy[key] = isGroup ? value : cloneInto(copies, value, provenance);
    }
    const uri = provenance?.get(part);
    if (uri !== undefined) provenance?.set(copy, uri);
    return copy;
  });
}

function countMerge(run: MergeRun, path: readonly string[]): void {
  run.merges += 1;
  if (run.merges > run.maxMerges) throw tooLarge(path, run.maxMerges);
}

function tooLarge(path: readonly string[], limit: number): NotMaterializable {
  return new NotMaterializable('schema-too-large', pathPointer(path), { limit });
}

function noteOrigin(merged: JsonObject, schemas: JsonObject[], { provenance }: MergeRun): void {
  if (!provenance) return;
  const uris = schemas.map((schema) => provenance.get(schema));
  const uri = uris[0];
  if (uri !== undefined && uris.every((other) => other !== undefined)) provenance.set(merged, uri);
  else provenance.delete(merged);
}

interface KeywordMerge {
  key: string;
  schemas: JsonObject[];
  merged: JsonObject;
  run: MergeRun;
  path: readonly string[];
}

function mergeKeyword({ key, schemas, merged, run, path }: KeywordMerge): void {
  const values = uniqueBy(schemas.map((schema) => memberOf(schema, key)).filter(isDefined), (a, b) =>
    isSameValue(key, a, b),
  );
  const here = [...path, key];
  const [only] = values;
  if (values.length === 1 && choiceKeywords.has(key)) {
    if (!Array.isArray(only)) throw conflict(key, values, here);
    merged[key] = only.map((schema, index) =>
      mergeSchemas([schema], { run, path: [...here, String(index)] }, schema),
    ) as Json[];
  } else if (values.length === 1 && !keyedKeywords.has(key) && !schemaKeywords.has(key)) {
    merged[key] = only as Json;
  } else resolveKeyword(key, values, { merged, run, path: here });
}

function resolveKeyword(
  key: string,
  values: Json[],
  { merged, run, path }: { merged: JsonObject; run: MergeRun; path: readonly string[] },
): void {
  let keptApart = false;
  const merging: Merging = {
    path,
    merge: (schemas, subKey) =>
      mergeSchemas(schemas, { run, path: subKey === undefined ? path : [...path, subKey] }),
    keepApart: (schemas) => {
      keptApart = true;
      const before = merged['allOf'];
      merged['allOf'] = [...schemas, ...(Array.isArray(before) ? before : [])];
    },
  };
  const result = resolvers.get(key)?.(values, merging);
  if (result !== undefined) merged[key] = result;
  else if (keptApart) delete merged[key];
  else throw conflict(key, values, path);
}

function conflict(keyword: string, values: Json[], path: readonly string[]): Incompatible {
  return new Incompatible('merge-conflict', pathPointer(path), { keyword, values });
}
