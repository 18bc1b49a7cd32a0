import { isJsonObject, type Json, type JsonObject } from '../schema/json';
import { countSteps } from '../validate/validate-event';
import { type SampleSize, sampleValue } from '../views/sample-value';
import { listOf, plainValues, scalarValues } from './candidate-scalars';
import { effortLeft, isEffortSpent, spendEffort, spendOnPattern } from './effort';
import { ownValue } from './json-equality';

/** Deeper than this a sample is taken as it comes. */
const MAX_DEPTH = 8;
const MAX_ITEMS = 20;
/** So many values a sample may have, so that several can be tried. */
const MAX_VALUES = 20_000;
const TEXT_PER_STEP = 20;

/** Tells whether a subschema accepts a value; references out of it are not followed, so nothing is accepted there. */
export function fits(schema: Json, value: Json): boolean {
  if (!isJsonObject(schema)) return schema !== false;
  if (isEffortSpent()) return false;
  const { errors, taken } = countSteps(schema, value, { steps: effortLeft(), fillsDefaults: false });
  spendEffort(taken);
  if (typeof value === 'string' && Object.hasOwn(schema, 'pattern')) spendOnPattern(value);
  return errors.length === 0;
}

/**
 * A value that the schema accepts, where one is found among the values that the schema itself speaks of, in every
 * part; else `sampleValue`, which says less of what keywords mean together.
 */
export function validSample(schema: Json, size: SampleSize, depth = 0): Json {
  const first = firstSample(schema, size);
  if (!isJsonObject(schema) || depth > MAX_DEPTH || fits(schema, first)) return first;
  const valid = (value: Json) => fits(schema, value);
  return (
    scalarValues([schema]).find(valid) ??
    [sampleObject(schema, size, depth), sampleList(schema, size, depth)].find(valid) ??
    branchesOf(schema)
      .map((branch) => validSample(branch, size, depth + 1))
      .find(valid) ??
    plainValues.find(valid) ??
    first
  );
}

function firstSample(schema: Json, size: SampleSize): Json {
  if (isEffortSpent()) return null;
  const budget = { left: MAX_VALUES };
  const sample = sampleValue(schema, size, budget);
  spendEffort(MAX_VALUES - budget.left);
  return sample;
}

/** The schema with each of its alternatives in turn. */
function branchesOf(schema: JsonObject): JsonObject[] {
  const { oneOf, anyOf, allOf: _, ...rest } = schema;
  return [...listOf(oneOf), ...listOf(anyOf)].filter(isJsonObject).map((branch) => ({ ...rest, ...branch }));
}

/** Required names come first, then declared ones, then any: as many as are asked for. */
function sampleObject(schema: JsonObject, size: SampleSize, depth: number): JsonObject {
  const properties = ownValue(schema, 'properties');
  const declared = isJsonObject(properties) ? properties : {};
  const rest = ownValue(schema, 'additionalProperties') ?? true;
  const least = Math.min(Number(ownValue(schema, 'minProperties') ?? 0), MAX_ITEMS);
  const names = new Set(listOf(ownValue(schema, 'required')).filter((name) => typeof name === 'string'));
  for (const name of Object.keys(declared)) if (size === 'all' || names.size < least) names.add(name);
  for (let index = 1; names.size < least; index += 1) names.add(`example_${index}`);
  return Object.fromEntries(
    [...names].map((name) => [name, validSample(ownValue(declared, name) ?? rest, size, depth + 1)]),
  );
}

/** As few items as allowed, different ones where they must differ. */
function sampleList(schema: JsonObject, size: SampleSize, depth: number): Json[] {
  const items = ownValue(schema, 'items') ?? true;
  if (Array.isArray(items)) return items.map((item) => validSample(item, size, depth + 1));
  const least = Number(ownValue(schema, 'minItems') ?? 0);
  return validItems(items, Math.min(least, MAX_ITEMS), depth);
}

/** That many items which the schema accepts, different ones as far as they are found, then again from the first. */
export function validItems(schema: Json, count: number, depth = 0): Json[] {
  const sample = validSample(schema, 'required', depth + 1);
  if (count <= 1) return count === 1 ? [sample] : [];
  const scalars = [...(isJsonObject(schema) ? scalarValues([schema]) : []), ...plainValues];
  const texts = Array.from({ length: Math.min(count, MAX_ITEMS) }, (_, index) => [`text ${index}`, index]);
  const others = distinct([sample, ...scalars, ...texts.flat()]).filter((value) => fits(schema, value));
  const found = others.length === 0 ? [sample] : others;
  return Array.from({ length: count }, (_, index) => found[index % found.length] ?? sample);
}

/** The values without those that are equal to an earlier one, as far as the effort reaches. */
export function distinct(values: readonly Json[]): Json[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    if (isEffortSpent()) return false;
    const text = JSON.stringify(value);
    spendEffort(text.length / TEXT_PER_STEP);
    return seen.has(text) ? false : seen.add(text) !== undefined;
  });
}
