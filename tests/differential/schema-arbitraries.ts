import fc from 'fast-check';
import type { Json, JsonObject } from '@/lib/domain/schema/json';

/** Grammars of schemas: over keywords, names, texts and references, sensible and odd ones. */

const plainNames = [
  'a',
  'b',
  'c',
  'dt',
  'meta',
  'stream',
  'page_id',
  'performer',
  'wiki',
  '$schema',
  'is_bot',
];
const keywordNames = [
  'type',
  'title',
  'description',
  'properties',
  'items',
  'required',
  'enum',
  'definitions',
  'default',
  'const',
  'not',
  'id',
  '$id',
  'allOf',
  'oneOf',
  'examples',
  'pattern',
  'format',
  'additionalProperties',
  'length',
  'minimum',
];
const oddNames = [
  'A',
  'Zed',
  'zed',
  '_x',
  'a-b',
  'a_b',
  'ab',
  'a1',
  '1',
  '10',
  '02',
  'é',
  '日本',
  '😀',
  'yes',
  'no',
  'y',
  'null',
  'true',
  '1.0',
  'x:y',
  'a #b',
  'a#b',
  '',
  'a b',
  '~',
  '<<',
  '-',
  '- a',
  '?',
  '=',
  'ä',
  "it's",
  '2020-01-01',
  '1e3',
  '.5',
  'a\nb',
  ' lead',
  'trail ',
];

export const name: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...plainNames) },
  { weight: 2, arbitrary: fc.constantFrom(...keywordNames) },
  { weight: 2, arbitrary: fc.constantFrom(...oddNames) },
);

const words = [
  'the',
  'user',
  'of',
  'a',
  'page:',
  'id.',
  '#tag',
  '- item',
  "it's",
  '"q"',
  '{x}',
  'é',
  'averyveryverylongword',
];
const sentence = fc
  .array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 12 })), { maxLength: 30 })
  .chain((parts) =>
    fc.constantFrom(' ', ' ', ' ', '  ', '\n', '\n\n', '\n ', ' \n').map((joint) => parts.join(joint)),
  );

/** Texts: short, long, of several lines, with characters that need quotes. */
export const text: fc.Arbitrary<string> = fc
  .oneof(
    fc.constantFrom(...oddNames, ...plainNames),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.string({ unit: 'binary-ascii', maxLength: 8 }),
    sentence,
    fc.tuple(sentence, fc.constantFrom('\n', '\n\n', ' ', '')).map(([body, end]) => body + end),
  )
  .filter((value) => !/[\uD800-\uDFFF]/u.test(value));

const number = fc.oneof(
  fc.integer({ min: -5, max: 300 }),
  fc.constantFrom(0, 0.5, -0.25, 1e21, 1e-7, 1.5e300, 9007199254740991, -9007199254740991, 100),
);
export const scalar: fc.Arbitrary<Json> = fc.oneof(text, number, fc.boolean(), fc.constant(null));
export const anyJson: fc.Arbitrary<Json> = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'xsmall', maxDepth: 3, withCrossShrink: true },
    scalar,
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(name, tie('json'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).json;

const size = fc.integer({ min: 0, max: 40 });
const types = fc.constantFrom('string', 'integer', 'number', 'boolean', 'object', 'array', 'null');
const formats = fc.constantFrom(
  'date-time',
  'uri-reference',
  'uri',
  'uuid',
  'email',
  'ipv4',
  'hostname',
  'ipv6',
  'date',
  'regex',
  'json-pointer',
  'uri-template',
  'nonsense',
);
const patterns = fc.constantFrom(
  '^[a-z]+$',
  '[A-Z]{2,4}\\d',
  '^(a|b|c)$',
  '\\w+@\\w+\\.org',
  '[^a-z]{3}',
  '^/x/[0-9a-f]{8}$',
  '(?:ab)?c*',
  '.{5}',
  '\\d{4}-\\d{2}',
  '(ab)\\1',
  '[\\w.-]+',
  'a{2,}',
);

/** Keywords of a schema with their values; `sub` is a schema one level down. */
function keywords(sub: fc.Arbitrary<Json>): Record<string, fc.Arbitrary<Json>> {
  const bySchema = fc.dictionary(name, sub, {
    maxKeys: 3,
    noNullPrototype: true,
  }) as fc.Arbitrary<JsonObject>;
  const list = fc.array(sub, { minLength: 1, maxLength: 3 });
  const names = fc.uniqueArray(name, { maxLength: 3 });
  return {
    title: text,
    description: text,
    $comment: text,
    default: anyJson,
    const: anyJson,
    examples: fc.array(anyJson, { maxLength: 2 }),
    enum: fc.array(scalar, { minLength: 1, maxLength: 4 }),
    type: fc.oneof({ weight: 5, arbitrary: types }, fc.uniqueArray(types, { minLength: 1, maxLength: 3 })),
    minimum: number,
    maximum: number,
    exclusiveMinimum: number,
    exclusiveMaximum: number,
    multipleOf: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(1, 2, 3, 0.5, 0.1, 10) },
      fc.constantFrom(1e-7, 1e21, 1e300, 2 ** 53, 2 ** 31 - 1, 0.3, 1.1, -4, 0),
    ),
    minLength: size,
    maxLength: size,
    pattern: patterns,
    format: formats,
    minItems: fc.integer({ min: 0, max: 3 }),
    maxItems: fc.integer({ min: 0, max: 4 }),
    uniqueItems: fc.boolean(),
    minProperties: fc.integer({ min: 0, max: 2 }),
    maxProperties: fc.integer({ min: 0, max: 6 }),
    required: names,
    properties: bySchema,
    patternProperties: fc.dictionary(fc.constantFrom('^a', '^x_', 'b$'), sub, {
      maxKeys: 2,
      noNullPrototype: true,
    }) as fc.Arbitrary<JsonObject>,
    additionalProperties: fc.oneof(fc.boolean(), sub),
    items: fc.oneof({ weight: 3, arbitrary: sub }, { weight: 1, arbitrary: fc.array(sub, { maxLength: 3 }) }),
    additionalItems: fc.oneof(fc.boolean(), sub),
    contains: sub,
    propertyNames: sub,
    not: sub,
    allOf: list,
    anyOf: list,
    oneOf: list,
    definitions: bySchema,
    dependencies: fc.dictionary(name, fc.oneof(sub, names), {
      maxKeys: 2,
      noNullPrototype: true,
    }) as fc.Arbitrary<JsonObject>,
    if: sub,
    else: sub,
    readOnly: fc.boolean(),
    'x-note': anyJson,
  };
}

const common = [
  'type',
  'description',
  'properties',
  'required',
  'allOf',
  'minimum',
  'maximum',
  'maxLength',
  'items',
];

/** Now and then what a keyword cannot hold. */
function sometimesMalformed(value: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  return fc.oneof({ weight: 60, arbitrary: value }, anyJson);
}

function someKeywords(sub: fc.Arbitrary<Json>): fc.Arbitrary<JsonObject> {
  const all = keywords(sub);
  const names = Object.keys(all);
  return fc
    .uniqueArray(fc.oneof(fc.constantFrom(...common), fc.constantFrom(...names)), { maxLength: 5 })
    .chain((chosen) =>
      fc
        .tuple(...chosen.map((key) => sometimesMalformed(all[key] as fc.Arbitrary<Json>)))
        .map((values) => Object.fromEntries(chosen.map((key, index) => [key, values[index] as Json]))),
    );
}

/** A schema as people write it: a type, and what belongs to that type. */
function typical(sub: fc.Arbitrary<Json>): fc.Arbitrary<JsonObject> {
  const optional = (record: Record<string, fc.Arbitrary<Json>>): fc.Arbitrary<JsonObject> =>
    fc.record(record, { requiredKeys: ['type'], noNullPrototype: true }) as fc.Arbitrary<JsonObject>;
  const all = keywords(sub);
  const pickKeywords = (type: string, keys: string[]): fc.Arbitrary<JsonObject> =>
    optional({
      type: fc.constant(type),
      ...Object.fromEntries(keys.map((key) => [key, all[key] as fc.Arbitrary<Json>])),
    });
  return fc.oneof(
    pickKeywords('string', ['description', 'maxLength', 'minLength', 'format', 'enum']),
    pickKeywords('string', ['description', 'maxLength', 'pattern']),
    pickKeywords('integer', ['description', 'minimum', 'maximum', 'multipleOf']),
    pickKeywords('number', ['description', 'minimum', 'exclusiveMaximum', 'enum']),
    pickKeywords('boolean', ['description', 'default']),
    pickKeywords('array', ['items', 'maxItems', 'minItems', 'uniqueItems']),
    pickKeywords('object', ['description', 'properties', 'required', 'allOf', 'additionalProperties']),
    pickKeywords('object', ['properties', 'oneOf', 'anyOf', 'minProperties', 'patternProperties']),
  );
}

export const fragmentUris = ['/fragment/one/1.0.0', '/fragment/two/1.2.0', '/fragment/three/2.0.0'];
/** Files that hold a list of schemas, and a scalar. */
const listUri = '/fragment/list/1.0.0';
const scalarUri = '/other/scalar value';

const sureRefs = fc.constantFrom(
  ...fragmentUris,
  ...fragmentUris.map((uri) => `${uri}#`),
  '#/definitions/a',
  '#/definitions/c',
  '/fragment/two/1.2.0#/definitions/a',
  '/fragment/one/./x/../1.0.0#/definitions/c',
);

/** Other spellings of a reference, which lead to the same place wherever they apply. */
const spellings: ((ref: string) => string)[] = [
  (ref) => ` ${ref}`,
  (ref) => `\t${ref}\n`,
  (ref) => ref.replace('/fragment', '//fragment'),
  (ref) => ref.replace('/fragment', '///fragment'),
  (ref) => ref.replace('/fragment', '/fragment/'),
  (ref) => ref.replace('/1.0.0', '\\1.0.0'),
  (ref) => ref.replace('/fragment', '/%66ragm%65nt'),
  (ref) => ref.replace('definitions', 'd%65finitions'),
  (ref) => ref.replace('definitions/a', 'definitions/%61'),
  (ref) => ref.replace('/two', '/./two/.'),
  (ref) => ref.replace('/one', '/x/..//../fragment/one'),
];
/** Spellings that lead elsewhere, or nowhere. */
const misspellings: ((ref: string) => string)[] = [
  (ref) => `${ref}/`,
  (ref) => `${ref}?`,
  (ref) => `${ref}%`,
  (ref) => ref.slice(1),
  (ref) => ref.toUpperCase(),
  (ref) => ref.replace('/', '/%2f'),
];
const spell = (ways: ((ref: string) => string)[]): fc.Arbitrary<string> =>
  fc.tuple(sureRefs, fc.constantFrom(...ways)).map(([ref, way]) => way(ref));
const valueRefs = fc.constantFrom(
  listUri,
  `${listUri}#/0`,
  `${listUri}#/1`,
  `${listUri}#/length`,
  scalarUri,
  '/other/scalar%20value',
  `${scalarUri}#/0`,
);

const refs = fc.oneof(
  { weight: 20, arbitrary: sureRefs },
  { weight: 5, arbitrary: spell(spellings) },
  { weight: 2, arbitrary: valueRefs },
  {
    weight: 1,
    arbitrary: fc.oneof(
      spell(misspellings),
      fc.constantFrom(
        '#/properties/b',
        './#/definitions/c',
        '#/definitions/a/properties/b',
        '#anchor',
        '#',
        '/nowhere/1.0.0',
      ),
    ),
  },
);

/** A schema; with references where `withRefs`. */
export function schemaOf(withRefs: boolean): fc.Arbitrary<JsonObject> {
  const { schema } = fc.letrec<{ schema: JsonObject; sub: Json }>((tie) => {
    const sub = tie('sub');
    const reference = fc
      .tuple(refs, fc.option(someKeywords(fc.constant({})), { nil: {} as JsonObject, freq: 2 }))
      .map(([ref, siblings]) => ({ $ref: ref, ...siblings }));
    return {
      schema: fc.oneof({ weight: 3, arbitrary: typical(sub) }, { weight: 2, arbitrary: someKeywords(sub) }),
      sub: fc.oneof(
        { depthSize: 'xsmall', maxDepth: 3, withCrossShrink: true },
        fc.constant({ type: 'string' }),
        fc.constantFrom<Json>(true, false, {}, { type: 'integer' }),
        tie('schema'),
        ...(withRefs ? [reference] : []),
      ),
    };
  });
  return schema;
}

export interface Case {
  schema: JsonObject;
  fragments: Record<string, Json>;
  shouldGenerateExample: boolean;
}

const identity = fc.record({ title: fc.constant('test/case'), $id: fc.constant('/test/case/1.0.0') });

/** Schemas that references find under `definitions`. */
function definitions(withRefs: boolean): fc.Arbitrary<JsonObject> {
  const schema = fc.oneof({ weight: 2, arbitrary: mergeable(withRefs) }, schemaOf(withRefs), fc.constant({}));
  return fc.record({ a: schema, c: schema }, { noNullPrototype: true }) as fc.Arbitrary<JsonObject>;
}

/** An object schema that seldom contradicts another one, so that there is much to merge. */
function mergeable(withRefs: boolean): fc.Arbitrary<JsonObject> {
  const { schema } = fc.letrec<{ schema: JsonObject; sub: Json }>((tie) => {
    const sub = tie('sub');
    const all = keywords(sub);
    const pickAny = (...keys: string[]): fc.Arbitrary<JsonObject> =>
      fc.record(Object.fromEntries(keys.map((key) => [key, all[key] as fc.Arbitrary<Json>])), {
        requiredKeys: [],
        noNullPrototype: true,
      }) as fc.Arbitrary<JsonObject>;
    return {
      schema: fc.oneof(
        pickAny('properties', 'required', 'description', 'allOf'),
        pickAny('properties', 'additionalProperties', 'patternProperties'),
        pickAny('properties', 'oneOf', 'dependencies', 'minProperties'),
        pickAny('properties', 'anyOf', 'definitions', 'not', 'examples'),
        pickAny('properties', 'required', 'maxProperties', 'propertyNames'),
      ),
      sub: fc.oneof(
        { depthSize: 'xsmall', maxDepth: 3, withCrossShrink: true },
        pickAny('description', 'minLength', 'maxLength', 'pattern'),
        pickAny('minimum', 'maximum', 'exclusiveMinimum', 'multipleOf'),
        pickAny('items', 'minItems', 'maxItems', 'uniqueItems', 'additionalItems', 'contains'),
        pickAny('type', 'title', 'default', 'examples'),
        fc
          .tuple(
            pickAny('items', 'additionalItems'),
            fc.array(pickAny('items', 'additionalItems', 'title'), { minLength: 1, maxLength: 2 }),
          )
          .map(([schema, allOf]) => ({ ...schema, allOf })),
        tie('schema'),
        ...(withRefs ? [refs.map(($ref) => ({ $ref }))] : []),
      ),
    };
  });
  return schema;
}

function root(withRefs: boolean): fc.Arbitrary<JsonObject> {
  const parts = fc.array(
    fc.oneof(
      mergeable(withRefs),
      fc.constantFrom(...fragmentUris).map(($ref) => ({ $ref })),
    ),
    {
      maxLength: 3,
    },
  );
  return fc.oneof(
    { weight: 4, arbitrary: schemaOf(withRefs) },
    ...(withRefs
      ? [
          {
            weight: 1,
            arbitrary: fc.tuple(refs, mergeable(true)).map(([$ref, schema]) => ({ ...schema, $ref })),
          },
        ]
      : []),
    {
      weight: 8,
      arbitrary: fc
        .tuple(mergeable(withRefs), withRefs ? parts : fc.constant([]))
        .map(
          ([schema, allOf]) =>
            ({ type: 'object', ...schema, ...(allOf.length > 0 ? { allOf } : {}) }) as JsonObject,
        ),
    },
  );
}

/** A schema with the fragments that it may refer to. */
export const materializeCase: fc.Arbitrary<Case> = fc.record({
  schema: fc
    .tuple(identity, definitions(true), root(true), fc.boolean())
    .map(
      ([id, shared, schema, withShared]) =>
        ({ ...id, ...(withShared ? { definitions: shared } : {}), ...schema }) as JsonObject,
    ),
  fragments: fc
    .tuple(
      fc.tuple(...fragmentUris.map(() => fc.tuple(definitions(false), root(false)))),
      fc.array(schemaOf(true), { maxLength: 3 }),
      scalar,
    )
    .map(([schemas, list, value]) => ({
      ...Object.fromEntries(
        schemas.map(([shared, schema], index) => {
          const uri = fragmentUris[index] as string;
          return [uri, { $id: uri, ...schema, definitions: shared } as JsonObject];
        }),
      ),
      [listUri]: list,
      [scalarUri]: value,
    })),
  shouldGenerateExample: fc.boolean(),
});
