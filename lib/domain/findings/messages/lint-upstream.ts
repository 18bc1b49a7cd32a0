import type { Json } from '../../schema/json';
import type { RuleTexts } from '../finding';
import { misnamed, quoted } from './sentence-parts';

const source = 'https://gitlab.wikimedia.org/repos/data-engineering/jsonschema-tools';
const guidelines = 'https://wikitech.wikimedia.org/wiki/Event_Platform/Schemas/Guidelines';

const unreadable = 'This part is not a schema: where an object is expected, something else stands.';

const typeReasons: Record<string, string> = {
  unreadable,
  union: 'Several types are allowed here; a field has exactly one.',
  items: 'This list does not say which type its items have.',
  'no-properties':
    'This object says neither which properties it has nor, as a map, which type its values have.',
  'null-in-enum': 'One of the choices is null, which makes a second type.',
  'no-type': 'This property does not say which type it has.',
  'one-of-types': 'The alternatives in oneOf have different types.',
  'one-of-required': 'The alternatives in oneOf require different properties.',
  'one-of-without-required':
    'An alternative in oneOf has no list “required”, at which the tests of jsonschema-tools crash.',
};

function exampleProblem({ example, place, problem, value }: Record<string, Json>): string {
  switch (problem) {
    case 'unreadable':
      return 'The examples are not a list.';
    case 'invalid-schema':
      return 'No example can be checked, because the schema is not a valid schema.';
    case 'unknown-dialect':
      return `No example can be checked: the dialect ${quoted(value)} in $schema is unknown.`;
    case 'unknown-format':
      return `No example can be checked: the format ${quoted(value)} is unknown.`;
    case 'unresolved-reference':
      return `No example can be checked: the reference ${quoted(value)} leads nowhere.`;
    case 'id-taken':
      return typeof value === 'string' && value.startsWith('#')
        ? `No example can be checked: ${quoted(value)} is the $id of two schemas that differ.`
        : `No example can be checked: ${quoted(value)} is the $id of JSON Schema itself.`;
    default:
      if (typeof example !== 'number') return 'The examples are not a list.';
      return `Example ${example + 1} does not fit the schema: ${place === '' ? 'it' : place} ${problem}.`;
  }
}

/** Texts of the rules that carry the names of jsonschema-tools' own tests. */
export const upstreamLintTexts: RuleTexts = {
  'schema-is-valid': {
    title: 'The schema is valid JSON Schema',
    message: ({ problem }) => `This is not valid JSON Schema (draft-07): the value ${problem}.`,
    explanation:
      'A keyword has a value that JSON Schema does not know, such as a misspelt type. No program could use the schema. Compare the value with what JSON Schema allows for this keyword.',
    source: 'https://json-schema.org/draft-07/schema',
  },
  'schema-is-secure': {
    title: 'Checked text has a maximum length',
    message: ({ missing, because }) =>
      typeof missing === 'string' && typeof because === 'string'
        ? `${because} needs ${missing} beside it.`
        : 'This part of the schema can be used to slow its checks down.',
    explanation:
      'Anyone can send an event. A very long text in a field with a pattern or format can keep the intake busy for minutes, so such a field says how long its text may be. The same goes for the number of items where they must be unique, and for property names that are matched with patterns.',
    source: 'https://github.com/ajv-validator/ajv/blob/v6/README.md#security-risks-of-trusted-schemas',
  },
  'schema-snake-case-properties': {
    title: 'Field names are lower snake_case',
    message: ({ name, namedBy }) => (typeof name === 'string' ? misnamed(name, namedBy) : unreadable),
    explanation:
      'Events become tables, and table columns do not tell upper from lower case: pageId and pageid would be one column. Write words in lower case with underscores between them, as page_id. The first character is a letter.',
    source: guidelines,
  },
  'schema-deterministic-types': {
    title: 'Every field has one known type',
    message: ({ reason }) => typeReasons[String(reason)] ?? 'The type of this part is not determined.',
    explanation:
      'Each field becomes a table column, and a column has one type, known before the first event arrives. So there are no unions, no null (leave the field out instead), lists say what they hold, and objects say which properties they have or which type their values have.',
    source: guidelines,
  },
  'schema-required-properties-exist': {
    title: 'Required fields exist',
    message: ({ name, reason }) => {
      if (reason === 'unreadable') return unreadable;
      return typeof name === 'string'
        ? `${quoted(name)} is required, but there is no such property.`
        : 'Properties are required, but there are none.';
    },
    explanation:
      'A field is listed under “required” that the schema does not describe. Events would have to carry something of which nothing is known. Describe it, or take it off the list; often a renamed field was forgotten there.',
    source: guidelines,
  },
  'schema-examples-$schema-matches-schema-$id': {
    title: 'Examples name this version',
    message: ({ named, id, reason }) => {
      if (reason === 'unreadable') return 'The examples are not a list of events.';
      return named === null
        ? `An example lacks $schema, which must be ${quoted(id)}.`
        : `An example says $schema: ${quoted(named)}, but this version is ${quoted(id)}.`;
    },
    explanation:
      'An event names in $schema the version that it follows. The examples of a version must name that version; they are easily forgotten when the number rises.',
    source: guidelines,
  },
  'schema-examples-are-valid': {
    title: 'Examples fit the schema',
    message: exampleProblem,
    explanation:
      'Examples are copied by the people who write the code that sends events. An example that its own schema refuses leads them astray, and shows that either the example or the schema is not what was meant.',
    source: guidelines,
  },
  'schema-enforced-numeric-bounds': {
    title: 'Numbers stay within safe bounds',
    message: ({ keyword, value, limit }) =>
      value === null
        ? `This number has no ${keyword}; ${limit} is the limit.`
        : `The ${keyword} ${quoted(value)} is beyond the limit of ${limit}.`,
    explanation:
      'Beyond ±9,007,199,254,740,991 JavaScript rounds whole numbers silently, so that the event that arrives is not the one that was sent. The repository sets these limits for all schemas. Use text for larger identifiers.',
    source,
  },
};
