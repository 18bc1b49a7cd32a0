import { describe, expect, test } from 'vitest';
import type { TextEdit } from '@/lib/domain/findings/finding';
import { SourceEditor } from '@/lib/domain/lint/source-editor';
import { readSource } from '@/lib/domain/schema/read-source';

/** The text after the edits that a change makes; null where it makes none. */
function edit(text: string, change: (editor: SourceEditor) => TextEdit[] | null): string | null {
  const { source } = readSource(text);
  if (!source) throw new Error('cannot be read');
  const edits = change(new SourceEditor(source));
  return (
    edits &&
    [...edits]
      .sort((left, right) => right.start - left.start)
      .reduce((done, { start, end, text: put }) => done.slice(0, start) + put + done.slice(end), text)
  );
}

const minimum = [{ key: 'minimum', value: 0 }];

describe('addAfter', () => {
  test.each([
    [
      'a:\n  type: integer # how many\n  description: x\n',
      'a:\n  type: integer # how many\n  minimum: 0\n  description: x\n',
    ],
    ['a:\n  type: integer', 'a:\n  type: integer\n  minimum: 0'],
    ['a:\r\n  type: integer\r\nb: 1\r\n', 'a:\r\n  type: integer\r\n  minimum: 0\r\nb: 1\r\n'],
    ['a: {type: integer, b: 1}\n', 'a: {type: integer, minimum: 0, b: 1}\n'],
    ['{"a": {"type": "integer"}}', '{"a": {"type": "integer", "minimum": 0}}'],
  ])('adds to %j', (before, after) => {
    expect(edit(before, (editor) => editor.addAfter('/a', 'type', minimum))).toBe(after);
  });

  test('adds inside a list item', () => {
    const text = 'allOf:\n  - type: integer\n';
    const after = 'allOf:\n  - type: integer\n    minimum: 0\n';
    expect(edit(text, (editor) => editor.addAfter('/allOf/0', 'type', minimum))).toBe(after);
  });

  test.each(['a:\n  b: 1\n', 'a:\n  type:\n    - integer\n', 'a:\n  type: >\n    integer\n'])(
    'leaves %j alone',
    (text) => {
      expect(edit(text, (editor) => editor.addAfter('/a', 'type', minimum))).toBeNull();
    },
  );
});

describe('what the text says elsewhere too', () => {
  const merged = 'b: &b {type: integer, of: {k: 1}}\na:\n  <<: *b\n  title: x\n';

  test('is not added to', () => {
    expect(edit(merged, (editor) => editor.addAfter('/a', 'type', minimum))).toBeNull();
    expect(edit(merged, (editor) => editor.addAfter('/a/of', 'k', minimum))).toBeNull();
    expect(edit(merged, (editor) => editor.addAfter('/b', 'type', minimum))).toBeNull();
    expect(edit('b: &b {k: 1}\na: *b\n', (editor) => editor.addAfter('/a', 'k', minimum))).toBeNull();
    const inline = 'a:\n  <<: {type: integer}\n  b: 1\n';
    expect(edit(inline, (editor) => editor.addAfter('/a', 'type', minimum))).toBeNull();
    const list = 'r: &r [x]\nrequired: *r\n';
    expect(edit(list, (editor) => editor.appendItem('/required', 'dt'))).toBeNull();
    expect(edit(list, (editor) => editor.appendItem('/r', 'dt'))).toBeNull();
  });

  test('is not replaced or renamed', () => {
    expect(edit(merged, (editor) => editor.replaceValue('/a/type', 'number'))).toBeNull();
    expect(edit(merged, (editor) => editor.renameKey('/a/type', 'kind'))).toBeNull();
    expect(edit('b: &b {kA: 1}\na: *b\n', (editor) => editor.renameKey('/a/kA', 'k_a'))).toBeNull();
    expect(edit('a: &a x\nb: *a\n', (editor) => editor.replaceValue('/a', 'z'))).toBeNull();
  });

  test('is what it is where it is named: an alias, and the key before an anchor', () => {
    const text = 'a: &a x\nbC: *a\n';
    expect(edit(text, (editor) => editor.replaceValue('/bC', 'z'))).toBe('a: &a x\nbC: z\n');
    expect(edit(text, (editor) => editor.renameKey('/bC', 'b_c'))).toBe('a: &a x\nb_c: *a\n');
    expect(edit('aB: &a x\nc: *a\n', (editor) => editor.renameKey('/aB', 'a_b'))).toBe('a_b: &a x\nc: *a\n');
    const own = 'b: &b {title: x}\na:\n  <<: *b\n  type: integer\n';
    expect(edit(own, (editor) => editor.addAfter('/a', 'type', minimum))).toBe(`${own}  minimum: 0\n`);
  });
});

describe('layouts that people seldom write', () => {
  test('a byte order mark is no indentation', () => {
    expect(edit('\ufefftype: integer\n', (editor) => editor.addAfter('', 'type', minimum))).toBe(
      '\ufefftype: integer\nminimum: 0\n',
    );
  });

  test('lines that a lone carriage return ends are lines', () => {
    expect(edit('a:\r  type: integer\rb: 1\r', (editor) => editor.addAfter('/a', 'type', minimum))).toBe(
      'a:\r  type: integer\r  minimum: 0\rb: 1\r',
    );
    expect(edit('a:\r- x\r', (editor) => editor.appendItem('/a', 'dt'))).toBe('a:\r- x\r- dt\r');
  });

  test('a key after a question mark is not added to', () => {
    expect(edit('? type\n: integer\n', (editor) => editor.addAfter('', 'type', minimum))).toBeNull();
  });

  test('a key in brackets without a value is not added to', () => {
    expect(edit('a: {type: , b: 1}\n', (editor) => editor.addAfter('/a', 'type', minimum))).toBeNull();
  });

  test.each(['type:\n', 'type: |- # why\n  integer\n'])('in %j nothing is replaced', (text) => {
    expect(edit(text, (editor) => editor.replaceValue('/type', 'number'))).toBeNull();
  });
});

describe('replaceValue', () => {
  test.each<[string, string | number | boolean, string]>([
    ['a: b # c\n', 'd', 'a: d # c\n'],
    ['a: b\n', 'it is', "a: 'it is'\n"],
    ['a: b\n', "it's: x", "a: 'it''s: x'\n"],
    ['a: b\n', 'no', "a: 'no'\n"],
    ['a: b\n', '1.0', "a: '1.0'\n"],
    ['a: b\n', false, 'a: false\n'],
    ['a: >-\n  b\n  c\nd: 1\n', 'e', 'a: e\nd: 1\n'],
    ['a: |\n  b\n\nd: 1\n', 'e', 'a: e\n\nd: 1\n'],
    ['a: |+\n  b\n\nd: 1\n', 'e', 'a: e\n\nd: 1\n'],
    ['{"a": 1}', 'b', '{"a": "b"}'],
  ])('in %j puts %j', (before, value, after) => {
    expect(edit(before, (editor) => editor.replaceValue('/a', value))).toBe(after);
  });

  test('leaves mappings, lists and what is not there alone', () => {
    expect(edit('a: {b: 1}\n', (editor) => editor.replaceValue('/a', 1))).toBeNull();
    expect(edit('a: [1]\n', (editor) => editor.replaceValue('/a', 1))).toBeNull();
    expect(edit('a: 1\n', (editor) => editor.replaceValue('/b', 1))).toBeNull();
  });
});

test('renameKey keeps what stands around the key', () => {
  expect(edit('# x\naB: # y\n  c: 1\n', (editor) => editor.renameKey('/aB', 'a_b'))).toBe(
    '# x\na_b: # y\n  c: 1\n',
  );
  expect(edit('{"aB": 1}', (editor) => editor.renameKey('/aB', 'a_b'))).toBe('{"a_b": 1}');
});

describe('appendItem', () => {
  test.each([
    ['a:\n  - x # y\nb: 1\n', 'a:\n  - x # y\n  - dt\nb: 1\n'],
    ['a:\n- x\n- y\n', 'a:\n- x\n- y\n- dt\n'],
    ['a: [x, y]\n', 'a: [x, y, dt]\n'],
    ['{"a": ["x"]}', '{"a": ["x", "dt"]}'],
  ])('adds to %j', (before, after) => {
    expect(edit(before, (editor) => editor.appendItem('/a', 'dt'))).toBe(after);
  });

  test.each(['a: []\n', 'a:\n  - {b: 1}\n', 'a: 1\n'])('leaves %j alone', (text) => {
    expect(edit(text, (editor) => editor.appendItem('/a', 'dt'))).toBeNull();
  });
});

describe('addItems', () => {
  test.each([
    ['a:\n  type: array\n', 'a:\n  type: array\n  items:\n    type: string\n'],
    ['a: {type: array}\n', 'a: {type: array, items: {type: string}}\n'],
    ['{"a": {"type": "array"}}', '{"a": {"type": "array", "items": {"type": "string"}}}'],
  ])('says in %j what the list holds', (before, after) => {
    expect(edit(before, (editor) => editor.addItems('/a', 'string'))).toBe(after);
  });
});
