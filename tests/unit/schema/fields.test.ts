import { describe, expect, test } from 'vitest';
import { listFields } from '@/lib/domain/schema/fields';
import type { JsonObject } from '@/lib/domain/schema/json';
import { readSource } from '@/lib/domain/schema/read-source';

function fieldsOf(text: string) {
  const { source } = readSource(text);
  if (!source) throw new Error('not read');
  return listFields(source.value);
}

const schema = `
type: object
required: [performer]
properties:
  performer:
    type: object
    description: Who
    required: [id]
    properties:
      id: {type: integer, minimum: 0, maximum: 9}
      a/b: {type: [string, 'null']}
  tags: {type: array, items: {type: string, maxLength: 5}}
  headers: {type: object, additionalProperties: {type: string}}
  rows: {type: array, items: {type: object, properties: {n: {type: number}}}}
  free: {}
  on: {type: boolean, default: null, const: true}
  refused: false
`;

describe('listFields', () => {
  test('lists every field with its place, in the order of the schema', () => {
    const seen = fieldsOf(schema).map(({ path, pointer, depth, leaf }) => [path, pointer, depth, leaf]);
    expect(seen).toEqual([
      ['performer', '/properties/performer', 0, false],
      ['performer.id', '/properties/performer/properties/id', 1, true],
      ['performer.a/b', '/properties/performer/properties/a~1b', 1, true],
      ['tags', '/properties/tags', 0, true],
      ['tags[]', '/properties/tags/items', 1, false],
      ['headers', '/properties/headers', 0, true],
      ['headers.*', '/properties/headers/additionalProperties', 1, false],
      ['rows', '/properties/rows', 0, false],
      ['rows[]', '/properties/rows/items', 1, false],
      ['rows[].n', '/properties/rows/items/properties/n', 2, true],
      ['free', '/properties/free', 0, true],
      ['on', '/properties/on', 0, true],
    ]);
  });

  test('lists what only a branch declares, once', () => {
    const branches = `
required: [a]
properties:
  a: {type: string}
  x: {type: object, oneOf: [{properties: {p: {type: string}}, required: [p]}, {properties: {p: {}, q: {}}}]}
  list: {type: array, items: [{properties: {one: {}}}, {properties: {two: {}}}], additionalItems: {type: string}}
  map: {type: object, patternProperties: {'^a/': {properties: {r: {}}}}, additionalProperties: {properties: {s: {}}}}
  sure: true
anyOf: [{properties: {a: {}, b: {type: string}}, then: {properties: {c: {}}}}]
dependencies: {a: {properties: {d: {}}, required: [d]}, b: [a]}
`;
    const seen = fieldsOf(branches).map(({ path, pointer, required, leaf }) => [
      path,
      pointer,
      required,
      leaf,
    ]);
    expect(seen).toEqual([
      ['a', '/properties/a', true, true],
      ['x', '/properties/x', false, false],
      ['x.p', '/properties/x/oneOf/0/properties/p', false, true],
      ['x.q', '/properties/x/oneOf/1/properties/q', false, true],
      ['list', '/properties/list', false, true],
      ['list[]', '/properties/list/items/0', false, false],
      ['list[].one', '/properties/list/items/0/properties/one', false, true],
      ['list[].two', '/properties/list/items/1/properties/two', false, true],
      ['map', '/properties/map', false, false],
      ['map.*', '/properties/map/additionalProperties', false, false],
      ['map.*.s', '/properties/map/additionalProperties/properties/s', false, true],
      ['map.*.r', '/properties/map/patternProperties/^a~1/properties/r', false, true],
      ['sure', '/properties/sure', false, true],
      ['b', '/anyOf/0/properties/b', false, true],
      ['c', '/anyOf/0/then/properties/c', false, true],
      ['d', '/dependencies/a/properties/d', false, true],
    ]);
  });

  test('says what each field is', () => {
    const byPath = new Map(fieldsOf(schema).map((field) => [field.path, field]));
    expect(byPath.get('performer')).toMatchObject({
      type: 'object',
      required: true,
      description: 'Who',
      name: 'performer',
    });
    expect(byPath.get('performer.id')).toMatchObject({
      type: 'integer',
      required: true,
      minimum: 0,
      maximum: 9,
    });
    expect(byPath.get('performer.a/b')).toMatchObject({
      type: 'string|null',
      required: false,
      description: null,
    });
    expect(byPath.get('tags')).toMatchObject({ type: 'array', valueType: 'string' });
    expect(byPath.get('tags[]')).toMatchObject({ type: 'string', maxLength: 5, valueType: null });
    expect(byPath.get('headers')).toMatchObject({ type: 'map', valueType: 'string' });
    expect(byPath.get('headers.*')).toMatchObject({ name: '*', type: 'string' });
    expect(byPath.get('rows')).toMatchObject({ valueType: 'object' });
    expect(byPath.get('free')).toMatchObject({ type: 'any', const: undefined, default: undefined });
    expect(byPath.get('on')).toMatchObject({ const: true, default: null });
  });

  test('takes the origin of a field, and gives it to its items', () => {
    const origin = { kind: 'fragment', uri: '/fragment/x/1.0.0' } as const;
    const tags: JsonObject = { properties: { tags: { type: 'array', items: { type: 'string' } }, own: {} } };
    const fields = listFields(tags, new Map([['/properties/tags', origin]]));
    expect(fields.map((field) => field.origin)).toEqual([origin, origin, { kind: 'own' }]);
  });

  test('a schema without properties has no fields', () => {
    expect(fieldsOf('type: object\nproperties: wrong')).toEqual([]);
  });

  test('the cost of a field does not grow with their number', () => {
    const properties = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, i) => [`f${i}`, { type: 'string' }]),
    );
    const names = Array.from({ length: 5_000 }, (_, i) => `f${i}`);
    expect(listFields({ properties, required: names }).filter(({ required }) => required)).toHaveLength(
      5_000,
    );
  });
});

test('what a branch says of a known field is looked into, and a name with dots hides nothing', () => {
  const paths = (text: string) => fieldsOf(text).map(({ pointer }) => pointer);
  expect(
    paths(`
properties: {user: {properties: {id: {}}}, user.email: {type: boolean}, 'l[]': {}, l: {items: {properties: {n: {}}}}}
oneOf: [{properties: {user: {properties: {id: {}, email: {}}}}}, {properties: {user: {properties: {ssn: {}}}}}]
`),
  ).toEqual([
    '/properties/user',
    '/properties/user/properties/id',
    '/properties/user.email',
    '/properties/l[]',
    '/properties/l',
    '/properties/l/items',
    '/properties/l/items/properties/n',
    '/oneOf/0/properties/user/properties/email',
    '/oneOf/1/properties/user/properties/ssn',
  ]);
});
