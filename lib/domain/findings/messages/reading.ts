import type { Json } from '../../schema/json';
import type { RuleTexts } from '../finding';

const YAML = 'https://yaml.org/spec/1.1/';
const MATERIALIZING = 'conformance.md A3: how jsonschema-tools 1.3.0 materializes a schema';
const WRITING = 'conformance.md A4: how jsonschema-tools 1.3.0 writes a schema';
const EXAMPLES = 'conformance.md A5: how jsonschema-tools 1.3.0 generates an example';
const CONFIGURATION = 'conformance.md A2: the configuration of a schema repository';
const SAFETY = 'A limit of Assent, against texts made to exhaust a server';

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

function shortened(value: Json | undefined): string {
  const whole = text(value);
  return whole.length > 60 ? `${whole.slice(0, 60)}…` : whole;
}

const syntax: Record<string, string> = {
  'alias-with-properties': 'An alias (*name) cannot have a tag or an anchor of its own.',
  'anchor-on-other-line': 'An anchor (&) must stand on the line of its value.',
  'anchor-without-name': 'An anchor (&) needs a name.',
  'anchor-without-value': 'An anchor (&) needs a value after it.',
  'bad-block-header': 'After | or > only one digit from 1 to 9 and one of + and - may stand.',
  'bad-hex-escape': 'This escape does not name a character.',
  'bad-indentation': 'This line is indented further than the lines it belongs to.',
  'bracket-not-closed': 'This bracket is never closed.',
  'colon-missing': 'A key without a colon stands between keys.',
  'comma-missing': 'A comma is missing between two entries in brackets.',
  'control-character': 'A control character, or half of a character, stands here.',
  'cyclic-alias': 'This alias (*name) stands inside the value it repeats.',
  'directive-without-document': 'After a directive (%), a line with --- must begin the document.',
  'key-missing': 'A colon stands here without a key before it.',
  'key-not-a-scalar': 'A list or a mapping cannot be a key.',
  'line-break-expected': 'The line should end here.',
  'lone-surrogate': 'This text holds half of a character.',
  'merge-not-a-mapping': 'Only a mapping can be merged with <<.',
  'merge-too-large': 'More is merged with << than any schema needs.',
  'multiline-key': 'A key must stand on one line.',
  'quote-not-closed': 'This quotation mark is never closed.',
  'space-after-colon': 'A space is missing after the colon.',
  'space-after-tag': 'A space is missing after the tag.',
  'two-anchors': 'A value can have only one anchor (&).',
  'two-tags': 'A value can have only one tag (!).',
  'unexpected-text': 'This text does not belong to the mapping before it: look at the indentation.',
  'unknown-alias': 'No anchor (&) of this name stands before this alias (*).',
  'unknown-directive': 'Only the directive %YAML 1.x is understood here.',
  'unknown-escape': 'This escape is not known. Write a backslash as two of them, or use single quotes.',
};

const noExample: Record<string, string> = {
  'bad-date': 'a value is not a date',
  clock: 'a value of this format would be made from the clock',
  'generator-keyword': 'a key has a meaning of its own for the generator',
  'items-missing': 'a list does not say what its items are',
  'never-ends': 'the generator would not come to an end',
  'not-a-schema': 'something that is no schema stands where one is needed',
  pattern: 'the pattern cannot be read',
  reference: 'a reference was left open',
  'time-zone': 'a value would depend on the time zone',
  'too-large': 'it would be too large',
  'unknown-format': 'the generator does not know the format',
  'unknown-type': 'the type is not one of JSON Schema',
  'unsafe-pattern': 'trying the pattern on names could take very long',
};

/** Texts of the findings that reading a source gives. */
const readingSource: RuleTexts = {
  'invalid-utf8': {
    title: 'The file is UTF-8 text',
    message: () => 'The file is not UTF-8 text.',
    explanation:
      'Schemas are stored as UTF-8. This file holds bytes that are not: it may have been saved in another encoding, or not be text at all. Save it as UTF-8 and try again.',
    source: YAML,
  },
  'source-too-large': {
    title: 'The source has a reasonable size',
    message: ({ limit }) => `The source is too large: at most ${text(limit)} characters are read.`,
    explanation:
      'No schema that people can review is this long. The limit protects everyone else who uses this installation.',
    source: SAFETY,
  },
  'invalid-yaml': {
    title: 'The source is valid YAML',
    message: ({ reason }) => syntax[text(reason)] ?? 'This is not valid YAML.',
    explanation:
      'The source could not be read beyond this place, so nothing else can be checked. YAML tells what belongs together by indentation: compare this line with the ones above it.',
    source: YAML,
  },
  'tab-indentation': {
    title: 'Lines are indented with spaces',
    message: () => 'This line is indented with a tab.',
    explanation:
      'YAML counts spaces only; a line that begins with a tab counts as not indented and ends up in the wrong place without any error. Replace the tab with spaces.',
    source: 'https://yaml.org/spec/1.2.2/#61-indentation-spaces',
  },
  'several-documents': {
    title: 'A source holds one schema',
    message: () => 'A second document begins here.',
    explanation:
      'A line with --- begins a new document. A source file holds exactly one schema; put the other one in a file of its own.',
    source: YAML,
  },
  'not-a-mapping': {
    title: 'A schema is a mapping',
    message: () => 'The source does not hold a mapping of keys to values.',
    explanation:
      'A schema starts with keys such as title, $id and type at the left margin. This text is empty, or a list, or a single value.',
    source: 'https://json-schema.org/draft-07/json-schema-core',
  },
  'duplicate-key': {
    title: 'Each key stands once',
    message: ({ name }) => `The key ${text(name)} stands twice in this mapping.`,
    explanation:
      'Only one of the two values can count, and readers disagree on which. Remove or rename one of them. Here the first one is shown.',
    source: YAML,
  },
  'reserved-name': {
    title: 'No name that JavaScript reserves',
    message: ({ name }) => `The name ${text(name)} cannot be used: every JavaScript object has it already.`,
    explanation:
      'Names such as constructor, toString and __proto__ exist in every object of the programs that read schemas and events. They write files with such names in no certain order, or lose them. Choose another name.',
    source: WRITING,
  },
  'unquoted-timestamp': {
    title: 'Dates stand in quotes',
    message: ({ text: date }) => `The date ${text(date)} is not in quotes.`,
    explanation:
      'Without quotes YAML takes this for a moment in time and not for a text: it would be published in another form, and an example with it would not be valid. Put it in quotes.',
    source: MATERIALIZING,
  },
  'number-not-in-json': {
    title: 'Numbers are finite',
    message: ({ text: number }) => `${text(number)} is not a number that JSON can hold.`,
    explanation:
      'Events are JSON, which has no infinity and no “not a number”. Use a finite number; for a text, put it in quotes.',
    source: 'https://www.rfc-editor.org/rfc/rfc8259#section-6',
  },
  'unsupported-tag': {
    title: 'No special YAML types',
    message: ({ tag }) => `The tag ${text(tag)} cannot be used here.`,
    explanation:
      'A tag gives a value a type by force. Schemas need only the types of JSON, which the value itself shows; leave the tag out.',
    source: YAML,
  },
  'too-deep': {
    title: 'The nesting has a reasonable depth',
    message: () => 'Values are nested too deeply here.',
    explanation:
      'No schema that people can review, and no table that is made from it, is nested this deep. The limit protects everyone else who uses this installation.',
    source: SAFETY,
  },
  'alias-expansion': {
    title: 'A source holds a reasonable number of values',
    message: ({ limit }) =>
      `There are more than ${text(limit)} values here, with those that aliases (*name) repeat.`,
    explanation:
      'No schema that people can review holds as many. Aliases of values that hold aliases multiply until no memory holds the result: write out what you need, or move shared parts to a fragment.',
    source: SAFETY,
  },
};

/** Texts of the findings that materializing gives. */
const materializing: RuleTexts = {
  'unresolved-ref': {
    title: 'Every $ref leads to a schema',
    message: ({ ref }) => `The reference ${text(ref)} leads nowhere.`,
    explanation:
      'A $ref names a published version of another schema by its path from the root of the repository, such as /fragment/common/2.0.0, or a place in this schema, such as #/definitions/name. Check the spelling and the version, and that the fragment is published.',
    source: MATERIALIZING,
  },
  'cyclic-ref': {
    title: 'No $ref leads back to itself',
    message: ({ ref }) =>
      ref ? `The reference ${text(ref)} leads back to a schema that holds it.` : 'A value holds itself here.',
    explanation:
      'A schema that holds itself has no end when it is written out, and no table can be made from it. Give the nested part a limited depth, or an id that refers to another event.',
    source: MATERIALIZING,
  },
  'merge-conflict': {
    title: 'The parts of an allOf agree',
    message: ({ keyword, values }) =>
      `The parts of an allOf contradict each other in ${text(keyword)}: ${(Array.isArray(values)
        ? values
        : []
      )
        .map(shortened)
        .join(' and ')}.`,
    explanation:
      'A schema is merged with all that its allOf lists, and no value can meet both. Remove one of the two, or refer to a version of the fragment that fits.',
    source: 'https://github.com/mokkabonna/json-schema-merge-allof',
  },
  'malformed-schema': {
    title: 'Each keyword holds what it should',
    message: () => 'A keyword holds something that makes no sense there.',
    explanation:
      'For example properties holds a text, or required a number. Look at what the other findings say of the keywords of this schema.',
    source: 'https://json-schema.org/draft-07/json-schema-validation',
  },
  'matches-nothing': {
    title: 'Some event can match the schema',
    message: () => 'An allOf holds false, so that no event at all matches the schema.',
    explanation:
      'A part of an allOf that is false forbids every value, and with it the whole schema. Remove that part.',
    source: 'https://json-schema.org/draft-07/json-schema-core#rfc.section.4.3.2',
  },
  'schema-too-large': {
    title: 'The materialized schema has a reasonable size',
    message: () => 'References, allOf or combinations multiply without bound here.',
    explanation:
      'Each part refers to several others, so that the result would be larger than any program can read. The limit protects everyone else who uses this installation.',
    source: SAFETY,
  },
  'value-not-in-json': {
    title: 'Every value can be written',
    message: () => 'A value comes out here that JSON cannot hold.',
    explanation:
      'Merging or generating gives nothing, or a number without end, at this place; the published file would not be readable. Look at the bounds and at the lists of this part.',
    source: WRITING,
  },
  'example-impossible': {
    title: 'An example can be generated',
    message: ({ reason, detail }) =>
      `No example can be generated: ${noExample[text(reason)] ?? 'the generator fails'}${detail ? ` (${shortened(detail)})` : ''}.`,
    explanation:
      'This repository wants an example in each schema, and this schema has none of its own. Write one under examples: an event as it will really be sent says more than a generated one.',
    source: EXAMPLES,
  },
};

/** Texts of the findings that reading a repository's configuration gives. */
const configuration: RuleTexts = {
  'bad-setting': {
    title: 'Every setting has a usable value',
    message: ({ key }) => `The setting ${text(key)} does not hold what it should; its default is used.`,
    explanation:
      'jsonschema-tools would fail on this value, or do something else than its name says. Compare it with the list of settings.',
    source: CONFIGURATION,
  },
  'unsafe-setting-pattern': {
    title: 'Every pattern is matched quickly',
    message: ({ key, pattern }) =>
      `The pattern “${shortened(pattern)}” of the setting ${text(key)} may take forever to match, so it is left out.`,
    explanation:
      'Repetitions inside of repetitions, such as (a+)+, can keep a program busy for years. Write the pattern without them; most need no more than a part of the $id.',
    source: SAFETY,
  },
  'unsupported-setting': {
    title: 'Every setting can be followed',
    message: ({ key }) => `The setting ${text(key)} asks for something that Assent does not do.`,
    explanation:
      'Assent always replaces references by what they mean: versions without it cannot be read by intakes. Remove the setting, or go on with jsonschema-tools for this repository.',
    source: CONFIGURATION,
  },
  'unknown-setting': {
    title: 'Every setting is known',
    message: ({ key }) => `jsonschema-tools 1.3.0 does not know the setting ${text(key)}.`,
    explanation: 'It has no effect. It may be misspelled, or belong to another version of the tool.',
    source: CONFIGURATION,
  },
};

/** Texts of the findings that reading and materializing a source gives. */
export const readingTexts: RuleTexts = { ...readingSource, ...materializing, ...configuration };
