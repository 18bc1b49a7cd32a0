import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { serializeJson } from '@/lib/domain/schema/serialize-json';
import { serializeYaml } from '@/lib/domain/schema/serialize-yaml';
import { readSource } from '@/lib/domain/schema/read-source';
import { anyJson, name, text } from '../../differential/schema-arbitraries';

const upstream = createRequire(import.meta.url)('@wikimedia/jsonschema-tools/lib/jsonschema-tools.js') as {
  serialize(value: unknown, type: string): string;
};

describe('YAML', () => {
  test('keys of a schema come in their order, others by the alphabet of people', () => {
    const names = [
      'zed',
      'Zed',
      'a',
      'A',
      'a-b',
      'a_b',
      'a1',
      '_a',
      '$x',
      'type',
      'title',
      'examples',
      'b2',
      'b',
    ];
    const value = Object.fromEntries(names.map((key) => [key, 1]));
    const keys = serializeYaml(value).match(/^[^:]+/gm);
    expect(keys).toEqual([
      'title',
      'type',
      'examples',
      '_a',
      '$x',
      'a',
      'A',
      'a_b',
      'a-b',
      'a1',
      'b',
      'b2',
      'zed',
      'Zed',
    ]);
  });

  test.each<[string, string]>([
    ['plain', 'plain'],
    ['', "''"],
    ['yes', "'yes'"],
    ['1.0', "'1.0'"],
    ['a: b', "'a: b'"],
    ["it's", "it's"],
    ["'quoted'", "'''quoted'''"],
    ['a#b', 'a#b'],
    ['a #b', "'a #b'"],
    ['=', "'='"],
    ['tab\t', '"tab\\t"'],
    ['😀', '"\\U0001F600"'],
    ['no\u00a0break', '"no\\_break"'],
    ['two\nlines', '|-\n  two\n  lines'],
    ['ends\n', '|\n  ends'],
    [' leads\n', '|2\n   leads'],
    ['keep\n\n', '|+\n  keep\n'],
    [`${'word '.repeat(20)}end`, `>-\n  ${'word '.repeat(15).trim()}\n  ${'word '.repeat(5)}end`],
  ])('%j is written as %s', (value, written) => {
    expect(serializeYaml({ a: value })).toBe(`a: ${written}\n`);
  });

  test('any value is written as upstream writes it', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(serializeYaml(value)).toBe(upstream.serialize(value, 'yaml'));
      }),
      { numRuns: 1_500, seed: 5 },
    );
  }, 60_000);

  test('any text at any depth is written as upstream writes it', () => {
    fc.assert(
      fc.property(
        fc.oneof(text, fc.string({ unit: 'binary', maxLength: 200 })),
        fc.nat({ max: 30 }),
        (value, depth) => {
          let nested: unknown = value;
          for (let level = 0; level < depth; level += 1) nested = level % 3 === 0 ? [nested] : { k: nested };
          expect(serializeYaml(nested as never)).toBe(upstream.serialize(nested, 'yaml'));
        },
      ),
      { numRuns: 1_000, seed: 6 },
    );
  }, 60_000);

  test('what is written is read again', () => {
    const objects = fc.dictionary(name, anyJson, { maxKeys: 4, noNullPrototype: true });
    fc.assert(
      fc.property(objects, (value) => {
        const { source, findings } = readSource(serializeYaml(value));
        expect(findings).toEqual([]);
        expect(source?.value).toEqual(value);
      }),
      { numRuns: 1_000, seed: 7 },
    );
  }, 60_000);
});

describe('JSON', () => {
  test('two spaces, no final line break, empty containers over two lines', () => {
    expect(serializeJson({ b: [], a: {}, title: 'x' })).toBe(
      '{\n  "title": "x",\n  "a": {\n  },\n  "b": [\n  ]\n}',
    );
  });

  test('any value is written as upstream writes it', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(serializeJson(value)).toBe(upstream.serialize(value, 'json'));
      }),
      { numRuns: 1_500, seed: 8 },
    );
  }, 60_000);
});
