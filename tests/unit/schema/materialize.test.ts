import { describe, expect, test } from 'vitest';
import { listRuleNames } from '@/lib/domain/findings/catalogue';
import type { JsonObject } from '@/lib/domain/schema/json';
import { materialize } from '@/lib/domain/schema/materialize';
import { UnusableDocument } from '@/lib/domain/schema/materializing-error';
import { readSource } from '@/lib/domain/schema/read-source';
import { serializeYaml } from '@/lib/domain/schema/serialize-yaml';
import { defaultMaterializeOptions } from '@/lib/domain/schema/types';

const fragments: Record<string, string> = {
  '/fragment/common/1.0.0': `
title: fragment/common
$id: /fragment/common/1.0.0
description: From the fragment
type: object
required: [meta, dt]
properties:
  dt: {type: string, maxLength: 128}
  meta:
    type: object
    required: [stream, dt]
    properties:
      stream: {type: string, minLength: 1}
examples: [{dt: x}]
`,
  '/fragment/tags/1.0.0': 'properties: {tags: {type: array, items: {properties: {name: {type: string}}}}}',
};

function lookup(uri: string): JsonObject | undefined {
  const text = fragments[uri];
  return text === undefined ? undefined : readSource(text).source?.value;
}

function run(text: string, options = {}) {
  const { source, findings } = readSource(text);
  if (!source) throw new Error(JSON.stringify(findings));
  return materialize(source, lookup, { ...defaultMaterializeOptions, ...options });
}

function schemaOf(text: string, options = {}): JsonObject {
  const { schema, findings } = run(text, options);
  if (!schema) throw new Error(JSON.stringify(findings));
  return schema;
}

/** The one finding that refuses a text. */
function refusal(text: string, options = {}) {
  const { schema, findings } = run(text, options);
  expect(schema).toBeNull();
  expect(findings).toHaveLength(1);
  expect(listRuleNames()).toContain(findings[0]?.rule);
  return findings[0];
}

describe('merging', () => {
  test.each([
    ['maximum', 5, 3, 3],
    ['exclusiveMaximum', 3, 5, 3],
    ['maxLength', 8, 4, 4],
    ['maxItems', 1, 2, 1],
    ['maxProperties', 2, 1, 1],
    ['minimum', 1, 3, 3],
    ['exclusiveMinimum', 3, 1, 3],
    ['minLength', 0, 4, 4],
    ['minItems', 2, 1, 2],
    ['minProperties', 1, 2, 2],
    ['uniqueItems', false, true, true],
    ['multipleOf', 4, 6, 12],
    ['enum', ['c', 'a', 'b'], ['b', 'c', 'x'], ['b', 'c']],
    ['enum', [3, 20, 1], [20, 3], [3, 20]],
    ['required', ['b', 'a'], ['$schema', 'A'], ['$schema', 'A', 'a', 'b']],
    ['type', ['string', 'null'], 'string', 'string'],
    ['title', 'one', 'other', 'one'],
    ['default', 1, 2, 1],
    ['format', 'date-time', 'date-time', 'date-time'],
  ])('of two values of %s: %j and %j give %j', (keyword, one, other, merged) => {
    const text = JSON.stringify({ properties: { a: { [keyword]: one, allOf: [{ [keyword]: other }] } } });
    expect(schemaOf(text, { enforcedNumericBounds: null })['properties']).toEqual({
      a: { [keyword]: merged },
    });
  });

  test('the schema comes before its parts; required names become one sorted list', () => {
    const schema = schemaOf('title: a\nallOf: [{$ref: /fragment/common/1.0.0}]\nrequired: [wiki]\n');
    expect(schema).toMatchObject({
      title: 'a',
      description: 'From the fragment',
      $id: '/fragment/common/1.0.0',
      required: ['dt', 'meta', 'wiki'],
      properties: { meta: { required: ['stream', 'dt'] } },
    });
    expect(schema).not.toHaveProperty('allOf');
  });

  test('examples of a fragment are not examples of the schema', () => {
    expect(schemaOf('$ref: /fragment/common/1.0.0')).not.toHaveProperty('examples');
  });

  test('the stricter of two bounds counts', () => {
    const text =
      'allOf: [{minLength: 2, maxLength: 9, maximum: 7}, {minLength: 4, maxLength: 5, maximum: 3}]';
    expect(schemaOf(text)).toEqual({ minLength: 4, maxLength: 5, maximum: 3 });
  });

  test('two patterns stay side by side', () => {
    expect(schemaOf('allOf: [{pattern: a}, {pattern: b}]')).toEqual({
      allOf: [{ pattern: 'a' }, { pattern: 'b' }],
    });
  });

  test('choices are combined pair by pair, and contradictions drop out', () => {
    const text = 'allOf: [{oneOf: [{type: string}, {minimum: 1}]}, {oneOf: [{type: integer}, {maximum: 2}]}]';
    expect(schemaOf(text, { enforcedNumericBounds: null })).toEqual({
      oneOf: [
        { maximum: 2, type: 'string' },
        { type: 'integer', minimum: 1 },
        { maximum: 2, minimum: 1 },
      ],
    });
  });

  test('keys beside a $ref come before those of what it refers to', () => {
    const text =
      'properties: {a: {$ref: "#/definitions/x", title: mine}}\ndefinitions: {x: {title: x, type: string}}';
    expect(schemaOf(text)['properties']).toEqual({ a: { title: 'mine', type: 'string' } });
  });
});

describe('bounds', () => {
  test('only what is missing is added, and only to plain number types', () => {
    const text =
      'properties: {a: {type: integer}, b: {type: number, minimum: 0}, c: {type: [integer, "null"]}, d: {items: {type: integer}}}';
    const low = -9007199254740991;
    const high = 9007199254740991;
    expect(schemaOf(text)['properties']).toEqual({
      a: { type: 'integer', minimum: low, maximum: high },
      b: { type: 'number', minimum: 0, maximum: high },
      c: { type: ['integer', 'null'] },
      d: { items: { type: 'integer', minimum: low, maximum: high } },
    });
    expect(schemaOf(text, { enforcedNumericBounds: null })['properties']).toMatchObject({
      a: { type: 'integer' },
    });
  });
});

describe('examples', () => {
  const make = { shouldGenerateExample: true };

  test('one is made of all properties, with $schema from $id', () => {
    const text =
      '$id: /a/1.0.0\ntype: object\nproperties: {$schema: {type: string}, n: {type: integer, minimum: 0, maximum: 100}, m: {type: object, additionalProperties: {type: string}}, t: {type: string, format: date-time, maxLength: 128}}';
    expect(schemaOf(text, make)['examples']).toEqual([
      { $schema: '/a/1.0.0', n: 15, m: { dolorb: 'dolor' }, t: '2021-01-01T00:00:00.0Z' },
    ]);
  });

  test('one that is there is kept', () => {
    expect(schemaOf('type: object\nexamples: [{old: 1}]', make)['examples']).toEqual([{ old: 1 }]);
  });

  test.each([
    ['the clock', '{type: string, format: date}', 'clock'],
    ['an unknown format', '{type: string, format: colour}', 'unknown-format'],
    ['a list of nothing', '{type: array, maxItems: 2}', 'items-missing'],
    [
      'what upstream never finishes',
      '{type: object, additionalProperties: {type: string}, minProperties: 2}',
      'never-ends',
    ],
    [
      'a pattern that could take for ever',
      '{type: object, patternProperties: {"(a+)+$": {}}}',
      'unsafe-pattern',
    ],
    ['an unknown type', '{type: strng}', 'unknown-type'],
  ])('%s gives a finding', (_, field, reason) => {
    const finding = refusal(`type: object\nproperties:\n  a: ${field}\n`, make);
    expect(finding).toMatchObject({ rule: 'example-impossible', params: { reason }, path: '/properties/a' });
    expect(finding?.range?.start.line).toBe(3);
  });
});

describe('refusals', () => {
  test.each([
    [
      'an unknown fragment',
      'properties: {a: {$ref: /fragment/none/1.0.0}}',
      'unresolved-ref',
      '/properties/a',
    ],
    ['a relative reference', 'allOf: [{$ref: fragment/common/1.0.0}]', 'unresolved-ref', '/allOf/0'],
    ['a way out of the repository', '$ref: file:///etc/passwd', 'unresolved-ref', ''],
    ['an unknown place', 'properties: {a: {$ref: "#/definitions/x"}}', 'unresolved-ref', '/properties/a'],
    ['a circle', 'properties: {a: {$ref: "#"}}', 'cyclic-ref', '/properties/a'],
    [
      'a circle of two',
      'definitions: {a: {$ref: "#/definitions/b"}, b: {$ref: "#/definitions/a"}}',
      'cyclic-ref',
      '/definitions/a',
    ],
    [
      'a contradiction',
      'properties: {a: {allOf: [{type: string}, {type: integer}]}}',
      'merge-conflict',
      '/properties/a/type',
    ],
    ['formats that differ', 'allOf: [{format: a}, {format: b}]', 'merge-conflict', '/format'],
    ['a reserved name', 'properties: {constructor: {type: string}}', 'reserved-name', '/properties'],
    ['nothing to match', 'allOf: [false]', 'matches-nothing', ''],
  ])('%s gives a finding', (_, text, rule, path) => {
    expect(refusal(text)).toMatchObject({ rule, path, severity: 'error', subject: 'materialized' });
  });

  test('references that multiply end soon', () => {
    const definitions = Array.from(
      { length: 40 },
      (_, i) =>
        `  d${i}: {properties: {a: {$ref: "#/definitions/d${i + 1}"}, b: {$ref: "#/definitions/d${i + 1}"}}}`,
    );
    const text = `definitions:\n${definitions.join('\n')}\n  d40: {type: string}\n`;
    expect(refusal(text)?.rule).toBe('schema-too-large');
  }, 20_000);

  test.each([
    ['beside the keywords of a schema', 'x-parts', (i: number) => `#/x-parts/d${i}`],
    ['in an if', 'if', (i: number) => `#/if/d${i}`],
  ])('references that multiply %s end soon', (_, holder, ref) => {
    const parts = Array.from(
      { length: 40 },
      (_unused, i) => `  d${i}: {a: {$ref: "${ref(i + 1)}"}, b: {$ref: "${ref(i + 1)}"}}`,
    );
    const text = `${holder}:\n${parts.join('\n')}\n  d40: {type: string}\n`;
    expect(refusal(text, { shouldGenerateExample: true })?.rule).toBe('schema-too-large');
  });

  test.each([600, 20_000])('%i references that nest are refused', (count) => {
    const parts = Array.from(
      { length: count },
      (_, i) => `  d${i}: {items: {$ref: "#/definitions/d${i + 1}"}}`,
    );
    const text = `definitions:\n${parts.join('\n')}\n  d${count}: {type: string}\n`;
    expect(refusal(text)?.rule).toBe('too-deep');
  });

  test('many parts, many choices and many values end soon', () => {
    const many = (count: number, part: (i: number) => string): string =>
      Array.from({ length: count }, (_, i) => part(i)).join(', ');
    const parts = many(2_000, (i) => `{properties: {a${i}: {}}}`);
    expect(refusal(`allOf: [${parts}]`)?.rule).toBe('schema-too-large');
    const choices = many(2_000, (i) => `{const: ${i}}`);
    expect(refusal(`allOf: [{oneOf: [${choices}]}, {oneOf: [${choices}, {}]}]`)?.rule).toBe(
      'schema-too-large',
    );
    const values = many(20_000, String);
    expect(schemaOf(`allOf: [{enum: [${values}]}, {enum: [${values}, x]}]`)['enum']).toHaveLength(20_000);
  });

  test('choices that multiply end soon', () => {
    const list = `{oneOf: [${Array.from({ length: 10 }, (_, i) => `{title: t${i}, const: ${i}}`).join(', ')}]}`;
    const lists = Array.from({ length: 8 }, (_, i) => list.replaceAll('title: t', `title: x${i}`));
    expect(refusal(`allOf: [${lists.join(', ')}]`)?.rule).toBe('schema-too-large');
  });
});

test('a name that is refused is not listed where only listed names may stand', () => {
  const closed = '{additionalProperties: false, properties: {a: false, b: {}}}';
  const { properties } = schemaOf(`properties: {x: ${closed}, y: {properties: {a: false}}}`);
  expect(properties).toEqual({
    x: { additionalProperties: false, properties: { b: {} } },
    y: { properties: { a: false } },
  });
});

describe('malformed schemas that upstream falls over', () => {
  test.each([
    ['properties', 'properties: {a: {}}\nallOf: [{properties: null}]'],
    ['definitions', 'definitions: {a: {}}\nallOf: [{definitions: null}]'],
    ['required in an example', 'type: object\nrequired: A'],
    ['no branch for an example', 'type: object\noneOf: []'],
    ['multiples that cannot be counted', 'multipleOf: 1.0e+308\nallOf: [{multipleOf: 0.1}]'],
    ['a multiple that is next to nothing', 'multipleOf: 5.0e-324\nallOf: [{multipleOf: 0.3}]'],
  ])('%s', (_, text) => {
    const options = { shouldGenerateExample: true };
    expect(['malformed-schema', 'merge-conflict']).toContain(refusal(text, options)?.rule);
  });

  test('a bound that is null is there', () => {
    const { properties } = schemaOf('properties: {a: {type: integer, minimum: null}}');
    expect(properties).toEqual({ a: { type: 'integer', minimum: null, maximum: 9007199254740991 } });
  });
});

describe('a document that must not be used', () => {
  test('gives the reason of the lookup, at the reference', () => {
    const { source } = readSource('properties:\n  a: {$ref: "/b/1.0.0#/x"}\n');
    if (!source) throw new Error('unreadable');
    const refuse = () => {
      throw new UnusableDocument('ref-target-unusable', { file: 'b' });
    };
    expect(materialize(source, refuse, defaultMaterializeOptions)).toMatchObject({
      schema: null,
      findings: [
        {
          rule: 'ref-target-unusable',
          path: '/properties/a',
          params: { file: 'b', ref: '/b/1.0.0#/x' },
          range: { start: { line: 2 } },
        },
      ],
    });
  });
});

describe('origins', () => {
  test('each property says where it comes from', () => {
    const text =
      'allOf: [{$ref: /fragment/common/1.0.0}, {$ref: /fragment/tags/1.0.0}]\nproperties: {wiki: {type: string}, dt: {description: mine}}';
    const { origins } = run(text);
    const common = { kind: 'fragment', uri: '/fragment/common/1.0.0' };
    expect(Object.fromEntries(origins)).toEqual({
      '/properties/wiki': { kind: 'own' },
      '/properties/dt': { kind: 'own' },
      '/properties/meta': common,
      '/properties/meta/properties/stream': common,
      '/properties/tags': { kind: 'fragment', uri: '/fragment/tags/1.0.0' },
      '/properties/tags/items/properties/name': { kind: 'fragment', uri: '/fragment/tags/1.0.0' },
    });
  });
});

describe('what is given', () => {
  test('neither the source nor a fragment is changed', () => {
    const { source } = readSource(
      'allOf: [{$ref: /fragment/common/1.0.0}]\nproperties: {n: {type: integer}}',
    );
    const fragment = lookup('/fragment/common/1.0.0');
    const before = JSON.stringify([source?.value, fragment]);
    if (source)
      materialize(source, () => fragment, { ...defaultMaterializeOptions, shouldGenerateExample: true });
    expect(JSON.stringify([source?.value, fragment])).toBe(before);
  });

  test('a value that stands twice in an example is an anchor, as upstream writes it', () => {
    const yaml = serializeYaml(schemaOf('examples:\n  - a: &x [1]\n    b: *x\n'));
    expect(yaml).toBe('examples:\n  - a: &ref_0\n      - 1\n    b: *ref_0\n');
  });
});
