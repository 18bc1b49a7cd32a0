import type { Json, JsonObject } from '../schema/json';
import { asEvent, toExampleEvent } from '../views/example-event';
import { candidateValues } from './candidate-values';
import { type Change, isBreaking } from './change';
import { isEffortSpent, withinEffort } from './effort';
import { schemaAt, stepsToChange, valueAt, withValue } from './event-places';
import { findUsageProblems, judgeTrial, type Outcome, type Trial } from './judge-trial';
import { distinct, validSample } from './valid-sample';

/** An event that one version accepts and the other refuses because of one change. */
export interface CounterExample {
  event: Json;
  acceptedBy: 'older' | 'newer';
  /** What is refused: this event, or every one, since because of the change no intake can use that version at all. */
  refusal: 'event' | 'every-event';
}

/**
 * Why there is no counter-example:
 * - `not-breaking`: the change breaks nobody;
 * - `not-in-events`: whether an event is accepted does not depend on it (a title, a default);
 * - `no-usable-version`: an intake can use neither version;
 * - `undecided`: of the events that were tried, some could not be judged in bounded time, and no other one shows it;
 * - `no-valid-event`: no event was found that either version accepts;
 * - `none-found`: no event that was tried shows it: it is rare, or all else that the versions say leaves no room for it.
 */
export type NoCounterExample =
  | 'not-breaking'
  | 'not-in-events'
  | 'no-usable-version'
  | 'undecided'
  | 'no-valid-event'
  | 'none-found';

/** Either what was found, or the reason why there is nothing. */
export type CounterExampleSearch =
  | { found: CounterExample; reason: null }
  | { found: null; reason: NoCounterExample };

const maxTries = 4000;
/** Steps that all of a search may take: about a second. */
const maxEffort = 2_000_000;

/**
 * Finds an event on which two versions disagree because of a breaking change: one accepts it, the other refuses it at
 * the place of the change, as an intake would: with defaults filled in. Events are tried on both versions until one
 * serves, as long as tries and effort last; nothing is assumed. A version that cannot be compiled accepts nothing. An event
 * whose only trouble is this change is preferred, and one that shows what the change's classification says (accepted
 * by the older version where producers break).
 */
export function findCounterExample(
  older: JsonObject,
  newer: JsonObject,
  change: Change,
): CounterExampleSearch {
  if (!isBreaking(change)) return none('not-breaking');
  const problems = { older: findUsageProblems(older, change), newer: findUsageProblems(newer, change) };
  const unusable = [problems.older, problems.newer].filter((list) => list.length > 0).length;
  if (unusable === 2) return none('no-usable-version');
  if (unusable === 0 && !showsInEvents(change)) return none('not-in-events');
  const trial: Trial = { older, newer, change, problems, steps: stepsToChange(change, [older, newer]) };
  return withinEffort(maxEffort, () => searchEvents(trial));
}

function none(reason: NoCounterExample): CounterExampleSearch {
  return { found: null, reason };
}

/** A dialect decides only whether a version can be used. */
function showsInEvents({ kind, keyword }: Change): boolean {
  return kind !== 'title-changed' && kind !== 'default-changed' && keyword !== '$schema';
}

function searchEvents(trial: Trial): CounterExampleSearch {
  const { change } = trial;
  const wanted = change.classifications.includes('breaking-producers') ? 'older' : 'newer';
  let best: (CounterExample & { rank: number }) | null = null;
  const misses = new Set<Outcome['kind']>();
  let triesLeft = maxTries;
  for (const event of candidateEvents(trial)) {
    triesLeft -= 1;
    if (triesLeft < 0 || isEffortSpent()) break;
    const outcome = judgeTrial(trial, event);
    if (outcome.kind !== 'shown') {
      misses.add(outcome.kind);
      continue;
    }
    const { acceptedBy, alone, refusal } = outcome;
    const rank = (alone ? 2 : 0) + (acceptedBy === wanted ? 1 : 0);
    if (best === null || rank > best.rank) best = { event, acceptedBy, refusal, rank };
    if (rank === 3) break;
  }
  if (best === null) return none(reasonFor(misses));
  const { rank: _, ...found } = best;
  return { found, reason: null };
}

function reasonFor(misses: ReadonlySet<Outcome['kind']>): NoCounterExample {
  if (misses.has('undecided')) return 'undecided';
  return misses.has('agreed') || misses.has('elsewhere') ? 'none-found' : 'no-valid-event';
}

/** Whole events of both versions, each changed at the place of the change in every way that may tell. */
function* candidateEvents({ older, newer, steps }: Trial): Generator<Json> {
  const schemas = [older, newer];
  const inner = schemas.map((schema) => schemaAt(schema, steps)).filter((schema) => schema !== null);
  const bases = schemas.flatMap((schema) =>
    distinct([
      asEvent(schema, validSample(schema, 'required')),
      toExampleEvent(schema),
      asEvent(schema, validSample(schema, 'all')),
    ]).map((event) => ({ event, schema })),
  );
  yield* bases.map(({ event }) => event);
  for (const { event, schema } of bases) {
    if (steps.length > 0) yield withValue(event, { steps, value: undefined, schema });
    for (const value of candidateValues(inner, valueAt(event, steps))) {
      yield withValue(event, { steps, value, schema });
    }
  }
}
