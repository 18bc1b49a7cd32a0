import { describe, expect, test } from 'vitest';
import type { Change } from '@/lib/domain/compatibility/change';
import { compareSchemas } from '@/lib/domain/compatibility/compare-schemas';
import { describeChange } from '@/lib/domain/compatibility/describe-change';
import type { Json, JsonObject } from '@/lib/domain/schema/json';
import type { Origin } from '@/lib/domain/schema/types';

/** A change in short: what, where, and whom it concerns. */
function short(change: Change): string {
  const where = change.keyword === null ? change.path : `${change.path}#${change.keyword}`;
  return `${change.kind} ${where} ${change.classifications.join('+')}`;
}

function changes(older: JsonObject, newer: JsonObject): string[] {
  return compareSchemas(older, newer).changes.map(short);
}

function withField(schema: JsonObject, required: string[] = []): JsonObject {
  return { type: 'object', properties: { f: schema }, required };
}

/** The changes of a single field. */
function field(older: JsonObject, newer: JsonObject): string[] {
  return changes(withField(older), withField(newer));
}

describe('the changes of one field', () => {
  const producers = 'breaking-producers';
  const consumers = 'breaking-consumers';
  test.each<[string, JsonObject, JsonObject, string[]]>([
    ['nothing', { type: 'string' }, { type: 'string' }, []],
    ['the order of keys', { type: 'string', enum: ['a'] }, { enum: ['a'], type: 'string' }, []],
    ['the order of an enum', { enum: ['a', 'b'] }, { enum: ['b', 'a'] }, []],
    [
      'another type',
      { type: 'string' },
      { type: 'boolean' },
      [`type-changed f#type ${producers}+${consumers}+privacy`],
    ],
    [
      'another type, whose limits are new with it',
      { type: 'string', minLength: 1, maxLength: 5 },
      { type: 'integer', minimum: 0, maximum: 9, multipleOf: 3 },
      [`type-changed f#type ${producers}+${consumers}+privacy`],
    ],
    ['a wider type', { type: 'integer' }, { type: 'number' }, [`type-changed f#type ${consumers}+privacy`]],
    ['a narrower type', { type: 'number' }, { type: 'integer' }, [`type-changed f#type ${producers}`]],
    ['a first type', {}, { type: 'string' }, [`type-changed f#type ${producers}`]],
    ['a first enum', {}, { enum: ['a'] }, [`enum-added f#enum ${producers}`]],
    ['an enum that is gone', { enum: ['a'] }, {}, [`enum-removed f#enum ${consumers}+privacy`]],
    ['a wider enum', { enum: ['a'] }, { enum: ['a', 'b'] }, ['enum-widened f#enum privacy+compatible']],
    ['a narrower enum', { enum: ['a', 'b'] }, { enum: ['a'] }, [`enum-narrowed f#enum ${producers}`]],
    [
      'an enum both narrower and wider',
      { enum: ['a', 'b'] },
      { enum: ['a', 'c'] },
      [`enum-narrowed f#enum ${producers}`, 'enum-widened f#enum privacy+compatible'],
    ],
    ['a first const', {}, { const: 1 }, [`const-changed f#const ${producers}`]],
    [
      'another const',
      { const: 1 },
      { const: 2 },
      [`const-changed f#const ${producers}+${consumers}+privacy`],
    ],
    ['a higher minimum', { minimum: 0 }, { minimum: 1 }, [`bounds-tightened f#minimum ${producers}`]],
    ['a lower minimum', { minimum: 1 }, { minimum: 0 }, [`bounds-loosened f#minimum ${consumers}+privacy`]],
    ['a first maximum', {}, { maximum: 1 }, [`bounds-tightened f#maximum ${producers}`]],
    ['a maximum that is gone', { maximum: 1 }, {}, [`bounds-loosened f#maximum ${consumers}+privacy`]],
    ['a coarser step', { multipleOf: 2 }, { multipleOf: 4 }, [`bounds-tightened f#multipleOf ${producers}`]],
    [
      'a finer step',
      { multipleOf: 4 },
      { multipleOf: 2 },
      [`bounds-loosened f#multipleOf ${consumers}+privacy`],
    ],
    [
      'another step',
      { multipleOf: 2 },
      { multipleOf: 3 },
      [`bounds-changed f#multipleOf ${producers}+${consumers}+privacy`],
    ],
    [
      'a limit that is no number',
      { maximum: 1 },
      { maximum: 'x' },
      [`bounds-changed f#maximum ${producers}+${consumers}+privacy`],
    ],
    ['a first maxLength', {}, { maxLength: 5 }, [`length-tightened f#maxLength ${producers}`]],
    [
      'a greater maxLength',
      { maxLength: 5 },
      { maxLength: 6 },
      ['length-loosened f#maxLength privacy+compatible'],
    ],
    [
      'a smaller minLength',
      { minLength: 5 },
      { minLength: 4 },
      [`length-loosened f#minLength ${consumers}+privacy`],
    ],
    ['fewer items', { maxItems: 5 }, { maxItems: 4 }, [`count-tightened f#maxItems ${producers}`]],
    ['unique items', {}, { uniqueItems: true }, [`unique-items-changed f#uniqueItems ${producers}`]],
    ['uniqueItems: false says nothing', {}, { uniqueItems: false }, []],
    ['a first format', {}, { format: 'uri' }, [`format-changed f#format ${producers}`]],
    ['a pattern that is gone', { pattern: 'a' }, {}, [`pattern-changed f#pattern ${consumers}+privacy`]],
    ['a first default', {}, { default: 1 }, ['default-changed f#default compatible']],
    ['another default', { default: 1 }, { default: null }, [`default-changed f#default ${consumers}`]],
    ['title', { title: 'a' }, { title: 'b' }, ['title-changed f#title documentation']],
    ['description', { description: 'a' }, {}, ['description-changed f#description documentation']],
    ['examples', { examples: [1] }, { examples: [2] }, ['examples-changed f#examples documentation']],
    ['a keyword nobody knows', { mexLength: 1 }, {}, ['keyword-changed f#mexLength documentation']],
    [
      'alternatives',
      { oneOf: [{}] },
      { oneOf: [{}, {}] },
      [`composition-changed f#oneOf ${producers}+${consumers}+privacy`],
    ],
    [
      'the description of an alternative',
      { oneOf: [{ properties: { title: { description: 'a' } } }] },
      { oneOf: [{ properties: { title: { description: 'b' } } }] },
      ['composition-changed f#oneOf documentation'],
    ],
    [
      'items stated',
      { type: 'array' },
      { type: 'array', items: { type: 'string' } },
      [`items-added f#items ${producers}`],
    ],
    [
      'items no longer stated',
      { type: 'array', items: {} },
      { type: 'array' },
      [`items-removed f#items ${consumers}+privacy`],
    ],
    ['items: true says nothing', { type: 'array' }, { type: 'array', items: true }, []],
    [
      'other items',
      { items: { type: 'string' } },
      { items: { type: 'integer' } },
      [`type-changed f[]#type ${producers}+${consumers}+privacy`],
    ],
    [
      'a list by position',
      { items: [{}] },
      { items: [{}, {}] },
      [`composition-changed f#items ${producers}+${consumers}+privacy`],
    ],
    [
      'closed to other names',
      {},
      { additionalProperties: false },
      [`additional-properties-closed f#additionalProperties ${producers}`],
    ],
    [
      'opened to other names',
      { additionalProperties: false },
      {},
      [`additional-properties-opened f#additionalProperties ${consumers}+privacy`],
    ],
    [
      'a map',
      {},
      { additionalProperties: { type: 'string' } },
      [`additional-properties-typed f#additionalProperties ${producers}+privacy`],
    ],
    [
      'no longer a map',
      { additionalProperties: {} },
      {},
      [`additional-properties-untyped f#additionalProperties ${consumers}+privacy`],
    ],
    [
      'openness stated',
      {},
      { additionalProperties: true },
      ['additional-properties-stated f#additionalProperties privacy+compatible'],
    ],
    [
      'another map',
      { additionalProperties: { maxLength: 1 } },
      { additionalProperties: { maxLength: 2 } },
      ['length-loosened f.*#maxLength privacy+compatible'],
    ],
  ])('%s', (_, older, newer, expected) => {
    expect(field(older, newer)).toEqual(expected);
  });
});

describe('a field that may not be sent', () => {
  const text = { type: 'string' };
  const group = { type: 'object', properties: { id: text } };
  const between = (older: Json, newer: Json) =>
    changes({ properties: { f: older } }, { properties: { f: newer } });

  test.each<[Json, Json]>([
    [text, false],
    [true, false],
    [{}, false],
    [text, { description: 'Gone.', not: {} }],
    [text, { ...text, not: true }],
  ])('from %j to %j: producers are refused, and consumers no longer find it', (older, newer) => {
    expect(between(older, newer)).toEqual(['field-forbidden f breaking-producers+breaking-consumers']);
  });

  test.each<[Json, Json]>([
    [false, text],
    [false, true],
    [false, {}],
    [{ not: {} }, text],
  ])(
    'from %j to %j: consumers meet what was never to occur, of which privacy knows nothing',
    (older, newer) => {
      expect(between(older, newer)).toEqual(['field-allowed f breaking-consumers+privacy']);
    },
  );

  test('fields inside it go and come with it', () => {
    expect(between(group, false)).toEqual([
      'field-forbidden f breaking-producers+breaking-consumers',
      'field-removed f.id breaking-producers+breaking-consumers',
    ]);
    expect(between(false, group)).toEqual([
      'field-allowed f breaking-consumers',
      'field-added f.id privacy+compatible',
    ]);
  });

  test('what else a forbidden field says concerns nobody', () => {
    expect(between({ not: {}, type: 'string' }, { not: {}, type: 'integer', minimum: 1 })).toEqual([]);
    expect(between({ not: {} }, { not: {}, description: 'Gone.' })).toEqual([
      'description-changed f#description documentation',
    ]);
  });

  test('lists of which every item is forbidden', () => {
    expect(between({ items: text }, { items: false })).toEqual([
      'field-forbidden f[] breaking-producers+breaking-consumers',
    ]);
  });
});

describe('a field of another type', () => {
  test('is one change: what says something of one type alone does not matter for the other', () => {
    const text = { type: 'string', format: 'uri', pattern: '^h', maxLength: 9 };
    const other = 'type-changed f#type breaking-producers+breaking-consumers+privacy';
    expect(field(text, { type: 'integer', minimum: 1 })).toEqual([other]);
    expect(field({ type: 'array', uniqueItems: true }, { type: 'boolean' })).toEqual([other]);
    const group = { type: 'object', properties: { id: {} }, required: ['id'] };
    expect(field({ type: 'string' }, group)).toEqual([other, 'field-added f.id privacy+compatible']);
  });
});

describe('fields that come and go', () => {
  const group = {
    type: 'object',
    properties: { id: { type: 'integer' }, tags: { type: 'array', items: { properties: { name: {} } } } },
  };

  test('an added group is reported with its fields, and only values concern privacy', () => {
    expect(changes({ properties: {} }, { properties: { g: group } })).toEqual([
      'field-added g compatible',
      'field-added g.id privacy+compatible',
      'field-added g.tags compatible',
      'field-added g.tags[].name privacy+compatible',
    ]);
  });

  test('a removed group points into the older schema', () => {
    const { changes: list } = compareSchemas({ properties: { g: group } }, { properties: {} });
    expect(list.map(({ kind, pointer, before, after }) => [kind, pointer, before !== null, after])).toEqual([
      ['field-removed', '/properties/g', true, null],
      ['field-removed', '/properties/g/properties/id', true, null],
      ['field-removed', '/properties/g/properties/tags', true, null],
      ['field-removed', '/properties/g/properties/tags/items/properties/name', true, null],
    ]);
  });

  test('removing a field breaks producers too where undeclared names are refused', () => {
    const closed = { additionalProperties: false };
    expect(changes({ ...closed, properties: { a: {} } }, { ...closed, properties: {} })).toEqual([
      'field-removed a breaking-producers+breaking-consumers',
    ]);
  });

  test.each([{ type: 'string' }, true])(
    'declaring a name that %j allowed already breaks producers',
    (rest) => {
      const open = { additionalProperties: rest };
      expect(
        changes({ ...open, properties: {} }, { ...open, properties: { a: { type: 'integer' } } }),
      ).toEqual(['field-added a breaking-producers+privacy']);
    },
  );

  test('required is reported at the field it concerns', () => {
    const a = { type: 'string' };
    expect(changes({ properties: { a } }, { properties: { a, b: a }, required: ['a', 'b'] })).toEqual([
      'required-added a#required breaking-producers',
      'field-added b privacy+compatible',
      'required-added b#required breaking-producers',
    ]);
    expect(changes(withField(a, ['f']), withField(a))).toEqual([
      'required-removed f#required breaking-consumers',
    ]);
    expect(changes(withField(a, ['f']), { type: 'object', properties: {} })).toEqual([
      'field-removed f breaking-consumers',
    ]);
  });

  test('a required name that nobody declares is reported at the list', () => {
    const { changes: list } = compareSchemas({ properties: {} }, { properties: {}, required: ['x'] });
    expect(list.map(({ kind, path, pointer }) => [kind, path, pointer])).toEqual([
      ['required-added', 'x', '/required'],
    ]);
  });

  test('a field that seems to live on elsewhere is suggested as moved or renamed, once', () => {
    const user = { type: 'integer', description: 'Who did it' };
    const older = { properties: { user_id: user, count: { type: 'integer' } } };
    const newer = {
      properties: { performer: { properties: { user_id: user } }, total: { type: 'integer' } },
    };
    const moved = compareSchemas(older, newer).changes.filter(({ kind }) => kind === 'field-moved');
    expect(moved.map(({ before, after }) => [before, after])).toEqual([['user_id', 'performer.user_id']]);
    const renamed = compareSchemas({ properties: { user_id: user } }, { properties: { person_id: user } });
    expect(renamed.changes.map(short)).toEqual([
      'field-added person_id privacy+compatible',
      'field-removed user_id breaking-consumers',
      'field-moved person_id documentation',
    ]);
  });

  test('names with dots, slashes and of inherited properties are names like others', () => {
    const { changes: list } = compareSchemas(
      { properties: {} },
      { properties: { 'a/b~c': {}, constructor: {}, 'x.y': {} } },
    );
    expect(list.map(({ pointer, path }) => [pointer, path])).toEqual([
      ['/properties/a~1b~0c', 'a/b~c'],
      ['/properties/constructor', 'constructor'],
      ['/properties/x.y', 'x.y'],
    ]);
  });
});

describe('the schema as a whole', () => {
  test('the version in $id and in the examples is no change, anything else in them is', () => {
    const older = { $id: '/a/1.0.0', examples: [{ $schema: '/a/1.0.0', a: 1 }] };
    expect(changes(older, { $id: '/a/1.1.0', examples: [{ $schema: '/a/1.1.0', a: 1 }] })).toEqual([]);
    expect(changes(older, { $id: '/a/1.1.0', examples: [{ $schema: '/a/1.1.0', a: 2 }] })).toEqual([
      'examples-changed #examples documentation',
    ]);
  });

  test('another title breaks consumers', () => {
    expect(changes({ title: 'a' }, { title: 'b' })).toEqual(['title-changed #title breaking-consumers']);
  });

  test('both verdicts stand side by side', () => {
    const { upstream, strict } = compareSchemas(withField({}), withField({ maxLength: 3 }));
    expect([upstream.verdict, strict.compatible]).toEqual(['compatible', false]);
    const titles = compareSchemas(withField({ title: 'a' }), withField({ title: 'b' }));
    expect([titles.upstream.verdict, titles.strict.compatible]).toEqual(['incompatible', false]);
  });

  test('a field that comes from another fragment than before says so, when origins are known', () => {
    const from = (uri: string): Map<string, Origin> =>
      new Map([['/properties/f', { kind: 'fragment', uri }]]);
    const origins = { older: from('/fragment/a/1.0.0'), newer: from('/fragment/a/1.1.0') };
    const { changes: list } = compareSchemas(withField({}), withField({}), origins);
    expect(list.map(describeChange)).toEqual([
      '“f” came from the fragment /fragment/a/1.0.0 and now comes from the fragment /fragment/a/1.1.0.',
    ]);
  });

  test('a change is told in whole sentences', () => {
    const { changes: list } = compareSchemas(
      withField({ type: 'string', enum: ['a', 'b'] }),
      withField({ type: 'string', enum: ['a', 'c'] }, ['f']),
    );
    expect(list.map(describeChange)).toEqual([
      '“f” no longer allows "b". Clients that send it are refused.',
      '“f” allows new values: "c". What was valid stays valid.',
      '“f” is now required. Clients that do not send it are refused.',
    ]);
  });
});
