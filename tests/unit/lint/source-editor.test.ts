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
