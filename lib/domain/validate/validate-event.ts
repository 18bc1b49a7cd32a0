import { isJsonObject, type Json, type JsonObject } from '../schema/json';
import { fillDefaults, orderKeywords } from './defaults';
import { isDeeperThan } from './json-equality';
import { draft07MetaSchema, draft07MetaSchemaIds } from './meta-schemas';
import { type KeywordCheck, ownKeyword, plainChecks } from './keyword-checks';
import { matchPattern } from './pattern';
import {
  type Accepted,
  addError,
  costError,
  forkRun,
  type Place,
  resolveLocalReference,
  type Run,
  type Spot,
  spendStep,
  startRun,
  stepDown,
  stepInto,
} from './run';
import type { ValidationError } from './validation-error';

/** Deeper than this no event, and no schema, goes. */
const MAX_EVENT_DEPTH = 1000;

/**
 * Judges an event by a materialized schema as jsonschema-tools would (draft-07, ajv 6, fast formats), without
 * generating code, in bounded time. An empty list means that the event is valid; at most 100 errors are reported.
 *
 * It differs from ajv where ajv can be tricked: only own properties count (`required: [toString]` is not satisfied
 * by every object), and a pattern that may take forever is an error instead of a hanging process.
 */
export function validateEvent(
  schema: JsonObject,
  event: Json,
  accepted: Accepted | null = null,
): ValidationError[] {
  if (isDeeperThan(event, MAX_EVENT_DEPTH)) return [tooDeep];
  return judge(event, startRun(schema, { accepted, fillsDefaults: false }));
}

/**
 * The same as EventGate would: what is missing and has a default is filled in, so that it is there for what is asked
 * afterwards, in the order of ajv 6 (`useDefaults`). The event itself is left as it is.
 */
export function validateAtIntake(schema: JsonObject, event: Json): ValidationError[] {
  if (isDeeperThan(event, MAX_EVENT_DEPTH)) return [tooDeep];
  return judge(structuredClone(event), startRun(schema, { accepted: null, fillsDefaults: true }));
}

/** The same as one of the two within that many steps, and how many it took. */
export function countSteps(
  schema: JsonObject,
  event: Json,
  { steps, fillsDefaults }: { steps: number; fillsDefaults: boolean },
): { errors: ValidationError[]; taken: number } {
  if (isDeeperThan(event, MAX_EVENT_DEPTH)) return { errors: [tooDeep], taken: 1 };
  const run = startRun(schema, { accepted: null, fillsDefaults, steps });
  const given = run.budget.steps;
  const errors = judge(fillsDefaults ? structuredClone(event) : event, run);
  return { errors, taken: given - run.budget.steps };
}

const tooDeep: ValidationError = { path: '', schemaPath: '', keyword: 'cost', params: {} };

function judge(event: Json, run: Run): ValidationError[] {
  check(run.root, event, { run, schemaPath: null, path: null, depth: 0 });
  const cost = costError(run);
  return cost ? [cost] : run.errors.slice(0, 100);
}

/** Judges a value by a subschema, which may be `true` or `false`. */
function check(schema: Json, value: Json, spot: Spot): void {
  if (!spendStep(spot)) return;
  if (schema === false) return void addError(spot, 'false schema');
  if (!isJsonObject(schema)) return;
  const { run, schemaPath, path, depth } = spot;
  const place: Place = { schema, run, schemaPath, path, depth };
  const ref = ownKeyword(schema, '$ref');
  if (typeof ref === 'string') {
    checkReference(ref, value, place);
    return;
  }
  if (run.fillsDefaults) fillDefaults(schema, value);
  for (const keyword of run.fillsDefaults ? orderKeywords(schema) : Object.keys(schema)) {
    const ask = plainChecks.get(keyword) ?? applicators.get(keyword);
    const limit = schema[keyword];
    if (ask && limit !== undefined) ask(limit, value, place);
  }
}

/** draft-07 ignores everything beside a `$ref`. */
function checkReference(ref: string, value: Json, place: Place): void {
  const { run } = place;
  const uri = ref.replace(/#\/?$/, '');
  const isMetaSchema = draft07MetaSchemaIds.has(uri);
  const target = isMetaSchema ? draft07MetaSchema : resolveLocalReference(run.root, ref);
  if (target === undefined) {
    addError(place, '$ref', { ref });
    return;
  }
  if (isAccepted(target, value, run)) return;
  const before = run.errors.length;
  const spot = stepDown(place, '$ref');
  check(target, value, isMetaSchema ? { ...spot, run: { ...run, root: draft07MetaSchema } } : spot);
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

/** Tells whether a value fits a subschema, without reporting why not. */
function fits(schema: Json, value: Json, spot: Spot): boolean {
  const branch = forkRun(spot.run);
  check(schema, value, { ...spot, run: branch });
  reportUnsafe(branch, spot.run);
  return branch.errors.length === 0;
}

/** What cannot be checked inside a branch cannot be checked at all: a `not` must not turn it into success. */
function reportUnsafe(branch: Run, run: Run): void {
  const unsafe = branch.errors.find(
    ({ keyword, params }) => keyword === 'pattern' && params.reason === 'unsafe',
  );
  if (unsafe) run.errors.push(unsafe);
}

const checkProperties: KeywordCheck = (properties, value, place) => {
  if (!isJsonObject(value) || !isJsonObject(properties)) return;
  for (const name of Object.keys(value)) {
    const schema = ownKeyword(properties, name);
    if (schema === undefined) continue;
    check(schema, value[name] ?? null, stepInto(place, name, ['properties', name]));
  }
};

const checkPatternProperties: KeywordCheck = (patterns, value, place) => {
  if (!isJsonObject(value) || !isJsonObject(patterns)) return;
  for (const [pattern, schema] of Object.entries(patterns)) {
    for (const name of Object.keys(value)) {
      const verdict = matchPattern(pattern, name);
      if (verdict === 'unsafe') return addError(place, 'pattern', { pattern, reason: 'unsafe' });
      if (verdict === 'no-match') continue;
      check(schema, value[name] ?? null, stepInto(place, name, ['patternProperties', pattern]));
    }
  }
};

const checkAdditionalProperties: KeywordCheck = (additional, value, place) => {
  if (!isJsonObject(value) || additional === true) return;
  const properties = ownKeyword(place.schema, 'properties');
  const patterns = ownKeyword(place.schema, 'patternProperties');
  const patternTexts = isJsonObject(patterns) ? Object.keys(patterns) : [];
  for (const name of Object.keys(value)) {
    if (isJsonObject(properties) && Object.hasOwn(properties, name)) continue;
    if (patternTexts.some((pattern) => matchPattern(pattern, name) !== 'no-match')) continue;
    if (additional === false) {
      addError(place, 'additionalProperties', { additionalProperty: name });
    } else {
      check(additional, value[name] ?? null, stepInto(place, name, ['additionalProperties']));
    }
  }
};

const checkPropertyNames: KeywordCheck = (names, value, place) => {
  if (!isJsonObject(value)) return;
  for (const name of Object.keys(value)) {
    if (!fits(names, name, stepDown(place, 'propertyNames'))) {
      addError(place, 'propertyNames', { propertyName: name });
    }
  }
};

const checkDependencies: KeywordCheck = (dependencies, value, place) => {
  if (!isJsonObject(value) || !isJsonObject(dependencies)) return;
  for (const [property, dependency] of Object.entries(dependencies)) {
    if (!Object.hasOwn(value, property)) continue;
    if (!Array.isArray(dependency)) {
      check(dependency, value, stepDown(place, 'dependencies', property));
      continue;
    }
    for (const name of dependency) {
      if (typeof name === 'string' && !Object.hasOwn(value, name)) {
        addError(place, 'dependencies', { property, missingProperty: name });
      }
    }
  }
};

const checkItems: KeywordCheck = (items, value, place) => {
  if (!Array.isArray(value)) return;
  for (const [index, item] of value.entries()) {
    if (!Array.isArray(items)) check(items, item, stepInto(place, index, ['items']));
    else if (index < items.length)
      check(items[index] ?? true, item, stepInto(place, index, ['items', index]));
  }
};

const checkAdditionalItems: KeywordCheck = (additional, value, place) => {
  const items = ownKeyword(place.schema, 'items');
  if (!Array.isArray(value) || !Array.isArray(items) || value.length <= items.length) return;
  if (additional === false) return addError(place, 'additionalItems', { limit: items.length });
  for (let index = items.length; index < value.length; index += 1) {
    check(additional, value[index] ?? null, stepInto(place, index, ['additionalItems']));
  }
};

const checkContains: KeywordCheck = (contains, value, place) => {
  if (!Array.isArray(value)) return;
  if (!value.some((item) => fits(contains, item, stepDown(place, 'contains')))) addError(place, 'contains');
};

const checkAllOf: KeywordCheck = (branches, value, place) => {
  if (!Array.isArray(branches)) return;
  for (const [index, branch] of branches.entries()) check(branch, value, stepDown(place, 'allOf', index));
};

const checkAnyOf: KeywordCheck = (branches, value, place) => {
  if (!Array.isArray(branches)) return;
  const fitting = branches.some((branch, index) => fits(branch, value, stepDown(place, 'anyOf', index)));
  if (!fitting) addError(place, 'anyOf');
};

const checkOneOf: KeywordCheck = (branches, value, place) => {
  if (!Array.isArray(branches)) return;
  const matches = branches.filter((branch, index) =>
    fits(branch, value, stepDown(place, 'oneOf', index)),
  ).length;
  if (matches !== 1) addError(place, 'oneOf', { matches });
};

const checkNot: KeywordCheck = (schema, value, place) => {
  if (fits(schema, value, stepDown(place, 'not'))) addError(place, 'not');
};

const checkIf: KeywordCheck = (condition, value, place) => {
  const then = ownKeyword(place.schema, 'then');
  const otherwise = ownKeyword(place.schema, 'else');
  if (then === undefined && otherwise === undefined) return;
  const holds = fits(condition, value, stepDown(place, 'if'));
  const branch = holds ? then : otherwise;
  if (branch !== undefined) check(branch, value, stepDown(place, holds ? 'then' : 'else'));
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
