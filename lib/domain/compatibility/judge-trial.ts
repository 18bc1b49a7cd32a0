import { isJsonObject, type Json, type JsonObject } from '../schema/json';
import { appendPointer, fromPointer, toPointer } from '../schema/pointer';
import { findCompileProblems } from '../validate/compile-problems';
import { countSteps } from '../validate/validate-event';
import { findSchemaErrors } from '../validate/validate-schema';
import type { ValidationError } from '../validate/validation-error';
import type { Change } from './change';
import { effortLeft, spendEffort, spendOnPattern } from './effort';
import { type EventStep, valueAt } from './event-places';
import { ownValue } from './json-equality';

type Side = 'older' | 'newer';

/** A reason why an intake cannot use a version at all, and whether the change brings or takes it. */
export interface UsageProblem {
  isOfChange: boolean;
}

/** Looks for reasons why an intake cannot use a version. */
export function findUsageProblems(schema: JsonObject, change: Change): UsageProblem[] {
  return findCompileProblems(schema).map(({ pointer, problem }) => ({
    isOfChange:
      isAtChange(pointer, change) ||
      // Of what is invalid inside `items` the meta-schema says no more than that it is there.
      (problem === 'invalid-schema' && isUnder(change.pointer, pointer) && isInvalidAt(schema, change)),
  }));
}

function isInvalidAt(schema: JsonObject, change: Change): boolean {
  const place = fromPointer(change.pointer).reduce<Json | undefined>(
    (here, key) => (isJsonObject(here) ? ownValue(here, key) : undefined),
    schema,
  );
  if (!isJsonObject(place)) return false;
  return findSchemaErrors(place).some(({ path }) => isAtChange(change.pointer + path, change));
}

/** Two versions, the change for which an event is looked for, and the way to it. */
export interface Trial {
  older: JsonObject;
  newer: JsonObject;
  change: Change;
  /** Why an intake cannot use a version at all; both lists are empty as a rule. */
  problems: Record<Side, readonly UsageProblem[]>;
  steps: readonly EventStep[];
}

/**
 * What came of one event.
 * - `shown`: exactly one version accepts it, and the other refuses it at the place of the change, `alone` for that.
 * - `elsewhere`: exactly one version accepts it, and the other refuses it for something else.
 * - `agreed`: both versions accept it.
 * - `refused`: neither does.
 * - `undecided`: one accepts it, and of the other it cannot be said in bounded time.
 */
export type Outcome =
  | { kind: 'shown'; acceptedBy: Side; alone: boolean; refusal: 'event' | 'every-event' }
  | { kind: 'elsewhere' | 'agreed' | 'refused' | 'undecided' };

/** Judges one event by both versions, as an intake would. */
export function judgeTrial(trial: Trial, event: Json): Outcome {
  const errors = {
    older: errorsAtIntake(trial.older, event),
    newer: errorsAtIntake(trial.newer, event),
  };
  const accepts = (side: Side) => trial.problems[side].length === 0 && errors[side].length === 0;
  if (accepts('older') && accepts('newer')) return { kind: 'agreed' };
  if (!accepts('older') && !accepts('newer')) return { kind: 'refused' };
  const acceptedBy = accepts('older') ? 'older' : 'newer';
  const refusing = acceptedBy === 'older' ? 'newer' : 'older';
  if (trial.problems[refusing].some(({ isOfChange }) => isOfChange)) {
    return { kind: 'shown', acceptedBy, alone: true, refusal: 'every-event' };
  }
  return judgeErrors(trial, { acceptedBy, errors: errors[refusing], event });
}

function errorsAtIntake(schema: JsonObject, event: Json): readonly ValidationError[] {
  const { errors, taken } = countSteps(schema, event, { steps: effortLeft(), fillsDefaults: true });
  const { nodes, hasPatterns } = sizeOf(schema);
  spendEffort(taken + nodes / NODES_PER_STEP);
  spendOnValues(event, hasPatterns);
  return errors;
}

/** Lists of names and values are looked through within one step. */
const NODES_PER_STEP = 10;

interface SchemaSize {
  nodes: number;
  hasPatterns: boolean;
}

const sizes = new WeakMap<JsonObject, SchemaSize>();

function sizeOf(schema: JsonObject): SchemaSize {
  const size = sizes.get(schema) ?? {
    nodes: countNodes(schema),
    hasPatterns: /"(?:pattern|format)/.test(JSON.stringify(schema)),
  };
  sizes.set(schema, size);
  return size;
}

function countNodes(value: Json): number {
  if (value === null || typeof value !== 'object') return 1;
  return Object.values(value).reduce<number>((count, inner) => count + countNodes(inner), 1);
}

/** Counts the values that an event holds, and its texts where patterns look at them. */
function spendOnValues(value: Json, isMatched: boolean): void {
  spendEffort(1);
  if (typeof value === 'string' && isMatched) spendOnPattern(value);
  if (typeof value !== 'object' || value === null) return;
  for (const inner of Object.values(value)) spendOnValues(inner, isMatched);
}

/** Only what the change is about counts, not what another change did to the same field or inside it. */
function judgeErrors(
  { change, steps }: Trial,
  { acceptedBy, errors, event }: { acceptedBy: Side; errors: readonly ValidationError[]; event: Json },
): Outcome {
  if (errors.some(isUndecided)) return { kind: 'undecided' };
  const isGone = change.kind === 'field-removed' && valueAt(event, steps) !== undefined;
  const here = errors.filter(
    (error) => concerns(error, change, steps) || (isGone && isOfHolder(error, steps)),
  ).length;
  if (here === 0) return { kind: 'elsewhere' };
  return { kind: 'shown', acceptedBy, alone: here === errors.length, refusal: 'event' };
}

/** The validator gave up, which is no verdict on the event. */
function isUndecided(error: ValidationError): boolean {
  return error.keyword === 'cost' || error.keyword === '$ref' || error.params['reason'] !== undefined;
}

function concerns(error: ValidationError, change: Change, steps: readonly EventStep[]): boolean {
  const keys = steps.map(({ key }) => key);
  const missing = error.params['missingProperty'] === (keys.at(-1) ?? null);
  const namesField = missing && error.path === toPointer(keys.slice(0, -1));
  if (change.keyword === 'required') return namesField;
  if (isAtChange(error.schemaPath, change)) return true;
  return (
    change.keyword === null && (namesField || isUndeclared(error, keys) || isOfRest(error, change, keys))
  );
}

function isAtChange(schemaPath: string, { keyword, pointer }: Change): boolean {
  if (keyword === null) return isUnder(schemaPath, pointer);
  const judging = ['if', 'then', 'else'].includes(keyword) ? ['then', 'else'] : [keyword];
  return judging.some((one) => isUnder(schemaPath, appendPointer(pointer, one)));
}

/** The field, or one that it is in, is refused as a name that the version does not declare. */
function isUndeclared(error: ValidationError, keys: readonly (string | number)[]): boolean {
  const name = error.params['additionalProperty'];
  return keys.some((key, index) => key === name && error.path === toPointer(keys.slice(0, index)));
}

/** A field that only the other version declares is refused by what this one says of names that it does not declare. */
function isOfRest(error: ValidationError, change: Change, keys: readonly (string | number)[]): boolean {
  const holder = change.pointer.slice(0, change.pointer.lastIndexOf('/properties/'));
  const rest = ['additionalProperties', 'patternProperties'].map((keyword) => appendPointer(holder, keyword));
  return isUnder(error.path, toPointer(keys)) && rest.some((at) => isUnder(error.schemaPath, at));
}

/** What the removed field is in may no longer be an object at all, so that the field is refused with it. */
function isOfHolder({ keyword, path }: ValidationError, steps: readonly EventStep[]): boolean {
  if (keyword !== 'type' && keyword !== 'not' && keyword !== 'false schema') return false;
  return steps.some((_, index) => path === toPointer(steps.slice(0, index).map(({ key }) => key)));
}

function isUnder(pointer: string, ancestor: string): boolean {
  return pointer === ancestor || pointer.startsWith(`${ancestor}/`);
}
