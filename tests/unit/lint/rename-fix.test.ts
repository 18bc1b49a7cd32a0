import { describe, expect, test } from 'vitest';
import { describeFinding } from '@/lib/domain/findings/catalogue';
import { lintSchema } from '@/lib/domain/lint/lint';
import type { JsonObject } from '@/lib/domain/schema/json';
import { applyFix, lintInput } from './lint-input';

const head = `title: analytics/button/click
$id: /analytics/button/click/1.0.0
$schema: https://json-schema.org/draft-07/schema#
type: object
`;

const fragments: Record<string, JsonObject> = {
  '/fragment/x/1.0.0': {
    type: 'object',
    required: ['needsThis'],
    properties: { page_title: { type: 'string' }, place: { type: 'object', required: ['areaCode'] } },
  },
  '/fragment/choice/1.0.0': { anyOf: [{ required: ['needsThis'] }, { not: { required: ['page_title'] } }] },
  '/fragment/together/1.0.0': { dependencies: { page_title: ['needsThis'] } },
  '/fragment/declares/1.0.0': { properties: { needsThis: { maxLength: 9 } } },
  '/fragment/names/1.0.0': { propertyNames: { maxLength: 40 } },
  '/fragment/elsewhere/1.0.0': {
    properties: { place: { type: 'object', required: ['area_code'], properties: { area_code: {} } } },
    oneOf: [{ required: ['place'] }, { properties: { place: { required: ['areaCode'] } } }],
  },
  '/fragment/list/1.0.0': { type: 'array', items: { type: 'object', required: ['areaCode'] } },
};
const lookup = (uri: string) => fragments[uri];

/** The text after the fix of the first misnamed property; null where none is offered. */
function renamed(body: string): string | null {
  const text = head + body;
  const finding = lintSchema(lintInput(text, { lookup })).find(({ rule }) => /snake-case/.test(rule));
  if (!finding) throw new Error('nothing was found');
  if (!finding.fix) return null;
  const after = applyFix(text, finding);
  const errors = lintSchema(lintInput(after, { lookup })).filter(({ rule }) =>
    /snake-case|required-properties-exist|examples/.test(rule),
  );
  expect(errors).toEqual([]);
  return after.slice(head.length);
}

describe('a property is renamed', () => {
  test.each([
    [
      'where it is required beside the parts of allOf',
      'required: [pageId]\nallOf:\n  - properties:\n      pageId: {type: integer} # own\n  - required: [pageId] # too\n',
    ],
    [
      'where each part says something of it',
      'properties:\n  pageId: {type: integer}\nallOf:\n  - properties:\n      pageId: {minimum: 0}\n',
    ],
    [
      'in alternatives and conditions',
      'properties:\n  pageId: {type: integer}\n  b: {type: string}\n' +
        'oneOf:\n  - required: [pageId]\n  - required: [b]\nif:\n  required: [b]\nthen:\n  required: [pageId, b]\n',
    ],
    [
      'in dependencies',
      'properties:\n  pageId: {type: integer}\n  b: {type: string}\ndependencies:\n  pageId: [b]\n  b: [pageId]\n',
    ],
    [
      'in examples',
      'properties:\n  pageId: {type: integer}\nexamples:\n  - $schema: /analytics/button/click/1.0.0\n    pageId: 3 # three\n',
    ],
    [
      'in the examples of what it is a part of',
      'properties:\n  o:\n    type: object\n    required: [pageId]\n    properties:\n      pageId: {type: integer}\n' +
        '    default: {pageId: 1}\nexamples:\n  - $schema: /analytics/button/click/1.0.0\n    o: {pageId: 3}\n',
    ],
    [
      'in the examples of a list that holds it',
      'properties:\n  l:\n    type: array\n    items:\n      type: object\n      required: [pageId]\n' +
        '      properties:\n        pageId: {type: integer}\n    default:\n      - pageId: 1\n',
    ],
    [
      'at both ends of a reference',
      'definitions:\n  d:\n    type: object\n    properties:\n      pageId: {type: integer}\n' +
        'properties:\n  o:\n    $ref: "#/definitions/d"\n    required: [pageId]\n',
    ],
  ])('%s', (_, body) => {
    expect(renamed(body)).toBe(body.replaceAll('pageId', 'page_id'));
  });

  test('and the same name elsewhere is left alone', () => {
    const body =
      'required: [pageId]\nproperties:\n  pageId: {type: integer}\n  o: {type: object, enum: [{pageId: 1}]}\n';
    expect(renamed(body)).toBe(
      'required: [page_id]\nproperties:\n  page_id: {type: integer}\n  o: {type: object, enum: [{pageId: 1}]}\n',
    );
  });
});

describe('a fragment that speaks of the name keeps it', () => {
  const own = 'properties:\n  needsThis: {type: string}\n';
  const place = 'type: object\n    properties:\n      areaCode: {type: string}\n';

  test.each([
    [
      'requires it, as the schema does',
      '/fragment/x/1.0.0',
      'required: [needsThis]\nallOf:\n  - $ref: REF\n',
      own,
    ],
    ['requires it in one of its alternatives', '/fragment/choice/1.0.0', 'allOf:\n  - $ref: REF\n', own],
    ['requires it where another field is there', '/fragment/together/1.0.0#', 'allOf:\n  - $ref: REF\n', own],
    ['declares it', '/fragment/declares/1.0.0', 'allOf:\n  - $ref: REF\n', own],
    ['has a rule for names', '/fragment/names/1.0.0', 'allOf:\n  - $ref: REF\n', own],
    ['is used in an alternative of the schema', '/fragment/x/1.0.0', 'oneOf:\n  - $ref: REF\n', own],
    ['is used as a part of a part', '/fragment/x/1.0.0', 'allOf:\n  - allOf:\n      - $ref: REF\n', own],
    [
      'requires it of an object that the schema extends',
      '/fragment/x/1.0.0#',
      'allOf:\n  - $ref: REF\n',
      `properties:\n  place:\n    ${place}`,
    ],
    [
      'requires it of an object, in an alternative of the schema',
      '/fragment/x/1.0.0',
      'oneOf:\n  - $ref: REF\n',
      `properties:\n  place:\n    ${place}`,
    ],
    [
      'requires it of an object of which only a part is taken',
      '/fragment/x/1.0.0#/properties/place',
      '',
      `properties:\n  here:\n    allOf:\n      - $ref: REF\n    ${place}`,
    ],
    [
      'requires it of the items of a list',
      '/fragment/list/1.0.0',
      '',
      'properties:\n  places:\n    allOf:\n      - $ref: REF\n    items:\n' +
        '      type: object\n      properties:\n        areaCode: {type: string}\n',
    ],
  ])('it %s', (_, ref, before, after) => {
    const text = head + before.replace('REF', ref) + after.replace('REF', ref);
    const [finding] = lintSchema(lintInput(text, { lookup })).filter(({ rule }) => /snake-case/.test(rule));
    expect([finding?.fix ?? null, finding?.params['namedBy']]).toEqual([null, ref]);
    expect(describeFinding(finding!)).toContain(`because ${ref} speaks of it too`);
  });

  test('one that speaks of the same name elsewhere does not', () => {
    const body =
      'required: [areaCode]\nallOf:\n  - $ref: /fragment/elsewhere/1.0.0\nproperties:\n  areaCode: {type: string}\n';
    expect(renamed(body)).toBe(body.replaceAll('areaCode', 'area_code'));
  });

  test('where nobody can say what the reference means, the name is kept', () => {
    const text = `${head}allOf:\n  - $ref: /fragment/unknown/1.0.0\nproperties:\n  areaCode: {type: string}\n`;
    const [finding] = lintSchema(lintInput(text)).filter(({ rule }) => /snake-case/.test(rule));
    expect([finding?.fix ?? null, finding?.params['namedBy']]).toEqual([null, '/fragment/unknown/1.0.0']);
  });
});

describe('no fix is offered', () => {
  test.each([
    [
      'where a fragment requires the old name',
      'allOf:\n  - $ref: /fragment/x/1.0.0\nproperties:\n  needsThis: {type: string}\n',
    ],
    [
      'where a fragment has the new name',
      'allOf:\n  - $ref: /fragment/x/1.0.0\nproperties:\n  needs_this: {type: string}\n  pageTitle: {type: string}\n',
    ],
    [
      'where another part has the new name',
      'properties:\n  pageId: {type: integer}\nallOf:\n  - properties:\n      page_id: {type: integer}\n',
    ],
    [
      'where an example has both names',
      'properties:\n  pageId: {type: integer}\nexamples:\n  - {pageId: 1, page_id: 2}\n',
    ],
    [
      'where a reference leads through it',
      'properties:\n  pageId: {type: integer}\n  b: {$ref: "#/properties/pageId"}\n',
    ],
    [
      'where a pattern speaks of names',
      'properties:\n  pageId: {type: integer}\npatternProperties:\n  ^page: {type: integer}\n',
    ],
    [
      'where what requires it stands elsewhere too',
      'definitions:\n  d: {required: &r [pageId]}\nrequired: *r\nproperties:\n  pageId: {type: integer}\n',
    ],
    ['where it is merged from elsewhere', 'x: &x {pageId: {type: integer}}\nproperties:\n  <<: *x\n'],
    [
      'where it stands in more places than anyone looks through',
      `properties:\n  pageId: {type: integer}\noneOf:\n${'  - required: [pageId]\n'.repeat(101)}`,
    ],
  ])('%s', (_, body) => {
    expect(renamed(body)).toBeNull();
  });
});
