import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSource } from '@/lib/domain/schema/read-source';
import { listRuleNames } from '@/lib/domain/findings/catalogue';
import { yamlText } from '../../differential/read-agreement';

const source = `# An event
title: test/event
properties:
  meta:   # nested
    type: object
  'odd key': { type: string, enum: [a, "b"] }
required:
  - meta
`;

function read(text: string) {
  const result = readSource(text);
  if (!result.source) throw new Error(JSON.stringify(result.findings));
  return result.source;
}

function textAt(text: string, pointer: string, part: 'key' | 'value' = 'value'): string | null {
  const range = read(text).rangeOf(pointer, part);
  return range ? text.slice(range.start.offset, range.end.offset) : null;
}

describe('places', () => {
  test('a key that a tag makes a text merges nothing', () => {
    expect(readSource('a: &x {b: 1}\n!!str <<: *x\n').source?.value).toEqual({ a: { b: 1 }, '<<': { b: 1 } });
  });

  test('a value is found by its pointer', () => {
    expect(textAt(source, '/title')).toBe('test/event');
    expect(textAt(source, '/properties/meta')).toBe('type: object');
    expect(textAt(source, '/properties/odd key/enum/1')).toBe('"b"');
    expect(textAt(source, '/required/0')).toBe('meta');
  });

  test('a key is found by the pointer of its value', () => {
    expect(textAt(source, '/properties/meta', 'key')).toBe('meta');
    expect(textAt(source, '/properties/odd key', 'key')).toBe("'odd key'");
    expect(textAt(source, '/required/0', 'key')).toBeNull();
  });

  test('what does not stand in the text has no place', () => {
    expect(textAt(source, '/properties/dt')).toBeNull();
    expect(textAt(source, '/required/1')).toBeNull();
    expect(textAt(source, '/required/00')).toBeNull();
  });

  test('lines and columns count from one', () => {
    const range = read(source).rangeOf('/properties/meta/type');
    expect(range?.start).toEqual({ line: 5, column: 11, offset: source.indexOf('object') });
  });

  test('an offset leads to the innermost node', () => {
    const { pointerAt } = read(source);
    expect(pointerAt(source.indexOf('object'))).toBe('/properties/meta/type');
    expect(pointerAt(source.indexOf('odd key'))).toBe('/properties/odd key');
    expect(pointerAt(source.indexOf('"b"') + 1)).toBe('/properties/odd key/enum/1');
    expect(pointerAt(0)).toBe('');
    expect(pointerAt(source.length + 100)).toBe('');
  });

  test('merged keys and aliases have the place where they were written', () => {
    const text = 'a: &x\n  b: 1\nc:\n  <<: *x\nd: *x\n';
    expect(textAt(text, '/c/b')).toBe('1');
    expect(textAt(text, '/d')).toBe('*x');
    expect(textAt(text, '/d/b')).toBe('1');
  });

  test('the place of a node gives back its pointer, in any text', () => {
    fc.assert(
      fc.property(yamlText, (text) => {
        const { source: read } = readSource(text);
        for (const key of Object.keys(read?.value ?? {})) {
          const pointer = `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
          const range = read?.rangeOf(pointer, 'key');
          // A merged key stands elsewhere, inside another value.
          if (range && range.end.offset > range.start.offset && !text.includes('<<'))
            expect(read?.pointerAt(range.start.offset)).toBe(pointer);
        }
      }),
      { numRuns: 500, seed: 1 },
    );
  }, 60_000);
});

describe('formats', () => {
  test('JSON is read, and told from YAML', () => {
    expect(read('{\n\t"a": [1, "\\u00e9\\/"]\n}')).toMatchObject({ format: 'json', value: { a: [1, 'é/'] } });
    expect(read('{a: 1}').format).toBe('yaml');
    expect(read('a: 1').format).toBe('yaml');
  });

  test('bytes are read as UTF-8, with or without a byte order mark', () => {
    expect(readSource(new TextEncoder().encode('\uFEFFa: é')).source?.value).toEqual({ a: 'é' });
  });
});

/** The rules that a text is refused by, and whether there is a value all the same. */
function refusal(text: string | Uint8Array): [boolean, ...string[]] {
  const { source: read, findings } = readSource(text);
  expect(findings.every(({ severity, range }) => severity === 'error' && range)).toBe(true);
  for (const { rule } of findings) expect(listRuleNames()).toContain(rule);
  return [read !== null, ...findings.map(({ rule }) => rule)];
}

describe('hostile and broken texts', () => {
  const bomb = Array.from(
    { length: 40 },
    (_, i) => `a${i}: &a${i} [${i ? `*a${i - 1}, `.repeat(9) : 'x'}]`,
  ).join('\n');
  test.each<[string, string | Uint8Array, [boolean, ...string[]]]>([
    ['a multiplying alias', bomb, [false, 'alias-expansion']],
    ['ten megabytes', `a: ${'x'.repeat(10_000_000)}`, [false, 'source-too-large']],
    ['ten megabytes of bytes', new Uint8Array(10_000_000), [false, 'source-too-large']],
    ['ten thousand brackets', `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}`, [false, 'too-deep']],
    ['ten thousand question marks', '? '.repeat(10_000), [false, 'too-deep']],
    ['half a million dashes', '-\n'.repeat(500_000), [false, 'alias-expansion']],
    ['invalid UTF-8', new Uint8Array([0x61, 0x3a, 0x20, 0xff]), [false, 'invalid-utf8']],
    ['a prototype', '__proto__:\n  polluted: true\n', [true, 'reserved-name']],
    [
      'reserved names',
      'constructor: 1\ntoString: 2\nvalueOf: 3',
      [true, 'reserved-name', 'reserved-name', 'reserved-name'],
    ],
    ['a key that stands twice', 'a: 1\na: 2', [true, 'duplicate-key']],
    ['a date without quotes', 'a: 2020-01-01', [true, 'unquoted-timestamp']],
    ['a number without end', 'a: .inf', [true, 'number-not-in-json']],
    ['a tab', 'a:\n\tb: 1', [true, 'tab-indentation']],
    ['two documents', 'a: 1\n---\nb: 1', [false, 'several-documents']],
    ['a list', '- a', [false, 'not-a-mapping']],
    ['nothing', '', [false, 'not-a-mapping']],
    ['a value that holds itself', 'a: &a\n  b: *a', [false, 'invalid-yaml']],
    ['an unknown alias', 'a: *b', [false, 'invalid-yaml']],
    ['a function', 'a: !!js/function "function () {}"', [false, 'unsupported-tag']],
    ['half a character', 'a: "\\ud800"', [false, 'invalid-yaml']],
    ['a NUL', 'a: \0', [false, 'invalid-yaml']],
    ['an open quotation mark', 'a: "b', [false, 'invalid-yaml']],
  ])('%s is a finding, not a fall', (_, text, expected) => {
    expect(refusal(text)).toEqual(expected);
  });

  test('no text pollutes a prototype', () => {
    const { source: read } = readSource('x: &x {__proto__: {polluted: 1}}\ny: {<<: *x}\n');
    expect(Object.getPrototypeOf(read?.value['x'])).toBe(Object.prototype);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test('a thousand problems are told by the first hundred', () => {
    expect(readSource('a: 1\n'.repeat(1_000)).findings).toHaveLength(100);
  });

  test('a date is put in quotes by its fix', () => {
    const [finding] = readSource('a: 2020-01-01 # x').findings;
    expect(finding?.fix?.edits).toEqual([{ start: 3, end: 13, text: "'2020-01-01'" }]);
    expect(finding?.path).toBe('/a');
  });

  test('no text at all makes it throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.uint8Array()), (text) => {
        const { source: read, findings } = readSource(text);
        expect(read !== null || findings.length > 0).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  }, 60_000);
});
