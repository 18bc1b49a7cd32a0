import type { RuleTexts } from '../finding';
import { fieldSubject, misnamed, quoted } from './sentence-parts';

const guidelines = 'https://wikitech.wikimedia.org/wiki/Event_Platform/Schemas/Guidelines';
const upstream = 'https://gitlab.wikimedia.org/repos/data-engineering/jsonschema-tools';

/** Texts of the rules that close the gaps of jsonschema-tools' tests. */
export const stricterLintTexts: RuleTexts = {
  'nested-snake-case-properties': {
    title: 'Names inside lists and maps are lower snake_case',
    message: ({ name, namedBy }) => misnamed(name, namedBy),
    explanation:
      'What is inside the items of a list or the values of a map becomes part of a table too, where names do not tell upper from lower case. The tests of jsonschema-tools do not look there.',
    source: guidelines,
  },
  'nested-required-properties-exist': {
    title: 'Required fields exist inside lists and maps',
    message: ({ name, field }) =>
      `${fieldSubject(field)} requires ${quoted(name)}, but there is no such property.`,
    explanation:
      'A property of a list item or map value is required that is not described. The tests of jsonschema-tools do not look there, and events would be refused later. Describe it, or take it off the list.',
    source: upstream,
  },
  'enum-of-one-type': {
    title: 'Choices have one type',
    message: ({ values, field }) =>
      `${fieldSubject(field)} has choices of another type than its own: ${[values].flat().map(quoted).join(', ')}.`,
    explanation:
      'A choice that is not of the field’s type can never be sent, or makes a second type that no table column can hold. In YAML, 1, yes and null are not text unless they stand in quotes.',
    source: guidelines,
  },
  'no-any-of': {
    title: 'No anyOf',
    message: ({ field }) => `${fieldSubject(field)} uses anyOf, so that its type is not known beforehand.`,
    explanation:
      'With anyOf a value may have one of several shapes, or several at once, and no table column can be made for it. The tests of jsonschema-tools never look inside. Describe one shape whose optional parts may be left out.',
    source: guidelines,
  },
  'no-pattern-properties': {
    title: 'No patternProperties',
    message: ({ field }) => `${fieldSubject(field)} uses patternProperties, for which no table has columns.`,
    explanation:
      'Properties whose names are only known by a pattern cannot become columns, and are dropped on the way. Use a map instead: additionalProperties with the type of the values.',
    source: guidelines,
  },
  'no-union-types': {
    title: 'No unions and no null',
    message: ({ type, field }) =>
      type === 'null'
        ? `${fieldSubject(field)} can only be null.`
        : `${fieldSubject(field)} allows several types: ${[type ?? 'null'].flat().join(', ')}.`,
    explanation:
      'A table column has one type. A value that is not known is left out of the event, instead of being null. The tests of jsonschema-tools overlook this place.',
    source: guidelines,
  },
  'array-items': {
    title: 'Lists say what they hold',
    message: ({ field }) => `${fieldSubject(field)} is a list that does not say which type its items have.`,
    explanation:
      'Without the type of its items, no table column can be made for a list. Add items with a type. The tests of jsonschema-tools overlook this place.',
    source: guidelines,
  },
  'union-numeric-bounds': {
    title: 'Numbers in unions have bounds',
    message: ({ missing, field }) =>
      `${fieldSubject(field)} may be a number but has no ${[missing ?? ''].flat().join(' and no ')}.`,
    explanation:
      'jsonschema-tools gives every number bounds that all languages hold exactly, but overlooks numbers in a union of types. Better than adding bounds is to give the field one type.',
    source: upstream,
  },
  'reserved-property-name': {
    title: 'No reserved names',
    message: ({ name, reason }) =>
      reason === 'keyword'
        ? `A field named ${quoted(name)} is mistaken for the keyword of that name.`
        : `A field named ${quoted(name)} is mistaken for something that every JavaScript object has.`,
    explanation:
      'The tools that compare versions skip fields with the names of some keywords, or crash at them, so that a breaking change goes unseen; names that every JavaScript object has make the order of keys random. Choose a more telling name, such as error_description.',
    source: upstream,
  },
  'pattern-is-safe': {
    title: 'Patterns cannot run forever',
    message: ({ pattern }) => `The pattern ${quoted(pattern)} can take a very long time on some texts.`,
    explanation:
      'A regular expression in which one text can be read in many ways, such as (a+)+ or .*.*.*, tries them all before it gives up. Whoever sends the right event could stop the intake. Let each part begin with something that the part before it cannot match. Back-references cannot be judged and are refused as well.',
    source: 'https://owasp.org/www-community/attacks/Regular_expression_Denial_of_Service_-_ReDoS',
  },
  'format-is-known': {
    title: 'Formats are known',
    message: ({ format, field }) =>
      `${fieldSubject(field)} has the format ${quoted(format)}, which the intake does not know.`,
    explanation:
      'The intake refuses a whole schema that names a format it does not know. Known are date, time, date-time, uri, uri-reference, uuid, ipv4, ipv6, hostname and a few more; names are in lower case.',
    source: 'https://github.com/ajv-validator/ajv/blob/v6/README.md#formats',
  },
};
