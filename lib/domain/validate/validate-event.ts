import { isJsonObject, type Json, type JsonObject } from '../schema/json';
import { isDeeperThan } from './json-equality';
import { draft07MetaSchema, draft07MetaSchemaIds } from './meta-schemas';
import { memberPlace, type KeywordCheck, ownKeyword, plainChecks } from './keyword-checks';
import { matchPattern } from './pattern';
import {
  type Accepted,
  addError,
  costError,
  forkRun,
  type Path,
  type Place,
  resolveLocalReference,
  type Run,
  spendStep,
  startRun,
} from './run';
import type { ValidationError } from './validation-error';

/** Deeper than this no event, and no schema, goes. */
const MAX_EVENT_DEPTH = 1000;

/**
 * Judges an event by a materialized schema as EventGate would (draft-07, ajv 6, fast formats), without generating
 * code, in bounded time. An empty list means that the event is valid; at most 100 errors are reported.
 *
 * It differs from ajv where ajv can be tricked: only own properties count (`required: [toString]` is not satisfied
 * by every object), and a pattern that may take forever is an error instead of a hanging process.
 */
export function validateEvent(
  schema: JsonObject,
  event: Json,
  accepted: Accepted | null = null,
): ValidationError[] {
  if (isDeeperThan(event, MAX_EVENT_DEPTH))
    return [{ path: '', schemaPath: '', keyword: 'cost', params: {} }];
  const run = startRun(schema, accepted);
  check(schema, event, { schemaPath: null, path: null, depth: 0 }, run);
  const cost = costError(run);
  return cost ? [cost] : run.errors.slice(0, 100);
}

/** Judges a value by a subschema, which may be `true` or `false`. */
function check(schema: Json, value: Json, at: Omit<Place, 'schema'>, run: Run): void {
  if (!spendStep(run, at)) return;
  if (schema === false) return void addError(run, { ...at, schema: {} }, 'false schema');
  if (!isJsonObject(schema)) return;
  const place: Place = { ...at, schema };
  const ref = ownKeyword(schema, '$ref');
  if (typeof ref === 'string') {
    checkReference(ref, value, place, run);
    return;
  }
  for (const keyword of Object.keys(schema)) {
    const judge = plainChecks.get(keyword) ?? applicators.get(keyword);
    const limit = schema[keyword];
    if (judge && limit !== undefined) judge(limit, value, place, run);
  }
}

/** draft-07 ignores everything beside a `$ref`. */
function checkReference(ref: string, value: Json, place: Place, run: Run): void {
  const uri = ref.replace(/#\/?$/, '');
  const isMetaSchema = draft07MetaSchemaIds.has(uri);
  const target = isMetaSchema ? draft07MetaSchema : resolveLocalReference(run.root, ref);
  if (target === undefined) {
    addError(run, place, '$ref', { ref });
    return;
  }
  if (isAccepted(target, value, run)) return;
  const targetRun = isMetaSchema ? { ...run, root: draft07MetaSchema } : run;
  const before = run.errors.length;
  check(
    target,
    value,
    { ...place, schemaPath: { up: place.schemaPath, step: '$ref' }, depth: place.depth + 1 },
    targetRun,
  );
  if (run.errors.length === before && !run.budget.spentAt) accept(target, value, run);
}

function isAccepted(schema: Json, value: Json, { accepted }: Run): boolean {
  return isHolder(schema) && isHolder(value) && accepted?.get(schema)?.has(value) === true;
}

function accept(schema: Json, value: Json, { accepted }: Run): void {
  if (!accepted || !isHolder(schema) || !isHolder(value)) return;
  const values = accepted.get(schema) ?? new WeakSet();
  values.add(value);
  accepted.set(schema, values);
}

function isHolder(value: Json): value is Json[] | JsonObject {
  return typeof value === 'object' && value !== null;
}

/** Judges a value by a subschema that stands under a keyword of this place. */
function checkUnder(segments: (string | number)[], schema: Json, value: Json, at: Place, run: Run): void {
  const schemaPath = segments.reduce<Path>((up, step) => ({ up, step }), at.schemaPath);
  check(schema, value, { schemaPath, path: at.path, depth: at.depth + 1 }, run);
}

/** Tells whether a value fits a subschema, without reporting why not. */
function fits(segments: (string | number)[], schema: Json, value: Json, at: Place, run: Run): boolean {
  const branch = forkRun(run);
  checkUnder(segments, schema, value, at, branch);
  reportUnsafe(branch, run);
  return branch.errors.length === 0;
}

/** What cannot be checked inside a branch cannot be checked at all: a `not` must not turn it into success. */
function reportUnsafe(branch: Run, run: Run): void {
  const unsafe = branch.errors.find(
    ({ keyword, params }) => keyword === 'pattern' && params.reason === 'unsafe',
  );
  if (unsafe) run.errors.push(unsafe);
}

const checkProperties: KeywordCheck = (properties, value, place, run) => {
  if (!isJsonObject(value) || !isJsonObject(properties)) return;
  for (const name of Object.keys(value)) {
    const schema = ownKeyword(properties, name);
    if (schema === undefined) continue;
    checkUnder(['properties', name], schema, value[name] ?? null, memberPlace(place, name), run);
  }
};

const checkPatternProperties: KeywordCheck = (patterns, value, place, run) => {
  if (!isJsonObject(value) || !isJsonObject(patterns)) return;
  for (const [pattern, schema] of Object.entries(patterns)) {
    for (const name of Object.keys(value)) {
      const verdict = matchPattern(pattern, name);
      if (verdict === 'unsafe') return addError(run, place, 'pattern', { pattern, reason: 'unsafe' });
      if (verdict === 'no-match') continue;
      const at = memberPlace(place, name);
      checkUnder(['patternProperties', pattern], schema, value[name] ?? null, at, run);
    }
  }
};

const checkAdditionalProperties: KeywordCheck = (additional, value, place, run) => {
  if (!isJsonObject(value) || additional === true) return;
  const properties = ownKeyword(place.schema, 'properties');
  const patterns = ownKeyword(place.schema, 'patternProperties');
  const patternTexts = isJsonObject(patterns) ? Object.keys(patterns) : [];
  for (const name of Object.keys(value)) {
    if (isJsonObject(properties) && Object.hasOwn(properties, name)) continue;
    if (patternTexts.some((pattern) => matchPattern(pattern, name) !== 'no-match')) continue;
    if (additional === false) {
      addError(run, place, 'additionalProperties', { additionalProperty: name });
    } else {
      const at = memberPlace(place, name);
      checkUnder(['additionalProperties'], additional, value[name] ?? null, at, run);
    }
  }
};

const checkPropertyNames: KeywordCheck = (names, value, place, run) => {
  if (!isJsonObject(value)) return;
  for (const name of Object.keys(value)) {
    if (!fits(['propertyNames'], names, name, place, run)) {
      addError(run, place, 'propertyNames', { propertyName: name });
    }
  }
};

const checkDependencies: KeywordCheck = (dependencies, value, place, run) => {
  if (!isJsonObject(value) || !isJsonObject(dependencies)) return;
  for (const [property, dependency] of Object.entries(dependencies)) {
    if (!Object.hasOwn(value, property)) continue;
    if (!Array.isArray(dependency)) {
      checkUnder(['dependencies', property], dependency, value, place, run);
      continue;
    }
    for (const name of dependency) {
      if (typeof name === 'string' && !Object.hasOwn(value, name)) {
        addError(run, place, 'dependencies', { property, missingProperty: name });
      }
    }
  }
};

const checkItems: KeywordCheck = (items, value, place, run) => {
  if (!Array.isArray(value)) return;
  for (const [index, item] of value.entries()) {
    const at = memberPlace(place, index);
    if (!Array.isArray(items)) checkUnder(['items'], items, item, at, run);
    else if (index < items.length) checkUnder(['items', index], items[index] ?? true, item, at, run);
  }
};

const checkAdditionalItems: KeywordCheck = (additional, value, place, run) => {
  const items = ownKeyword(place.schema, 'items');
  if (!Array.isArray(value) || !Array.isArray(items) || value.length <= items.length) return;
  if (additional === false) return addError(run, place, 'additionalItems', { limit: items.length });
  for (let index = items.length; index < value.length; index += 1) {
    const at = memberPlace(place, index);
    checkUnder(['additionalItems'], additional, value[index] ?? null, at, run);
  }
};

const checkContains: KeywordCheck = (contains, value, place, run) => {
  if (!Array.isArray(value)) return;
  if (!value.some((item) => fits(['contains'], contains, item, place, run))) addError(run, place, 'contains');
};

const checkAllOf: KeywordCheck = (branches, value, place, run) => {
  if (!Array.isArray(branches)) return;
  for (const [index, branch] of branches.entries()) checkUnder(['allOf', index], branch, value, place, run);
};

const checkAnyOf: KeywordCheck = (branches, value, place, run) => {
  if (!Array.isArray(branches)) return;
  const fitting = branches.some((branch, index) => fits(['anyOf', index], branch, value, place, run));
  if (!fitting) addError(run, place, 'anyOf');
};

const checkOneOf: KeywordCheck = (branches, value, place, run) => {
  if (!Array.isArray(branches)) return;
  const matches = branches.filter((branch, index) =>
    fits(['oneOf', index], branch, value, place, run),
  ).length;
  if (matches !== 1) addError(run, place, 'oneOf', { matches });
};

const checkNot: KeywordCheck = (schema, value, place, run) => {
  if (fits(['not'], schema, value, place, run)) addError(run, place, 'not');
};

const checkIf: KeywordCheck = (condition, value, place, run) => {
  const then = ownKeyword(place.schema, 'then');
  const otherwise = ownKeyword(place.schema, 'else');
  if (then === undefined && otherwise === undefined) return;
  const holds = fits(['if'], condition, value, place, run);
  const branch = holds ? then : otherwise;
  if (branch !== undefined) checkUnder([holds ? 'then' : 'else'], branch, value, place, run);
};

/** The checks that apply subschemas, by keyword. */
const applicators: ReadonlyMap<string, KeywordCheck> = new Map([
  ['properties', checkProperties],
  ['patternProperties', checkPatternProperties],
  ['additionalProperties', checkAdditionalProperties],
  ['propertyNames', checkPropertyNames],
  ['dependencies', checkDependencies],
  ['items', checkItems],
  ['additionalItems', checkAdditionalItems],
  ['contains', checkContains],
  ['allOf', checkAllOf],
  ['anyOf', checkAnyOf],
  ['oneOf', checkOneOf],
  ['not', checkNot],
  ['if', checkIf],
]);
