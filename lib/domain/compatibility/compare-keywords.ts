import { isJsonObject, type Json, type JsonObject } from '../schema/json';
import type { ChangeInput, Classification } from './change';
import { compareLimits, limitKeywords } from './compare-limits';
import { allowedTypes, bothAllow, type FieldPair, reportChange, statedTypes } from './field-pair';
import { equalJson, ownValue } from './json-equality';

const breaking: Classification[] = ['breaking-producers', 'breaking-consumers'];

/** Keywords that decide, beyond a field's own type, what is valid; any difference is taken as breaking. */
const composing = [
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'then',
  'else',
  'dependencies',
  'patternProperties',
  'propertyNames',
  'contains',
  'additionalItems',
] as const;

/** Compared elsewhere, or different in every version. */
const notHere: ReadonlySet<string> = new Set([
  '$id',
  'type',
  'properties',
  'required',
  'items',
  'additionalProperties',
  'enum',
  'const',
  'format',
  'pattern',
  'default',
  'title',
  'description',
  'examples',
  'uniqueItems',
  ...limitKeywords,
  ...composing,
]);

/** Other keywords that judge events: `$ref` in a schema that was not materialized, and the dialect. */
const judging: ReadonlySet<string> = new Set(['$ref', '$schema']);

/** Compares everything that both versions say of the field itself, fields inside it left out. */
export function compareKeywords(pair: FieldPair): void {
  // Most fields of a version stay as they were, and a keystroke compares them all.
  if (saysTheSame(pair.older, pair.newer) && saysTheSame(pair.newer, pair.older)) return;
  compareDocumentation(pair);
  compareType(pair);
  compareEnum(pair);
  compareGates(pair);
  compareLimits(pair);
  compareOthers(pair);
}

const structural: ReadonlySet<string> = new Set(['properties', 'required', 'items', 'additionalProperties']);

/** Whether every keyword of `one` that says something of the field itself stands in `other` with the same value. */
function saysTheSame(one: JsonObject, other: JsonObject): boolean {
  for (const key of Object.keys(one)) {
    if (!structural.has(key) && !equalJson(one[key], ownValue(other, key))) return false;
  }
  return true;
}

/** Compares what a field says to people: title, description and examples. */
export function compareDocumentation(pair: FieldPair): void {
  const isRoot = pair.place.newer === '';
  const titled: Classification[] = [isRoot ? 'breaking-consumers' : 'documentation'];
  compareValue(pair, { keyword: 'title', kind: 'title-changed', classifications: titled });
  const classifications: Classification[] = ['documentation'];
  compareValue(pair, { keyword: 'description', kind: 'description-changed', classifications });
  const before = examplesOf(pair.older, isRoot);
  const after = examplesOf(pair.newer, isRoot);
  if (equalJson(before, after)) return;
  const kind = 'examples-changed';
  reportChange(pair, { kind, keyword: 'examples', classifications, before, after });
}

/** Examples of a whole schema name its version in `$schema`, which differs always and says nothing. */
function examplesOf(schema: JsonObject, isRoot: boolean): Json | undefined {
  const examples = ownValue(schema, 'examples');
  if (!isRoot || !Array.isArray(examples)) return examples;
  return examples.map((example) => {
    if (!isJsonObject(example)) return example;
    const { $schema: _, ...rest } = example;
    return rest;
  });
}

/** Reports a keyword that stands in one version only, or holds another value. */
function compareValue(
  pair: FieldPair,
  change: Pick<ChangeInput, 'kind' | 'classifications'> & { keyword: string },
): void {
  const before = ownValue(pair.older, change.keyword);
  const after = ownValue(pair.newer, change.keyword);
  if (!equalJson(before, after)) reportChange(pair, { ...change, before, after });
}

function compareType(pair: FieldPair): void {
  if (equalJson(statedTypes(pair.older), statedTypes(pair.newer))) return;
  const was = allowedTypes(pair.older);
  const is = allowedTypes(pair.newer);
  const classifications: Classification[] = [];
  if ([...was].some((type) => !is.has(type))) classifications.push('breaking-producers');
  if ([...is].some((type) => !was.has(type))) classifications.push('breaking-consumers', 'privacy');
  reportChange(pair, {
    kind: 'type-changed',
    keyword: 'type',
    classifications,
    before: ownValue(pair.older, 'type'),
    after: ownValue(pair.newer, 'type'),
  });
}

function compareEnum(pair: FieldPair): void {
  const before = ownValue(pair.older, 'enum');
  const after = ownValue(pair.newer, 'enum');
  const change = { keyword: 'enum', before, after };
  if (equalJson(before, after)) return;
  if (before === undefined) {
    reportChange(pair, { kind: 'enum-added', classifications: ['breaking-producers'], ...change });
  } else if (after === undefined) {
    reportChange(pair, {
      kind: 'enum-removed',
      classifications: ['breaking-consumers', 'privacy'],
      ...change,
    });
  } else if (!Array.isArray(before) || !Array.isArray(after)) {
    reportChange(pair, { kind: 'keyword-changed', classifications: breaking, ...change });
  } else {
    if (!includesAll(after, before)) {
      reportChange(pair, { kind: 'enum-narrowed', classifications: ['breaking-producers'], ...change });
    }
    if (!includesAll(before, after)) {
      reportChange(pair, { kind: 'enum-widened', classifications: ['compatible', 'privacy'], ...change });
    }
  }
}

function includesAll(list: Json[], values: Json[]): boolean {
  const scalars = new Set<Json>(list);
  return values.every((value) => scalars.has(value) || list.some((item) => equalJson(item, value)));
}

/** `const`, `format`, `pattern`, `uniqueItems` and `default`: present, absent or another. */
function compareGates(pair: FieldPair): void {
  const gates = [
    ['const', 'const-changed'],
    ['format', 'format-changed'],
    ['pattern', 'pattern-changed'],
  ] as const;
  for (const [keyword, kind] of gates) {
    if (keyword !== 'const' && !bothAllow(pair, 'string')) continue;
    compareValue(pair, { keyword, kind, classifications: gateClassifications(pair, keyword) });
  }
  const unique = ownValue(pair.newer, 'uniqueItems') === true;
  if (unique !== (ownValue(pair.older, 'uniqueItems') === true) && bothAllow(pair, 'array')) {
    reportChange(pair, {
      kind: 'unique-items-changed',
      keyword: 'uniqueItems',
      classifications: [unique ? 'breaking-producers' : 'breaking-consumers'],
      before: !unique,
      after: unique,
    });
  }
  const hadDefault = Object.hasOwn(pair.older, 'default');
  compareValue(pair, {
    keyword: 'default',
    kind: 'default-changed',
    classifications: [hadDefault ? 'breaking-consumers' : 'compatible'],
  });
}

function gateClassifications(pair: FieldPair, keyword: string): Classification[] {
  if (!Object.hasOwn(pair.older, keyword)) return ['breaking-producers'];
  if (!Object.hasOwn(pair.newer, keyword)) return ['breaking-consumers', 'privacy'];
  return [...breaking, 'privacy'];
}

function compareOthers(pair: FieldPair): void {
  for (const keyword of composing) {
    const before = ownValue(pair.older, keyword);
    const after = ownValue(pair.newer, keyword);
    if (equalJson(before, after)) continue;
    const same = equalJson(withoutDocumentation(before), withoutDocumentation(after));
    const classifications: Classification[] = same ? ['documentation'] : [...breaking, 'privacy'];
    reportChange(pair, { kind: 'composition-changed', keyword, classifications, before, after });
  }
  for (const keyword of new Set([...Object.keys(pair.newer), ...Object.keys(pair.older)])) {
    if (notHere.has(keyword)) continue;
    const classifications: Classification[] = judging.has(keyword) ? breaking : ['documentation'];
    compareValue(pair, { keyword, kind: 'keyword-changed', classifications });
  }
}

const documentation: ReadonlySet<string> = new Set(['title', 'description', 'examples', '$comment']);

/** A subschema without the keywords that no event is judged by; properties of those names stay. */
function withoutDocumentation(value: Json | undefined, isMap = false): Json | undefined {
  if (Array.isArray(value)) return value.map((item) => withoutDocumentation(item) ?? null);
  if (!isJsonObject(value)) return value;
  const kept: JsonObject = {};
  for (const [key, inner] of Object.entries(value)) {
    if (!isMap && documentation.has(key)) continue;
    const literal = !isMap && (key === 'enum' || key === 'const' || key === 'default');
    const holdsNames =
      !isMap && (key === 'properties' || key === 'patternProperties' || key === 'dependencies');
    const next = literal ? inner : (withoutDocumentation(inner, holdsNames) ?? null);
    Object.defineProperty(kept, key, { value: next, enumerable: true, configurable: true, writable: true });
  }
  return kept;
}
