import type { RuleTexts } from '../finding';
import { fieldSubject, quoted } from './sentence-parts';

const guidelines = 'https://wikitech.wikimedia.org/wiki/Event_Platform/Schemas/Guidelines';
const guide = 'https://www.mediawiki.org/wiki/Extension:EventLogging/Guide';

const whyRequired: Record<string, string> = {
  $schema: 'it names the version that the event follows',
  meta: 'it carries what the platform needs to know of every event',
  'meta.stream': 'it names the stream to which the event belongs',
  dt: 'it is the time at which the event happened',
};

/** Texts of the rules about the style of a schema. */
export const styleLintTexts: RuleTexts = {
  'title-matches-path': {
    title: 'The title is the path',
    message: ({ title, expected }) => {
      if (typeof title !== 'string') return 'The schema has no title.';
      if (expected === null) return `The title ${quoted(title)} is not a path.`;
      return title.startsWith('/')
        ? `The title ${quoted(title)} begins with a slash; it is ${quoted(expected)}.`
        : `The title is ${quoted(title)}, but the schema stands at ${quoted(expected)}.`;
    },
    explanation:
      'Schemas are found by their title, so it equals the path of the folder they stand in, without a slash at either end: analytics/button/click. A leading slash belongs to $id alone.',
    source: guidelines,
  },
  'id-matches-title-and-version': {
    title: '$id is /title/version',
    message: ({ id, expected }) => {
      if (typeof id !== 'string') return 'The schema has no $id.';
      return expected === null || expected === undefined
        ? `${quoted(id)} is not of the form /title/1.0.0.`
        : `$id is ${quoted(id)}; it should be ${quoted(expected)}.`;
    },
    explanation:
      'Events name the schema that they follow by its $id, so it is made of a slash, the title, a slash, and the version in full: /analytics/button/click/1.0.0.',
    source: guidelines,
  },
  'schema-dialect': {
    title: 'The schema is written in draft-07',
    message: ({ dialect }) =>
      dialect === null
        ? 'The schema does not say in $schema that it is written in draft-07.'
        : `The dialect ${quoted(dialect)} is not draft-07.`,
    explanation:
      'JSON Schema has several editions in which the same words mean different things. The tools on the way understand draft-07. Write $schema: https://json-schema.org/draft-07/schema#.',
    source: guidelines,
  },
  'root-is-object': {
    title: 'An event is an object',
    message: () => 'The schema does not say type: object, so that anything at all would pass as an event.',
    explanation:
      'Without type: object at its top, a schema says nothing about values that are no objects, and accepts them. Every event is an object with properties.',
    source: guidelines,
  },
  'ref-pinned': {
    title: 'References name a version',
    message: ({ ref }) => `The reference ${quoted(ref)} does not name a version.`,
    explanation:
      'A reference to “latest”, or to no version, means something else when the other schema changes, without anybody having agreed to it. Name the version: /fragment/analytics/common/2.0.0.',
    source: guidelines,
  },
  'event-required-properties': {
    title: 'Events carry $schema, meta.stream and dt',
    message: ({ name }) =>
      `${name} is not required, but every event needs it: ${whyRequired[String(name)] ?? 'the platform relies on it'}.`,
    explanation:
      'The platform finds the schema by $schema, the stream by meta.stream, and the time of the event by dt, which the client sets. The fragment /fragment/common/2.0.0, or one built on it, brings all of them: use it by $ref in allOf. A schema that is published without them should gain them with its next major version.',
    source: guidelines,
  },
  'no-meta-dt-required': {
    title: 'meta.dt is left to the intake',
    message: () => 'meta.dt is required, but the intake sets it, not the client.',
    explanation:
      'meta.dt is the time at which the event was received. A client cannot know it; the time at which the event happened goes into dt. Take dt off the list “required” of meta.',
    source: guidelines,
  },
  'no-additional-properties': {
    title: 'Nothing unknown is let in',
    message: ({ field }) => `${fieldSubject(field)} lets properties in of which nothing is known.`,
    explanation:
      'Properties that the schema does not describe become no columns, and carry whatever somebody puts into them, personal data included. Describe them; or, for a map with free names, give additionalProperties the type of the values.',
    source: guidelines,
  },
  'property-description': {
    title: 'Every field is described',
    message: ({ field }) => `The field ${field} has no description.`,
    explanation:
      'Data outlives the people who collect it. Say what the field means, when it is set, and what its values stand for, so that an analyst in five years can use it without asking.',
    source: guidelines,
  },
  'description-speaks-of-action': {
    title: 'Descriptions speak of the user’s action',
    message: ({ field, words }) =>
      `The description of ${field} speaks of ${quoted(words)}: does it say what the user did?`,
    explanation:
      'Buttons move and variables are renamed, and a description that is tied to them loses its meaning. Describe the action of the user, which stays comparable, unless it is buttons that you compare.',
    source: guide,
  },
  'prefer-id': {
    title: 'An id rather than a name',
    message: ({ name, id }) => `${name} can change and is hard to handle; can ${id} take its place?`,
    explanation:
      'A page can be renamed and a user name can be in any script, while ids stay and are cheap to join. Collect the id; the name can be looked up. A title beside the id is fine where it is needed to check the data.',
    source: guide,
  },
  'impression-over-click': {
    title: 'An impression rather than a click',
    message: ({ name }) =>
      `${name} counts clicks, some of which are lost; would an impression answer the question?`,
    explanation:
      'Clicks that lead to another page are often lost, because the browser leaves before the event is sent. What was shown is recorded more reliably. Where only the click answers the question, collect something with it by which it can be checked.',
    source: guide,
  },
  'units-in-name': {
    title: 'The unit is in the name',
    message: ({ name }) => `${name} is measured, but its name does not say in which unit.`,
    explanation:
      'A column named load_time leaves open whether it is seconds or milliseconds, and sooner or later somebody takes the wrong one. Put the unit at the end: load_time_ms, content_bytes.',
    source: guidelines,
  },
  'date-time-format': {
    title: 'Moments are date-time',
    message: ({ field, type }) =>
      type === 'string'
        ? `The field ${field} seems to be a moment, but lacks format: date-time.`
        : `The field ${field} seems to be a moment, but is a number.`,
    explanation:
      'Moments are text in ISO 8601, as 2026-03-01T12:00:00Z: type string, format date-time, maxLength 128. All tools read them alike, and nobody has to guess the unit or the time zone. Spans of time are numbers, with the unit in the name.',
    source: guidelines,
  },
  'explicit-numeric-bounds': {
    title: 'Numbers say which values they have',
    message: ({ field }) => `The field ${field} says neither its minimum nor its maximum.`,
    explanation:
      'Where a number has no bounds, the widest possible ones are written into the version, and a negative count or a nonsensical size passes unseen. Give the bounds that make sense; a lower bound of 0 is often enough.',
    source: guidelines,
  },
};
