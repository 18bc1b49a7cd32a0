import fc from 'fast-check';
import type { JsonObject } from '@/lib/domain/schema/json';

/** A small event schema with one field of each kind. */
export const clickSchema: JsonObject = {
  title: 'analytics/button/click',
  description: 'A person pressed a button.',
  $id: '/analytics/button/click/1.1.0',
  type: 'object',
  required: ['$schema', 'meta', 'dt', 'action'],
  properties: {
    $schema: { type: 'string', description: 'Which schema the event follows.' },
    meta: {
      type: 'object',
      required: ['stream'],
      properties: { stream: { type: 'string', minLength: 1 }, dt: { type: 'string' } },
    },
    dt: {
      type: 'string',
      format: 'date-time',
      maxLength: 128,
      description: 'When it happened,\nby the clock of the device.',
    },
    action: {
      type: 'string',
      enum: ['press', 'hold'],
      description: "What the person did; it's one of a few.",
    },
    count: { type: 'integer', minimum: 0 },
    share: { type: 'number', minimum: 0, maximum: 1 },
    is_test: { type: 'boolean' },
    tags: { type: 'array', items: { type: 'string' } },
    headers: { type: 'object', additionalProperties: { type: 'string' } },
    performer: {
      type: 'object',
      properties: { 'edit-count': { type: 'integer', description: 'How many' }, id: { type: 'integer' } },
    },
  },
};

/** Texts that end strings, comments and statements in one language or another. */
export const hostileText = fc.oneof(
  fc.constantFrom(
    '*/ evil()',
    '/*',
    '//',
    '`',
    '``',
    "'; DROP TABLE x; --",
    '"',
    '\\',
    "\\'",
    '\\u0027',
    ['$', '{system:user}'].join(''),
    '?>',
    '</script>',
    '\n',
    '\r\n',
    '\u2028',
    '\0',
    '__proto__',
    'constructor',
    '0',
    '-1',
    'a b',
    '',
    '$x',
    '💥',
    '\ud800',
  ),
  fc.string({ unit: 'binary' }),
);

/** An event schema whose names, descriptions and values are hostile. */
export const hostileSchema: fc.Arbitrary<JsonObject> = fc
  .array(
    fc.tuple(
      hostileText,
      hostileText,
      hostileText,
      fc.constantFrom('string', 'integer', 'object', 'array', 'map'),
    ),
    {
      maxLength: 5,
    },
  )
  .map((fields) => ({
    type: 'object',
    description: fields[0]?.[1] ?? '',
    properties: Object.fromEntries(
      // No source may hold NUL or half a character: PHP would drop or merge such names.
      fields.map(([name, description, value, type]) => [
        name.replaceAll('\0', '').replace(/\p{Cs}/gu, '\ufffd'),
        fieldOf(description, value.replaceAll('\0', '').replace(/\p{Cs}/gu, '\ufffd'), type),
      ]),
    ),
    required: fields.slice(0, 1).map(([name]) => name.replaceAll('\0', '').replace(/\p{Cs}/gu, '\ufffd')),
  }));

function fieldOf(description: string, value: string, type: string): JsonObject {
  switch (type) {
    case 'integer':
      return { type, description };
    case 'object':
      return { type, description, properties: { [value]: { type: 'string', description, enum: [value] } } };
    case 'array':
      return { type, description, items: { type: 'string', enum: [value] } };
    case 'map':
      return { type: 'object', description, additionalProperties: { type: 'string', const: value } };
    default:
      return { type, description, enum: [value] };
  }
}
