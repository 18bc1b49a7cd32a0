import type { Json, JsonObject } from '../schema/json';
import { appendPointer, toPointer } from '../schema/pointer';
import type { ValidationError } from '../validate/validation-error';
import { validateEvent } from '../validate/validate-event';
import { asEvent, toExampleEvent } from '../views/example-event';
import { sampleValue } from '../views/sample-value';
import { candidateValues } from './candidate-values';
import { type Change, isBreaking } from './change';
import { type EventStep, schemaAt, stepsTo, valueAt, withValue } from './event-places';

/** An event that one version accepts and the other refuses because of one change. */
export interface CounterExample {
  event: Json;
  acceptedBy: 'older' | 'newer';
}

const maxTries = 3000;
/** Nodes of both schemas that all tries together may visit: a second or two. */
const maxWork = 20_000_000;

/**
 * Finds an event on which two versions disagree because of a breaking change: one accepts it, the other refuses it at
 * the place of the change. Events are tried on both versions with `validateEvent` until one serves; nothing is
 * assumed. An event whose only trouble is this change is preferred, and one that shows what the change's
 * classification says (accepted by the older version where producers break).
 *
 * Null where the change breaks nobody, where events cannot show it (a title, a default), and where none was found
 * within a few thousand tries, fewer where the schemas are very large.
 */
export function findCounterExample(
  older: JsonObject,
  newer: JsonObject,
  change: Change,
): CounterExample | null {
  if (!isBreaking(change)) return null;
  const steps = stepsOf(change);
  const wanted = change.classifications.includes('breaking-producers') ? 'older' : 'newer';
  let best: (CounterExample & { rank: number }) | null = null;
  let triesLeft = Math.min(maxTries, Math.ceil(maxWork / (countNodes(older) + countNodes(newer))));
  for (const event of candidateEvents(older, newer, steps)) {
    triesLeft -= 1;
    if (triesLeft < 0) break;
    const found = judge({ older, newer, change, event, steps });
    if (found === null) continue;
    const rank = (found.alone ? 2 : 0) + (found.acceptedBy === wanted ? 1 : 0);
    if (best === null || rank > best.rank) best = { event, acceptedBy: found.acceptedBy, rank };
    if (rank === 3) break;
  }
  return best === null ? null : { event: best.event, acceptedBy: best.acceptedBy };
}

/** A change of `required` that names an undeclared field points at the list, and its path names the field. */
function stepsOf(change: Change): EventStep[] {
  const steps = stepsTo(change.pointer);
  if (!change.pointer.endsWith('/required') || !change.kind.startsWith('required-')) return steps;
  const parent = steps.reduce((path, { key }) => stepPath(path, key), '');
  const name = parent === '' ? change.path : change.path.slice(parent.length + 1);
  const isField = steps.length > 0 && parent === change.path;
  return isField ? steps : [...steps, { key: name, schemaKeys: ['properties', name] }];
}

function stepPath(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[]`;
  return path === '' ? key : `${path}.${key}`;
}

/** Whole events of both versions, each changed at the place of the change in every way that may tell. */
function* candidateEvents(older: JsonObject, newer: JsonObject, steps: EventStep[]): Generator<Json> {
  const schemas = [older, newer];
  const inner = schemas.map((schema) => schemaAt(schema, steps)).filter((schema) => schema !== null);
  const bases = schemas.flatMap((schema) =>
    [asEvent(schema, sampleValue(schema, 'required')), toExampleEvent(schema)].map((event) => ({
      event,
      schema,
    })),
  );
  for (const { event, schema } of bases) {
    yield event;
    if (steps.length > 0) yield withValue(event, { steps, value: undefined, schema });
    for (const value of candidateValues(inner, valueAt(event, steps))) {
      yield withValue(event, { steps, value, schema });
    }
  }
}

interface Trial {
  older: JsonObject;
  newer: JsonObject;
  change: Change;
  event: Json;
  steps: readonly EventStep[];
}

/** Null unless exactly one version accepts the event and the other refuses it at the place of the change. */
function judge({
  older,
  newer,
  change,
  event,
  steps,
}: Trial): { acceptedBy: 'older' | 'newer'; alone: boolean } | null {
  const olderErrors = validateEvent(older, event);
  const newerErrors = validateEvent(newer, event);
  if ((olderErrors.length === 0) === (newerErrors.length === 0)) return null;
  const acceptedBy = olderErrors.length === 0 ? 'older' : 'newer';
  const errors = acceptedBy === 'older' ? newerErrors : olderErrors;
  if (errors.some(isUndecided)) return null;
  const here = errors.filter((error) => concerns(error, change, steps)).length;
  return here === 0 ? null : { acceptedBy, alone: here === errors.length };
}

/** The validator gave up, which is no verdict on the event. */
function isUndecided(error: ValidationError): boolean {
  return error.keyword === 'cost' || error.keyword === '$ref' || error.params['reason'] !== undefined;
}

/** Only what the change is about counts, not what another change did to the same field or inside it. */
function concerns(error: ValidationError, change: Change, steps: readonly EventStep[]): boolean {
  const keys = steps.map(({ key }) => key);
  const missing = error.params['missingProperty'] === (keys.at(-1) ?? null);
  const namesField = missing && error.path === toPointer(keys.slice(0, -1));
  if (change.keyword === 'required') return namesField;
  if (change.keyword === null) {
    return namesField || isUnder(error.schemaPath, change.pointer) || isUndeclared(error, keys);
  }
  const conditional = ['if', 'then', 'else'].includes(change.keyword);
  const keywords = conditional ? ['then', 'else'] : [change.keyword];
  return keywords.some((keyword) => isUnder(error.schemaPath, appendPointer(change.pointer, keyword)));
}

/** The field, or one that it is in, is refused as a name that the version does not declare. */
function isUndeclared(error: ValidationError, keys: readonly (string | number)[]): boolean {
  const name = error.params['additionalProperty'];
  return keys.some((key, index) => key === name && error.path === toPointer(keys.slice(0, index)));
}

function isUnder(pointer: string, ancestor: string): boolean {
  return pointer === ancestor || pointer.startsWith(`${ancestor}/`);
}

function countNodes(value: Json): number {
  if (value === null || typeof value !== 'object') return 1;
  return Object.values(value).reduce<number>((count, inner) => count + countNodes(inner), 1);
}
