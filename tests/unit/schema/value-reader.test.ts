import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createValueReader, readSource } from '@/lib/domain/schema/read-source';
import { yamlText } from '../../differential/read-agreement';

const schemaText = `title: a/b
description: >-
  A sentence in
  two lines.
properties:
  plain: {type: string}
  item:
    type: string
    enum: [a, b]
    examples:
      - 'it''s'
      - say: "so"
        more:
          - 1
  copy:
    type: string
    enum: [a, b]
    examples:
      - 'it''s'
      - say: "so"
        more:
          - 1
`;

const contents = fc.constantFrom(
  ...[
    'key: >',
    'text: |-',
    'fold: >-',
    'k:',
    'l:',
    'm: 1',
    'n: x y',
    "'q': z",
    'o: "p',
    'r"',
    "s: 't'",
    'u: [1,',
  ],
  ...[
    '2]',
    'word',
    'two words',
    '- i',
    '- j: 1',
    '-',
    '- - v',
    "- 'w'",
    '',
    '',
    '# note',
    'a: b # note',
    '? c',
    ': d',
  ],
  ...[
    "'q r':",
    "'<<': 1",
    "v: 'it''s'",
    "w: ''''",
    'x: [a, \'b c\', "d", 1.5, true]',
    'y: [a,]',
    'z: [2020-01-01]',
    'é: ü',
    'ü – ’',
    '\u00a0nbsp\u2028',
    'and: so: on',
    '#hash',
    "'alone'",
    '---',
    '- k: [x]',
    '  deeper',
    '{a: b, "c d": [1, {}], e: {f: \'g\'}}',
    '- {a: {b: [c]}}',
    'inline: {true: 1}',
    'inline: {a: 1, a: 2}',
    'inline: [[], [[]]]',
    'inline: {a: b} # note',
    "'l # m': n # note",
    'comment: # note',
    '- n # note',
    'caret: ^[a-z]+$',
    '"o p": q',
    'spaced : x',
    'less: <1',
    '<a',
    '    ',
    '  ',
    "'sp' : y",
    'spaced  :',
    '- # note',
    '-  ',
  ],
);
/** Lines of few kinds, most of them as deep as, or deeper than, the one before. */
const lines = fc
  .array(fc.tuple(fc.constantFrom(0, 0, 2, 2, -2, 1, -4), contents, fc.constantFrom('', '', '', ' ')), {
    minLength: 1,
    maxLength: 12,
  })
  .map((made) => {
    let indent = 0;
    return made
      .map(([step, content, end], index) => {
        indent = index === 0 ? 0 : Math.max(0, indent + step);
        return `${' '.repeat(indent)}${content}${end}\n`;
      })
      .join('');
  });

describe('reading values line by line', () => {
  test.each([
    ['texts of every kind', yamlText],
    ['lines that hang together in every way', lines],
  ])(
    'gives what the reader of sources gives, of %s',
    (_, texts) => {
      const readers = [createValueReader({ shares: false }), createValueReader({ shares: true })];
      fc.assert(
        fc.property(texts, (text) => {
          const { source, findings } = readSource(text);
          for (const read of readers) {
            const result = read(text);
            expect(result.findings).toEqual(findings);
            expect(JSON.stringify(result.source?.value)).toBe(JSON.stringify(source?.value));
          }
        }),
        { numRuns: Number(process.env['ASSENT_DIFFERENTIAL_RUNS'] ?? 5_000), seed: 42 },
      );
    },
    600_000,
  );

  test('gives the places of every node to those who ask', () => {
    const { source } = createValueReader({ shares: true })(schemaText);
    const full = readSource(schemaText).source;
    expect(source?.value).toEqual(full?.value);
    for (const pointer of [
      '',
      '/title',
      '/properties',
      '/description',
      '/properties/item/examples/1/more/0',
      '/missing',
    ]) {
      expect(source?.rangeOf(pointer)).toEqual(full?.rangeOf(pointer));
      expect(source?.rangeOf(pointer, 'key')).toEqual(full?.rangeOf(pointer, 'key'));
    }
    expect(source?.pointerAt(schemaText.indexOf('so"'))).toBe('/properties/item/examples/1/say');
  });

  test('knows the place of every outermost key, however it is written', () => {
    fc.assert(
      fc.property(lines, (text) => {
        const { source } = createValueReader({ shares: false })(text);
        const full = readSource(text).source;
        for (const name of Object.keys(source?.value ?? {}))
          expect(source?.rangeOf(`/${name}`, 'key')).toEqual(full?.rangeOf(`/${name}`, 'key'));
      }),
      { numRuns: 2_000, seed: 42 },
    );
  });

  test('makes one instance of what is the same, where it shares', () => {
    const itemAndCopy = (shares: boolean) => {
      const value = createValueReader({ shares })(schemaText).source?.value['properties'];
      return value as Record<string, unknown>;
    };
    const shared = itemAndCopy(true);
    expect(shared['item']).toBe(shared['copy']);
    const apart = itemAndCopy(false);
    expect(apart['item']).toEqual(apart['copy']);
    expect(apart['item']).not.toBe(apart['copy']);
  });

  test.each([
    ['a:\n  b: 1\n# between\n  c: 2\n', { a: { b: 1, c: 2 } }],
    ['a: b\n\n  c\n', { a: 'b\nc' }],
    ['a: b\n  c: d\n', null],
    ['a: "x\ny: z"\n', { a: 'x y: z' }],
    ['a:\n- b\n- c: 1\n  d: 2\n', { a: ['b', { c: 1, d: 2 }] }],
    ['a: >\n    deep\n   less\n', null],
    ['a: >\n  x\n  \n  y\n', { a: 'x\ny\n' }],
    ['a: >-\n  x\n\n  y\nb: |\n  z\n\n', { a: 'x\ny', b: 'z\n' }],
    ['a: &x {b: 1}\nc: *x\n', { a: { b: 1 }, c: { b: 1 } }],
    ['base: &x\n  b: 1\nc:\n  <<: *x\n', { base: { b: 1 }, c: { b: 1 } }],
    ['a: 1\na: 2\n', { a: 1 }],
    ['true: 1\nnull: 2\n', { true: 1, null: 2 }],
    ['a: 2020-01-01\n', { a: '2020-01-01T00:00:00.000Z' }],
    ['a: # comment\n  b: 1\n', { a: { b: 1 } }],
    ['toString: 1\n', { toString: 1 }],
    ['{"a": [1, {"b": null}]}', { a: [1, { b: null }] }],
  ])('%j', (text, value) => {
    const result = createValueReader({ shares: true })(text);
    expect(result).toMatchObject({ findings: readSource(text).findings });
    expect(result.source?.value ?? null).toEqual(value);
    expect(result.source?.value ?? null).toEqual(readSource(text).source?.value ?? null);
  });
});
