import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '@/lib/domain/schema/json';
import { findCompileProblems } from '@/lib/domain/validate/compile-problems';
import { hasFormat } from '@/lib/domain/validate/formats';
import { validateEvent } from '@/lib/domain/validate/validate-event';
import { describeValidationError } from '@/lib/domain/validate/validation-error';
import { anyEvent, anySchema } from './schema-arbitraries';
import { type AjvVerdict, askAjv } from './upstream-robustness';

function verdicts(schema: JsonObject, events: Json[]): AjvVerdict[] {
  if (findCompileProblems(schema).length > 0) return events.map(() => 'throws');
  return events.map((event) => (validateEvent(schema, event).length === 0 ? 'valid' : 'invalid'));
}

describe('validateEvent', () => {
  test.each([
    ['well-formed schemas', 0],
    ['schemas with broken parts', 1],
  ])('judges as ajv 6 does on %s', (_, junk) => {
    fc.assert(
      fc.property(anySchema(junk), fc.array(anyEvent, { minLength: 1, maxLength: 4 }), (schema, events) => {
        expect(verdicts(schema, events)).toEqual(askAjv(schema, events));
      }),
      { numRuns: 300 },
    );
  });

  test.each<[JsonObject, Json, string[]]>([
    [{ type: 'object', required: ['a'] }, {}, ['/ must have the property “a”']],
    [{ properties: { a: { type: 'integer' } } }, { a: 1.5 }, ['/a must be integer']],
    [
      { additionalProperties: false, properties: {} },
      { b: 1 },
      ['/ must not have the property “b”: the schema does not know it'],
    ],
    [
      { additionalProperties: false, patternProperties: { '^b': { type: 'integer' } } },
      { b1: 1, b2: 'x', c: 1 },
      ['/ must not have the property “c”: the schema does not know it', '/b2 must be integer'],
    ],
    [{ items: { maximum: 3 } }, [1, 4, 9], ['/1 must be at most 3', '/2 must be at most 3']],
    [{ $ref: '#/definitions/a', definitions: { a: { type: 'string' } } }, 1, ['/ must be string']],
    [{ $ref: '#/definitions/b' }, 1, ['/ cannot be checked: the reference #/definitions/b leads nowhere']],
    [{ maxLength: 1 }, '😀', []],
    [
      { uniqueItems: true },
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      ['/ must not repeat items: items 0 and 1 are equal'],
    ],
    [{ required: ['toString'] }, {}, ['/ must have the property “toString”']],
  ])('says where and why: %j', (schema, event, expected) => {
    const said = validateEvent(schema, event).map(
      (error) => `${error.path || '/'} ${describeValidationError(error)}`,
    );
    expect(said).toEqual(expected);
  });

  test('gives up on a schema that refers to itself for ever', () => {
    const schema = { anyOf: [{ $ref: '#' }, { $ref: '#' }] };
    expect(validateEvent(schema, {}).map((error) => error.keyword)).toEqual(['cost']);
    expect(validateEvent({ not: schema }, {}).map((error) => error.keyword)).toEqual(['cost']);
  });

  test('does not run a pattern that may take for ever', () => {
    const errors = validateEvent({ pattern: '^(a+)+$' }, `${'a'.repeat(60)}!`);
    expect(errors).toMatchObject([{ keyword: 'pattern', params: { reason: 'unsafe' } }]);
  });

  test('is not tricked by not into accepting what it cannot check', () => {
    expect(validateEvent({ not: { pattern: '^(a+)+$' } }, `${'a'.repeat(60)}!`)).not.toEqual([]);
  });

  test('knows the formats of ajv 6', () => {
    const formats = [
      'date',
      'time',
      'date-time',
      'uri',
      'uri-reference',
      'uri-template',
      'url',
      'email',
      'hostname',
    ];
    const more = [
      'ipv4',
      'ipv6',
      'uuid',
      'json-pointer',
      'json-pointer-uri-fragment',
      'relative-json-pointer',
      'regex',
    ];
    const texts = [
      '2026-01-01',
      '12:00:00Z',
      '2026-01-01T12:00:00Z',
      'http://a.b/c',
      '/x#y',
      '{a}',
      'a@b.c',
      '::1',
      '[',
    ];
    const moreTexts = [
      '1.2.3.4',
      '123e4567-e89b-12d3-a456-426614174000',
      '/a~0',
      '#/a',
      '0#',
      '',
      ' ',
      'http://wiki',
    ];
    const all = [...texts, ...moreTexts];
    for (const format of [...formats, ...more]) {
      const here = all.map((text) => (hasFormat(format, text) ? 'valid' : 'invalid'));
      expect([format, ...here]).toEqual([format, ...askAjv({ format }, all)]);
    }
  });
});
