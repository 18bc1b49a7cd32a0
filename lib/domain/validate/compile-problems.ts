import { isJsonObject, type Json, type JsonObject } from '../schema/json';
import { appendPointer } from '../schema/pointer';
import { isKnownFormat } from './formats';
import { draft07MetaSchemaIds } from './meta-schemas';
import { resolveLocalReference } from './run';
import { findTakenIds } from './taken-ids';
import { findSchemaErrors } from './validate-schema';

/** A reason why an intake cannot use a schema at all. */
export interface CompileProblem {
  /** JSON Pointer into the schema. */
  pointer: string;
  problem: 'invalid-schema' | 'unknown-dialect' | 'unknown-format' | 'unresolved-reference' | 'id-taken';
  value: Json;
}

/**
 * The reasons for which ajv 6, as jsonschema-tools and EventGate set it up, refuses to compile a schema: an empty list
 * means that it compiles. Like ajv, it looks only at subschemas that can be applied to an event.
 */
export function findCompileProblems(schema: JsonObject): CompileProblem[] {
  const id = typeof schema.$id === 'string' ? schema.$id.replace(/#\/?$/, '') : '';
  if (draft07MetaSchemaIds.has(id)) return [{ pointer: '/$id', problem: 'id-taken', value: id }];
  const dialect = schema.$schema;
  if (dialect !== undefined && dialect !== '') {
    const known = typeof dialect === 'string' && draft07MetaSchemaIds.has(dialect.replace(/#\/?$/, ''));
    if (!known) return [{ pointer: '/$schema', problem: 'unknown-dialect', value: dialect }];
  }
  const [invalid] = findSchemaErrors(schema);
  if (invalid) return [{ pointer: invalid.path, problem: 'invalid-schema', value: invalid.keyword }];
  if (hasNothingToRefuse(schema)) return [];
  const taken = findTakenIds(schema).map(
    ({ pointer, id: value }): CompileProblem => ({ pointer, problem: 'id-taken', value }),
  );
  return [...taken, ...new CompileWalk(schema).problems()];
}

const harmless = new WeakMap<object, boolean>();

/**
 * Tells whether neither a reference, nor a format that is unknown, nor a name other than an absolute path stands
 * anywhere in a value, which is so in most.
 */
function hasNothingToRefuse(value: JsonObject | Json[]): boolean {
  let known = harmless.get(value);
  if (known !== undefined) return known;
  const { $id: id, $ref: ref, format } = Array.isArray(value) ? {} : value;
  known =
    ref === undefined &&
    (typeof id !== 'string' || /^\/(?!\/)/.test(id)) &&
    (typeof format !== 'string' || isKnownFormat(format)) &&
    Object.values(value).every(
      (child) => typeof child !== 'object' || child === null || hasNothingToRefuse(child),
    );
  harmless.set(value, known);
  return known;
}

const single = ['additionalProperties', 'items', 'contains', 'propertyNames', 'not'];
const lists = ['items', 'allOf', 'anyOf', 'oneOf'];
const maps = ['properties', 'patternProperties', 'dependencies'];

/** The walk over the subschemas that ajv compiles; each once, references followed. */
class CompileWalk {
  readonly #root: JsonObject;
  readonly #seen = new Set<JsonObject>();
  readonly #problems: CompileProblem[] = [];

  constructor(root: JsonObject) {
    this.#root = root;
  }

  problems(): CompileProblem[] {
    const open: [Json, string][] = [[this.#root, '']];
    for (let next = open.pop(); next; next = open.pop())
      for (const child of this.#visit(...next)) open.push(child);
    return this.#problems;
  }

  #visit(schema: Json, pointer: string): [Json, string][] {
    if (!isJsonObject(schema) || this.#seen.has(schema)) return [];
    this.#seen.add(schema);
    if (typeof schema.$ref === 'string') return this.#follow(schema.$ref, pointer);
    const { format } = schema;
    if (typeof format === 'string' && !isKnownFormat(format)) {
      this.#problems.push({
        pointer: appendPointer(pointer, 'format'),
        problem: 'unknown-format',
        value: format,
      });
    }
    return compiledChildren(schema, pointer);
  }

  #follow(ref: string, pointer: string): [Json, string][] {
    if (draft07MetaSchemaIds.has(ref.replace(/#\/?$/, ''))) return [];
    const target = resolveLocalReference(this.#root, ref);
    if (target !== undefined) return [[target, pointer]];
    this.#problems.push({
      pointer: appendPointer(pointer, '$ref'),
      problem: 'unresolved-reference',
      value: ref,
    });
    return [];
  }
}

/** Keywords by which a subschema can refuse something. Source: ajv 6, lib/compile/rules.js. */
const ruleKeywords = new Set([
  ...['type', '$comment', '$ref', 'const', 'enum', 'not', 'anyOf', 'oneOf', 'allOf', 'if'],
  ...['maximum', 'minimum', 'exclusiveMaximum', 'exclusiveMinimum', 'multipleOf', 'format'],
  ...['maxLength', 'minLength', 'pattern', 'maxItems', 'minItems', 'items', 'contains'],
  ...['uniqueItems', 'maxProperties', 'minProperties', 'required', 'propertyNames', 'dependencies'],
  ...['properties', 'additionalProperties', 'patternProperties'],
]);

function acceptsAnything(schema: Json): boolean {
  if (!isJsonObject(schema)) return schema === true;
  return !Object.keys(schema).some((keyword) => ruleKeywords.has(keyword));
}

function compiledChildren(schema: JsonObject, pointer: string): [Json, string][] {
  const children: [Json, string][] = [];
  for (const [keyword, value] of Object.entries(schema)) {
    const at = appendPointer(pointer, keyword);
    if (Array.isArray(value)) {
      // Alternatives of which one accepts anything are never looked at.
      if (keyword === 'anyOf' && value.some(acceptsAnything)) continue;
      if (lists.includes(keyword))
        for (const [index, item] of value.entries()) children.push([item, `${at}/${index}`]);
    } else if (maps.includes(keyword) && isJsonObject(value)) {
      for (const [name, member] of Object.entries(value)) children.push([member, appendPointer(at, name)]);
    } else if (single.includes(keyword)) {
      children.push([value, at]);
    }
  }
  if (Array.isArray(schema.items) && schema.additionalItems !== undefined) {
    children.push([schema.additionalItems, `${pointer}/additionalItems`]);
  }
  const branches = (['then', 'else'] as const).filter((keyword) => schema[keyword] !== undefined);
  if (schema.if === undefined || branches.length === 0) return children;
  for (const keyword of ['if', ...branches])
    children.push([schema[keyword] ?? null, `${pointer}/${keyword}`]);
  return children;
}
