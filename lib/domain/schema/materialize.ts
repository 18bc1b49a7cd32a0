import type { Finding } from '../findings/finding';
import { enforceNumericBounds } from './bounds';
import { type Circle, dereference } from './dereference';
import { addExample } from './example/add-example';
import { refuseExpansion } from './expanded-size';
import { branchesOf, innerParts } from './fields';
import { isJsonObject, type Json, type JsonObject } from './json';
import { NotMaterializable } from './materializing-error';
import type { Provenance } from './merge/clone';
import { mergeAllOf } from './merge/merge-all-of';
import { isPartOfItself, mergeCircle } from './merge/merge-circle';
import { appendPointer } from './pointer';
import type { SharedParts } from './shared-parts';
import { type Trail, trailPointer } from './trail';
import type { MaterializeOptions, MaterializeResult, Origin, SchemaLookup, SchemaSource } from './types';

/**
 * Materializes a source: dereferences, merges `allOf`, adds bounds and, where asked, an example (conformance.md
 * A3). Serialized, the result is byte for byte what jsonschema-tools 1.3.0 writes. Where that would fail, hang,
 * depend on the clock or have no certain order, the schema is null and an error finding says why. Never throws.
 */
export function materialize(
  source: SchemaSource,
  lookup: SchemaLookup,
  options: MaterializeOptions,
): MaterializeResult {
  const provenance: Provenance | undefined = options.shouldTrackOrigins === false ? undefined : new Map();
  const build = (noted: Provenance | undefined): JsonObject =>
    buildSchema(source.value, { lookup, provenance: noted, options });
  try {
    const schema = build(provenance);
    let origins: Map<string, Origin> | null = null;
    return {
      schema,
      // Worked out for those who ask: writing a version does not.
      get origins() {
        origins ??= provenance ? originsOf(schema, provenance) : findOrigins(build);
        return origins;
      },
      findings: [],
    };
  } catch (error) {
    return { schema: null, origins: new Map(), findings: [toFinding(error, source)] };
  }
}

interface Building {
  lookup: SchemaLookup;
  provenance: Provenance | undefined;
  options: MaterializeOptions;
}

/** The same schema once more, with a note of where each part comes from. */
function findOrigins(build: (noted: Provenance) => JsonObject): Map<string, Origin> {
  const provenance: Provenance = new Map();
  return originsOf(build(provenance), provenance);
}

function buildSchema(value: JsonObject, { lookup, provenance, options }: Building): JsonObject {
  const known = provenance ? null : (options.shared ?? null);
  const { value: dereferenced, circle } = dereference(value, { lookup, provenance, shared: known });
  // Where references are left, its parts are like those of no other schema.
  const shared = circle ? null : known;
  const schema =
    circle && isPartOfItself(dereferenced)
      ? mergeRound(dereferenced, circle, provenance)
      : mergeTree(dereferenced, shared, provenance);
  const { lostValues } = refuseExpansion(schema, shared);
  // Examples of a schema that is only referred to are not this schema's.
  if (!Object.hasOwn(value, 'examples')) delete schema['examples'];
  const bounds = options.enforcedNumericBounds;
  if (bounds) enforceNumericBounds(schema, bounds, shared);
  if (options.shouldGenerateExample) addExample(schema, options.schemaVersionField, shared);
  if (lostValues || (bounds && !bounds.every(Number.isFinite))) refuseUnwritable(schema);
  else if (Object.hasOwn(schema, 'examples')) refuseUnwritable({ examples: schema['examples'] as Json });
  return schema;
}

function mergeTree(value: Json, shared: SharedParts | null, provenance: Provenance | undefined): JsonObject {
  const { reservedNames, repeats } = refuseExpansion(value, shared);
  if (reservedNames) refuseReservedNames(value);
  return mergeAllOf(value, { provenance, hasRepeats: repeats, shared });
}

function mergeRound(value: Json, { trail, ref }: Circle, provenance: Provenance | undefined): JsonObject {
  refuseReservedNames(value);
  const refuse = (): never => {
    throw new NotMaterializable('cyclic-ref', trailPointer(trail), { ref });
  };
  return mergeCircle(value, { provenance, refuse });
}

/** Upstream finds these names in every object, so that it orders their keys by chance. */
function refuseReservedNames(schema: Json): void {
  walk(schema, (node, trail) => {
    if (!isJsonObject(node)) return;
    const name = Object.keys(node).find((key) => key in Object.prototype);
    if (name !== undefined) throw new NotMaterializable('reserved-name', trailPointer(trail), { name });
  });
}

/** What neither YAML nor JSON can say comes only from a contradiction upstream. */
function refuseUnwritable(schema: JsonObject): void {
  walk(schema, (node, trail) => {
    // A choice that the generator did not come to make is a function.
    const isSaid = node !== undefined && typeof node !== 'function';
    if (!isSaid || (typeof node === 'number' && !Number.isFinite(node)))
      throw new NotMaterializable('value-not-in-json', trailPointer(trail));
  });
}

function walk(root: Json, visit: (node: Json | undefined, trail: Trail | null) => void): void {
  const seen = new Set<Json>();
  const enter = (node: Json | undefined, trail: Trail | null): void => {
    visit(node, trail);
    if (typeof node !== 'object' || node === null || seen.has(node)) return;
    seen.add(node);
    for (const key of Object.keys(node)) enter((node as JsonObject)[key], { up: trail, key });
  };
  enter(root, null);
}

/** The origin of each property, also of those in branches, list items and map values. */
function originsOf(schema: JsonObject, provenance: Provenance): Map<string, Origin> {
  const origins = new Map<string, Origin>();
  const enter = (node: Json | undefined, pointer: string): void => {
    if (!isJsonObject(node)) return;
    const properties = node['properties'];
    if (isJsonObject(properties)) {
      for (const name of Object.keys(properties)) {
        const below = `${pointer}/properties${appendPointer('', name)}`;
        const child = properties[name];
        origins.set(below, originOf(child, provenance));
        enter(child, below);
      }
    }
    for (const [below, branch] of branchesOf(node)) enter(branch, pointer + below);
    for (const part of innerParts(node)) enter(part.node, pointer + part.pointer);
  };
  enter(schema, '');
  return origins;
}

function originOf(node: Json | undefined, provenance: Provenance): Origin {
  const uri = isJsonObject(node) ? provenance.get(node) : undefined;
  return uri === undefined ? { kind: 'own' } : { kind: 'fragment', uri };
}

function toFinding(error: unknown, source: SchemaSource): Finding {
  if (error instanceof NotMaterializable) {
    const { rule, path, params } = error;
    const range = rangeNear(source, path);
    const finding: Finding = { rule, severity: 'error', path, subject: 'materialized', params };
    return range ? { ...finding, range } : finding;
  }
  // The stack ends before any schema does that a person wrote.
  if (error instanceof RangeError)
    return { rule: 'too-deep', severity: 'error', path: '', subject: 'materialized', params: {} };
  // A keyword holds something that no draft of JSON Schema allows; upstream falls over it, too.
  if (error instanceof TypeError)
    return { rule: 'malformed-schema', severity: 'error', path: '', subject: 'materialized', params: {} };
  throw error;
}

/** The place itself, or the nearest one around it that stands in this text. */
function rangeNear(source: SchemaSource, path: string): Finding['range'] | null {
  for (let pointer = path; pointer !== ''; pointer = pointer.slice(0, pointer.lastIndexOf('/'))) {
    const range = source.rangeOf(pointer, 'key') ?? source.rangeOf(pointer);
    if (range) return range;
  }
  return null;
}
