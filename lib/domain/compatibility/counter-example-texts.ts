import type { NoCounterExample } from './counter-example';

const sentences: Record<NoCounterExample, string> = {
  'not-breaking': 'This change breaks nobody, so no event shows it.',
  'not-in-events': 'No event shows it: whether an event is accepted does not depend on it.',
  'no-usable-version': 'No event shows it: an intake can use neither version, so both refuse every event.',
  undecided:
    'No event was found that shows it: some of those that were tried cannot be judged in bounded time.',
  'no-valid-event': 'No event shows it: none was found that either version accepts.',
  'none-found':
    'No event was found that shows it: it is rare, or what else the versions say leaves no room for it.',
};

/** The reason as one sentence. */
export function describeNoCounterExample(reason: NoCounterExample): string {
  return sentences[reason];
}
