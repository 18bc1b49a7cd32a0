import type { Json } from '../../schema/json';
import type { RuleTexts } from '../finding';

const guidelines = 'https://wikitech.wikimedia.org/wiki/Event_Platform/Schemas/Guidelines';
const upstream = 'https://gitlab.wikimedia.org/repos/data-engineering/jsonschema-tools';

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : String(value ?? '');
}

/** Texts of the findings that comparing two versions gives. */
export const compatibilityTexts: RuleTexts = {
  'schema-version-compatibility': {
    title: 'Passes the compatibility test of jsonschema-tools',
    message: ({ proposedVersion, baseVersion, reason }) =>
      `jsonschema-tools refuses ${text(proposedVersion)} as a successor of ${text(baseVersion)}: ${text(reason)}.`,
    explanation:
      'The schema repository runs this test on every commit: within one major version, whatever the older version says must be said by the newer one too, apart from descriptions, examples and maxLength; lists of allowed values may only grow. Take the change back, or give the schema a new major version.',
    source: upstream,
  },
  'compatible-with-previous-version': {
    title: 'Compatible with the previous version',
    message: ({ sentence }) => text(sentence),
    explanation:
      'Clients of every older version keep sending events for months, and tables and dashboards outlive the people who built them. So a version may add optional fields, and little else: nothing that was valid may become invalid, and nothing that readers rely on may vanish. Take the change back, add a new field beside the old one, or give the schema a new major version.',
    source: guidelines,
  },
  'version-number-follows-change': {
    title: 'The version number says how much changed',
    message: (params) => numberMessage(params),
    explanation:
      'A version is named X.Y.Z. X grows when clients or readers must adapt, Y when events may hold something new, Z when only the documentation changed. A number is never used twice, because a released version never changes.',
    source: guidelines,
  },
};

function numberMessage(params: Record<string, Json>): string {
  const proposed = text(params['proposedVersion']);
  const base = text(params['baseVersion']);
  switch (params['problem']) {
    case 'format':
      return `“${proposed}” is not a version number of the form X.Y.Z.`;
    case 'taken':
      return `Version ${base} is released already, and a released version never changes.`;
    case 'lower':
      return `${proposed} is lower than ${base}, the newest version.`;
    case 'too-small':
      return `${proposed} is a smaller step than the change asks for: ${text(params['suggestedVersion'])}. ${text(params['because'])}`;
    default:
      return `${proposed} is a larger step than the change asks for: ${text(params['suggestedVersion'])} would do. ${text(params['because'])}`;
  }
}
