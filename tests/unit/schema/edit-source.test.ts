import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextEdit } from '@/lib/domain/findings/finding';
import {
  addFieldEdits,
  applyEdits,
  removeEdits,
  setTitleEdits,
  setValueEdits,
  setVersionEdits,
} from '@/lib/domain/schema/edit-source';
import type { Json } from '@/lib/domain/schema/json';
import { readSource } from '@/lib/domain/schema/read-source';
import type { SchemaSource } from '@/lib/domain/schema/types';
import { anyJson, name } from '../../differential/schema-arbitraries';
import { jsYaml } from '../../differential/read-agreement';

const text = `# Who clicked
title: test/event
$id: /test/event/1.0.0   # bump me
type: object
allOf:
  - $ref: /fragment/common/2.0.0
properties:
  # What they did
  action:
    type: string
    enum: [click, hover] # more to come
  wiki: { type: string }

required:
  - action
  - wiki
examples:
  - $schema: /test/event/1.0.0
    action: click
`;

function read(source: string): SchemaSource {
  const result = readSource(source);
  if (!result.source || result.findings.length > 0) throw new Error(JSON.stringify(result.findings));
  return result.source;
}

function edited(source: string, edit: (read: SchemaSource) => TextEdit[]): string {
  return applyEdits(source, edit(read(source)));
}

/** The lines that an edit took away (-) and put in (+). */
function changed(before: string, after: string): string[] {
  const old = before.split('\n');
  const now = after.split('\n');
  const removed = old.filter((line) => !now.includes(line)).map((line) => `-${line}`);
  return [...removed, ...now.filter((line) => !old.includes(line)).map((line) => `+${line}`)];
}

describe('version and title', () => {
  test('a new version changes $id and the examples, and keeps the comment', () => {
    expect(
      changed(
        text,
        edited(text, (source) => setVersionEdits(source, '1.1.0')),
      ),
    ).toEqual([
      '-$id: /test/event/1.0.0   # bump me',
      '-  - $schema: /test/event/1.0.0',
      '+$id: /test/event/1.1.0   # bump me',
      '+  - $schema: /test/event/1.1.0',
    ]);
  });

  test('an $id in quotes stays in quotes', () => {
    const quoted = `$id: '/a/1.0.0'\nexamples:\n  - {"$schema": "/a/1.0.0"}\n`;
    expect(edited(quoted, (source) => setVersionEdits(source, '2.0.0'))).toBe(
      `$id: '/a/2.0.0'\nexamples:\n  - {"$schema": "/a/2.0.0"}\n`,
    );
  });

  test('an example of another version is left alone', () => {
    const other = text.replace('$schema: /test/event/1.0.0', '$schema: /test/event/0.9.0');
    expect(edited(other, (source) => setVersionEdits(source, '1.1.0'))).toContain(
      '$schema: /test/event/0.9.0',
    );
  });

  test('a schema without $id gets one from its title', () => {
    expect(edited('title: a/b\n', (source) => setVersionEdits(source, '1.0.0'))).toBe(
      'title: a/b\n$id: /a/b/1.0.0\n',
    );
  });

  test('a new title changes title, $id and examples', () => {
    const result = edited(text, (source) => setTitleEdits(source, 'test/other'));
    expect(result).toContain('title: test/other\n$id: /test/other/1.0.0   # bump me');
    expect(result).toContain('- $schema: /test/other/1.0.0');
  });
});

describe('fields', () => {
  test('a field is added after the last one, before the empty line', () => {
    const schema = { type: 'string', description: 'How: by hand', maxLength: 32 };
    const result = edited(text, (source) =>
      addFieldEdits(source, { parentPointer: '', name: 'how', schema }),
    );
    expect(changed(text, result)).toEqual([
      '+  how:',
      "+    description: 'How: by hand'",
      '+    maxLength: 32',
    ]);
    expect(result).toContain('  wiki: { type: string }\n  how:\n');
  });

  test('a field is added to an object that has none yet', () => {
    const schema = { type: 'integer' };
    const result = edited(text, (source) =>
      addFieldEdits(source, { parentPointer: '/properties/action', name: 'count', schema }),
    );
    expect(changed(text, result)).toEqual(['+    properties:', '+      count:', '+        type: integer']);
  });

  test('a field that is there is not added again', () => {
    expect(addFieldEdits(read(text), { parentPointer: '', name: 'wiki', schema: {} })).toEqual([]);
  });

  test('a field is added in the indentation of the text', () => {
    const wide = 'properties:\n    a:\n        type: string\n';
    const result = edited(wide, (source) =>
      addFieldEdits(source, {
        parentPointer: '',
        name: 'b',
        schema: { type: 'array', items: { type: 'string' } },
      }),
    );
    expect(result).toContain('\n    b:\n        type: array\n');
    expect(read(result).value).toEqual({
      properties: { a: { type: 'string' }, b: { type: 'array', items: { type: 'string' } } },
    });
  });

  test('a field is added to JSON', () => {
    const json = '{\n  "properties": {\n    "a": {"type": "string"}\n  }\n}\n';
    const result = edited(json, (source) =>
      addFieldEdits(source, { parentPointer: '', name: 'b', schema: { type: 'integer' } }),
    );
    expect(JSON.parse(result)).toEqual({ properties: { a: { type: 'string' }, b: { type: 'integer' } } });
    expect(result.startsWith('{\n  "properties": {\n    "a": {"type": "string"},\n    "b": {\n')).toBe(true);
  });
});

describe('values', () => {
  test('a scalar is replaced, its comment stays', () => {
    const result = edited('a: 1 # one\nb: 2\n', (source) => setValueEdits(source, '/a', 'x: y'));
    expect(result).toBe("a: 'x: y' # one\nb: 2\n");
  });

  test('a key is added where it is missing', () => {
    const result = edited(text, (source) => setValueEdits(source, '/properties/action/maxLength', 16));
    expect(changed(text, result)).toEqual(['+    maxLength: 16']);
    expect(result).toContain('enum: [click, hover] # more to come\n    maxLength: 16\n');
  });

  test('a key is added inside brackets', () => {
    const result = edited(text, (source) => setValueEdits(source, '/properties/wiki/maxLength', 16));
    expect(result).toContain('  wiki: { type: string, maxLength: 16 }\n');
  });

  test('an item is added to the end of a list', () => {
    expect(edited(text, (source) => setValueEdits(source, '/required/-', 'dt'))).toContain(
      '  - wiki\n  - dt\nexamples',
    );
    expect(edited(text, (source) => setValueEdits(source, '/properties/action/enum/-', 'tap'))).toContain(
      '[click, hover, tap] # more to come',
    );
  });

  test('a text of several lines becomes a block', () => {
    const result = edited('a:\n  b: 1\nc: 2\n', (source) => setValueEdits(source, '/a/b', 'one\ntwo\n'));
    expect(result).toBe('a:\n  b: |\n    one\n    two\nc: 2\n');
  });
});

describe('removal', () => {
  test('a field goes with its lines', () => {
    const result = edited(text, (source) => removeEdits(source, '/properties/action'));
    expect(changed(text, result)).toEqual([
      '-  action:',
      '-    type: string',
      '-    enum: [click, hover] # more to come',
    ]);
  });

  test.each([
    ['a: 1\nb: 2\n', '/b', 'a: 1\n'],
    ['a: 1\nb: 2', '/b', 'a: 1'],
    ['x:\n  a: 1\ny: 2\n', '/x/a', 'x: {}\ny: 2\n'],
    ['x: # why\n  - a\ny: 2\n', '/x/0', 'x: [] # why\ny: 2\n'],
    ['x: [a, b, c]\n', '/x/1', 'x: [a, c]\n'],
    ['x: [a, b]\n', '/x/0', 'x: [b]\n'],
    ['x: {a: 1}\n', '/x/a', 'x: {}\n'],
    ['- ', '', '- '],
    ['x:\n  - a: 1\n    b: 2\n', '/x/0/a', 'x:\n  - b: 2\n'],
    ['x:\n  - a\n  - b\n', '/x/0', 'x:\n  - b\n'],
  ])('%j without %s is %j', (before, pointer, after) => {
    const { source } = readSource(before);
    expect(source ? applyEdits(before, removeEdits(source, pointer)) : before).toBe(after);
  });

  test('what is not there is not removed', () => {
    expect(removeEdits(read(text), '/properties/nothing')).toEqual([]);
    expect(removeEdits(read(text), '')).toEqual([]);
  });
});

/** The edited text; null where no edit is made. What is read afterwards is the old value with this one change. */
function withValue(before: string, pointer: string, value: Json): string | null {
  const edits = setValueEdits(read(before), pointer, value);
  return edits.length === 0 ? null : applyEdits(before, edits);
}

describe('comments and blank lines', () => {
  test.each<[string, string, Json, string]>([
    // The comment stays on the line of the key, and out of a text that is written below it.
    [
      'p: # none yet\n  # really\n',
      '/p/w',
      { d: 'a\nb\n' },
      'p: # none yet\n  w:\n    d: "a\\nb\\n"\n  # really\n',
    ],
    ['p: # none yet\n', '/p/w', { d: 'a\nb\n' }, 'p: # none yet\n  w:\n    d: |\n      a\n      b\n'],
    ['p: {} # none yet\n', '/p/w', { d: 'x' }, 'p: # none yet\n  w:\n    d: x\n'],
    ['a: 1 # one\nb: 2\n', '/a', 'x\ny\n', 'a: | # one\n  x\n  y\nb: 2\n'],
    ['a: | # one\n  x\nb: 2\n', '/a', 7, 'a: 7 # one\nb: 2\n'],
    ['a: # one\n  # two\n  x: 1\nb: 2\n', '/a', 7, 'a: 7 # one\n  # two\nb: 2\n'],
    ['a:\n  - # one\n    x\n', '/a/0', 'z', 'a:\n  - # one\n    z\n'],
    // Blank lines stay with the text that keeps them, and out of one that would take them in.
    ['a:\n  d: |+\n    x\n\n\n', '/a/k', 1, 'a:\n  d: |+\n    x\n\n\n  k: 1\n'],
    ['a:\n  d: |+\n    x\n\n\nb: 1\n', '/a/k', 1, 'a:\n  d: |+\n    x\n\n\n  k: 1\nb: 1\n'],
    ['a:\n  d: |+\n    x\n\n', '/k', 1, 'a:\n  d: |+\n    x\n\nk: 1\n'],
    ['a:\n  - |2+\n    x\n\nb: 1\n', '/a/-', 1, 'a:\n  - |2+\n    x\n\n  - 1\nb: 1\n'],
    ['a: 1\n   \n', '/k', 'x\ny\n', 'a: 1\nk: "x\\ny\\n"\n   \n'],
    ['a: 1\n\nb: 2\n', '/a', 'x\n\n', 'a: "x\\n\\n"\n\nb: 2\n'],
    ['a:\n  b: 1\n  # deep\n', '/k', 'x\ny\n', 'a:\n  b: 1\nk: "x\\ny\\n"\n  # deep\n'],
    // A comment in brackets stays with the entry before it.
    ['a: {\n  x: 1, # one\n  y: 2 # two\n}\n', '/a/z', 3, 'a: {\n  x: 1, # one\n  y: 2, # two\n  z: 3\n}\n'],
    ['a: {\n  x: 1, # one\n}\n', '/a/z', 3, 'a: {\n  x: 1, # one\n  z: 3,\n}\n'],
    ['a: { # none\n}\n', '/a/z', 3, 'a: { # none\n  z: 3\n}\n'],
  ])('in %j, %s becomes %j', (before, pointer, value, after) => {
    expect(withValue(before, pointer, value)).toBe(after);
  });
});

describe('layouts that people seldom write', () => {
  test.each<[string, string, Json, string]>([
    ['\ufeffa: 1\n', '/b', 2, '\ufeffa: 1\nb: 2\n'],
    [
      'p: {\n  x: {t: 1}, # c\n  y: {t: 2}\n}\n',
      '/p/x',
      { t: 'a' },
      'p: {\n  x: {"t":"a"}, # c\n  y: {t: 2}\n}\n',
    ],
    ['? a\n: - x\n', '/b', 1, '? a\n: - x\nb: 1\n'],
    ['? a\n: x: 1\n', '/b', 1, '? a\n: x: 1\nb: 1\n'],
    ['? a\n: - x\n', '/a/-', 'z', '? a\n: - x\n  - z\n'],
    ['? a # b: c\n: 1\n', '/a', { d: 1 }, '? a # b: c\n:\n  d: 1\n'],
    ['a: 1\rb:\r  c: 2\r', '/b/d', 3, 'a: 1\rb:\r  c: 2\r  d: 3\r'],
    ['a:\n- x\nb: 1\n', '/a', { c: 1 }, 'a:\n  c: 1\nb: 1\n'],
    ['a:\n  -\n', '/a/0', 'x', 'a:\n  - x\n'],
    ['a:\n- b:\n', '/a/0', 'x', 'a:\n- x\n'],
    ['a:\n  - x\n  -\n', '/a/-', 'z', 'a:\n  - x\n  -\n  - z\n'],
    ['a: {b: , c}\n', '/a/b', 1, 'a: {b: 1 , c}\n'],
    ['a: {b: , c}\n', '/a/c', 1, 'a: {b: , c: 1}\n'],
    ['a: !!str b\n', '/a', 1, 'a: 1\n'],
    ['a: !!map\n  b: 1\n', '/a', 'x', 'a: x\n'],
    ['a:\n    b: 1\n', '/c', '  x\ny\n', 'a:\n    b: 1\nc: |2\n    x\n  y\n'],
    ['a:\n  - b\n', '/a/-', ' x\ny\n', 'a:\n  - b\n  - |2\n     x\n    y\n'],
  ])('in %j, %s becomes %j', (before, pointer, value, after) => {
    expect(withValue(before, pointer, value)).toBe(after);
  });

  test.each([
    ['a: {\n  x: 1, # one\n  y: 2\n}\n', '/a/y', 'a: {\n  x: 1 # one\n}\n'],
    ['a: [\n  x, # one\n  y, # two\n  z\n]\n', '/a/1', 'a: [\n  x, # one # two\n  z\n]\n'],
    ['a: |+\n  x\n\nb: 1', '/b', 'a: |+\n  x\n\n'],
    ['a: |+\n  x\nb: 1\n\n# c\n', '/b', 'a: |+\n  x\n# c\n'],
    ['a: # one\n  # two\n  - x\nb: 1\n', '/a/0', 'a: [] # one\n  # two\nb: 1\n'],
    ['a: 1\rb: 2\rc: 3\r', '/b', 'a: 1\rc: 3\r'],
    ['a:\n  - &x-y b\n  - c\n', '/a/0', 'a:\n  - c\n'],
  ])('%j without %s is %j', (before, pointer, after) => {
    expect(edited(before, (source) => removeEdits(source, pointer))).toBe(after);
  });
});

describe('what stands in several places', () => {
  const merged = 'b: &b {type: string, of: {k: 1}}\nx:\n  <<: *b\n  max: 3\n';

  test('a merged member gets a key of its own', () => {
    expect(withValue(merged, '/x/type', 'integer')).toBe(`${merged}  type: integer\n`);
    expect(withValue('b: &b {t: 1}\nx:\n  <<: *b\n', '/x/t', 2)).toBe('b: &b {t: 1}\nx:\n  <<: *b\n  t: 2\n');
    expect(withValue('b: &b {t: 1}\nx: {<<: *b}\n', '/x/t', 2)).toBe('b: &b {t: 1}\nx: {t: 2, <<: *b}\n');
  });

  test.each([
    [merged, '/x/of/k'],
    [merged, '/b/type'],
    ['d: &p\n  x: {t: 1}\np: *p\n', '/p/y'],
    ['d: &p\n  x: {t: 1}\np: *p\n', '/p/x/t'],
    ['p: &p\n  x: {t: 1}\nd: *p\n', '/p/y'],
    ['a: &a x\nb: *a\n', '/a'],
  ])('in %j, %s is not set: it would change elsewhere too', (before, pointer) => {
    expect(withValue(before, pointer, 'new')).toBeNull();
  });

  test('an alias itself may be replaced, its anchor may not go', () => {
    const text = 'a: &a x\nb: *a\n';
    expect(withValue(text, '/b', 'z')).toBe('a: &a x\nb: z\n');
    expect(removeEdits(read(text), '/b')).toHaveLength(1);
    expect(removeEdits(read(text), '/a')).toEqual([]);
    expect(removeEdits(read(merged), '/x/type')).toEqual([]);
  });

  test('a new version is told once, where an example repeats it by an alias', () => {
    const text = '$id: &id /a/1.0.0\nexamples:\n  - $schema: *id\n';
    expect(edited(text, (source) => setVersionEdits(source, '1.1.0'))).toBe(text.replace('1.0.0', '1.1.0'));
  });
});

describe('line breaks of another system', () => {
  const windows = text.replaceAll('\n', '\r\n');

  test('are kept by every edit', () => {
    const schema = { type: 'string', maxLength: 32 };
    const edits: ((source: SchemaSource) => TextEdit[])[] = [
      (source) => setVersionEdits(source, '1.1.0'),
      (source) => addFieldEdits(source, { parentPointer: '', name: 'how', schema }),
      (source) => setValueEdits(source, '/required/-', 'dt'),
      (source) => removeEdits(source, '/properties/action'),
    ];
    for (const edit of edits) {
      expect(edited(windows, edit)).toBe(edited(text, edit).replaceAll('\n', '\r\n'));
    }
  });
});

describe('in any text', () => {
  const objects = fc.dictionary(name, anyJson, { minKeys: 1, maxKeys: 4, noNullPrototype: true });
  const written = fc
    .tuple(objects, fc.constantFrom(2, 4), fc.constantFrom(-1, -1, 1))
    .map(([value, indent, flowLevel]) => jsYaml.safeDump(value, { indent, flowLevel }))
    .filter((source) => readSource(source).findings.length === 0);

  function pointers(value: Json, pointer = ''): string[] {
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, child]) => {
      const below = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      return [below, ...pointers(child as Json, below)];
    });
  }

  test('a value that is set is what is read afterwards, and nothing else changes', () => {
    fc.assert(
      fc.property(written, anyJson, fc.nat(), (source, value, choice) => {
        const before = read(source);
        const all = pointers(before.value);
        const pointer = all[choice % all.length] as string;
        const after = readSource(applyEdits(source, setValueEdits(before, pointer, value)));
        const expected = structuredClone(before.value);
        setAt(expected, pointer, value);
        expect(after.source?.value).toEqual(expected);
      }),
      { numRuns: 1_500, seed: 3 },
    );
  }, 60_000);

  test('a key that is removed is gone, and nothing else changes', () => {
    fc.assert(
      fc.property(written, fc.nat(), (source, choice) => {
        const before = read(source);
        const all = pointers(before.value);
        const pointer = all[choice % all.length] as string;
        const after = readSource(applyEdits(source, removeEdits(before, pointer)));
        const expected = structuredClone(before.value);
        removeAt(expected, pointer);
        expect(after.source?.value).toEqual(expected);
      }),
      { numRuns: 1_500, seed: 4 },
    );
  }, 60_000);

  function holderOf(root: Json, pointer: string): [Record<string, Json> | Json[], string] {
    const parts = pointer
      .slice(1)
      .split('/')
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    const last = parts.pop() as string;
    const holder = parts.reduce((node, part) => (node as Record<string, Json>)[part] as Json, root);
    return [holder as Record<string, Json>, last];
  }

  function setAt(root: Json, pointer: string, value: Json): void {
    const [holder, key] = holderOf(root, pointer);
    (holder as Record<string, Json>)[key] = value;
  }

  function removeAt(root: Json, pointer: string): void {
    const [holder, key] = holderOf(root, pointer);
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  }
});
