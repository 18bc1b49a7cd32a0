import type { Json } from '../../schema/json';
import type { RuleTexts } from '../finding';

const INTAKE = 'conformance.md D: how EventGate loads schemas and checks events';

/** What an intake that refuses a schema would say, by code; {@link refusalSentence} has the rest. */
const refusals: Record<string, string> = {
  'too-large': 'The schema and its examples are larger than an intake should have to read.',
  'too-deep': 'The schema or an example is nested too deep, or refers to itself without end.',
  'reserved-name': 'A property is called “__proto__”, which changes objects instead of naming a value.',
  'not-json': 'The schema or an example holds a value that JSON cannot hold.',
  'invalid-schema': 'The schema is not a valid draft-07 schema.',
  'insecure-schema': 'The schema could be used to slow the intake down.',
  'unknown-dialect': 'The intake does not know the dialect that “$schema” names.',
  'unknown-format': 'The schema names a format that the intake does not know.',
  'unresolved-reference': 'A reference leads out of the materialized schema; the intake fetches nothing.',
  'not-compilable': 'The intake cannot compile the schema.',
  'time-limit': 'The intake did not come to an end with this schema and its examples in the time it has.',
  'memory-limit': 'The intake needs more memory for this schema and its examples than it has.',
  'validator-failed': 'The intake fails while it checks the examples.',
};

function refusalSentence({ code, detail }: Record<string, Json>): string {
  const known = typeof code === 'string' && Object.hasOwn(refusals, code) ? refusals[code] : undefined;
  const sentence = known ?? 'The intake cannot use the schema.';
  return typeof detail === 'string' && detail !== '' ? `${sentence} It says: ${detail}` : sentence;
}

/** Texts of the findings that a draft gets before it can become a version. */
export const draftTexts: RuleTexts = {
  'examples-written-by-author': {
    title: 'The schema has an example event',
    message: () => 'The schema has no example event. Write one with values that a reader could meet.',
    explanation:
      'An example is the shortest explanation of a schema, and the first thing an engineer copies. Without one the schema repository would generate one, whose values depend on chance and may not even be valid. Add “examples:” with one event that could really have happened; the fix offers a generated one to start from.',
    source: 'https://wikitech.wikimedia.org/wiki/Event_Platform/Schemas/Guidelines',
  },
  'intake-can-use-schema': {
    title: 'An intake can use the schema',
    message: refusalSentence,
    explanation:
      'An intake compiles the schema when the first event arrives, and then checks every event by it. When a revision is submitted, the server does the same once, apart from everything else and with limits of time and memory. A schema that fails here would fail there too, and with it every event of the stream, or the whole intake. Simplify what the sentence names: a pattern with repetitions inside repetitions, parts that refer to each other many times over, a very long enumeration. Then submit a new revision.',
    source: INTAKE,
  },
  'intake-accepts-examples': {
    title: 'An intake accepts the examples',
    message: ({ example, place, problem }) =>
      `An intake refuses example ${Number(example) + 1}: ${place === '' ? 'the event' : String(place)} ${String(problem)}.`,
    explanation:
      'The server checked the examples with the same validator, and the same settings, that an intake uses. An event like this one would be refused there. Correct the example or the schema, and submit a new revision.',
    source: INTAKE,
  },
};
