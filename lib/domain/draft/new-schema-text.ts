import { isFragmentTitle, toSchemaId } from '../schema/schema-id';

/** What a first draft is made from. */
export interface NewSchema {
  title: string;
  /** One line that says what the proposal is for; the description to begin with. */
  summary: string;
  /** `$ref` URI of the fragment with the parts that every event has; null where there is none. */
  commonFragment: string | null;
}

/** The stream that events of a schema usually go to: `analytics.button_click` for `analytics/button/click`. */
export function usualStream(title: string): string {
  const [first = '', ...rest] = title.split('/');
  return rest.length > 0 ? `${first}.${rest.join('_')}` : first;
}

/**
 * The text of a new schema, version 1.0.0, to be filled in: an event with `$schema`, `meta` and `dt`, from the common
 * fragment where there is one, and an example that is valid (rules.md, “Style of an event schema”); or an empty fragment.
 */
export function newSchemaText({ title, summary, commonFragment }: NewSchema): string {
  const id = toSchemaId(title, '1.0.0');
  const head = [
    `title: ${title}`,
    `description: ${JSON.stringify(summary)}`,
    `$id: ${id}`,
    '$schema: https://json-schema.org/draft-07/schema#',
    'type: object',
  ];
  if (isFragmentTitle(title)) return lines([...head, ...exampleField, ...fragmentExample()]);
  if (commonFragment !== null) {
    return lines([
      ...head,
      'allOf:',
      `  - $ref: ${commonFragment}`,
      ...exampleField,
      ...eventExample(id, title),
    ]);
  }
  return lines([
    ...head,
    ...commonProperties,
    ...exampleField.slice(1),
    'required:',
    '  - $schema',
    '  - meta',
    '  - dt',
    ...eventExample(id, title),
  ]);
}

const exampleField = [
  'properties:',
  '  action:',
  '    type: string',
  '    description: What the person did, as they would say it.',
  '    minLength: 1',
  '    maxLength: 64',
];

const commonProperties = [
  'properties:',
  '  $schema:',
  '    type: string',
  '    description: The $id of the schema that the event conforms to.',
  '    maxLength: 512',
  '  meta:',
  '    type: object',
  '    description: What the intake needs to route the event.',
  '    properties:',
  '      stream:',
  '        type: string',
  '        description: Name of the stream that the event belongs to.',
  '        minLength: 1',
  '        maxLength: 256',
  '    required:',
  '      - stream',
  '  dt:',
  '    type: string',
  '    description: When the event happened, in UTC, set by the client.',
  '    format: date-time',
  '    maxLength: 128',
];

function eventExample(id: string, title: string): string[] {
  return [
    'examples:',
    `  - $schema: ${id}`,
    "    dt: '2026-01-01T12:00:00Z'",
    '    meta:',
    `      stream: ${usualStream(title)}`,
    '    action: open',
  ];
}

function fragmentExample(): string[] {
  return ['examples:', '  - action: open'];
}

function lines(parts: string[]): string {
  return `${parts.join('\n')}\n`;
}
