import { describe, expect, test } from 'vitest';
import { applyFix, findingsOf, lintInput } from './lint-input';

const head = `title: analytics/button/click
$id: /analytics/button/click/1.0.0
$schema: https://json-schema.org/draft-07/schema#
type: object
`;

/** The findings of a rule on the schema with these lines, as line, message params and the text after the fix. */
function find(rule: string, body: string) {
  const text = head + body;
  return findingsOf(rule, lintInput(text)).map((finding) => ({
    line: finding.range?.start.line,
    severity: finding.severity,
    path: finding.path,
    params: finding.params,
    fixed: finding.fix ? applyFix(text, finding).slice(head.length) : null,
  }));
}

describe('schema-is-valid', () => {
  test('marks a misspelt type', () => {
    expect(find('schema-is-valid', 'properties:\n  a:\n    type: strng\n')).toMatchObject([
      { line: 7, severity: 'error', path: '/properties/a/type' },
    ]);
  });
});

describe('schema-is-secure', () => {
  test('adds room for a moment, and keeps the comment beside it', () => {
    const body = 'properties:\n  a:\n    type: string\n    format: date-time # UTC\n    description: x\n';
    expect(find('schema-is-secure', body)).toEqual([
      {
        line: 6,
        severity: 'error',
        path: '/properties/a',
        params: { missing: 'maxLength', because: 'format' },
        fixed:
          'properties:\n  a:\n    type: string\n    format: date-time # UTC\n    maxLength: 128\n    description: x\n',
      },
    ]);
  });

  test('writes into a flow mapping', () => {
    expect(find('schema-is-secure', 'properties:\n  a: {type: string, pattern: ^a$}\n')).toMatchObject([
      { fixed: 'properties:\n  a: {type: string, pattern: ^a$, maxLength: 256}\n' },
    ]);
  });
});

describe('schema-snake-case-properties', () => {
  test('renames the property and what requires it', () => {
    const body = 'required: [pageId]\nproperties:\n  pageId: # the page\n    type: integer\n';
    expect(find('schema-snake-case-properties', body)).toEqual([
      {
        line: 7,
        severity: 'error',
        path: '/properties/pageId',
        params: { name: 'pageId' },
        fixed: 'required: [page_id]\nproperties:\n  page_id: # the page\n    type: integer\n',
      },
    ]);
  });

  test.each(['page_id', '$a', 'a__b', 'a1', '$schema', 'a_'])('lets %s pass', (name) => {
    expect(find('schema-snake-case-properties', `properties:\n  ${name}: {type: string}\n`)).toEqual([]);
  });

  test.each(['pageId', '_a', '1a', 'a-b', 'a b', 'A'])('refuses %s', (name) => {
    expect(find('schema-snake-case-properties', `properties:\n  ${name}: {type: string}\n`)).toMatchObject([
      { params: { name } },
    ]);
  });

  test('offers no name that is taken', () => {
    const body = 'properties:\n  pageId: {type: integer}\n  page_id: {type: integer}\n';
    expect(find('schema-snake-case-properties', body)).toMatchObject([{ fixed: null }]);
  });

  test('finds a name inside allOf at its place in the source', () => {
    const body = 'allOf:\n  - properties:\n      aB:\n        type: string\n';
    expect(find('schema-snake-case-properties', body)).toMatchObject([
      { line: 7, path: '/allOf/0/properties/aB' },
    ]);
  });
});

describe('schema-deterministic-types', () => {
  test('takes null out of a union', () => {
    expect(find('schema-deterministic-types', "properties:\n  a:\n    type: [string, 'null']\n")).toEqual([
      {
        line: 6,
        severity: 'error',
        path: '/properties/a',
        params: { reason: 'union' },
        fixed: 'properties:\n  a:\n    type: string\n',
      },
    ]);
  });

  test('says what a list holds', () => {
    expect(
      find('schema-deterministic-types', 'properties:\n  a:\n    type: array\n    description: x\n'),
    ).toMatchObject([
      {
        params: { reason: 'items' },
        fixed: 'properties:\n  a:\n    type: array\n    items:\n      type: string\n    description: x\n',
      },
    ]);
  });

  test.each([
    ['properties:\n  a: {type: object}\n', 'no-properties'],
    ['properties:\n  a: {description: x}\n', 'no-type'],
    ['properties:\n  a: {type: string, enum: [a, null]}\n', 'null-in-enum'],
    [
      'properties:\n  a: {type: object, oneOf: [{type: object, properties: {b: {type: string}}}]}\n',
      'one-of-without-required',
    ],
    ['properties:\n  a: {type: string, oneOf: [{type: string}, {type: integer}]}\n', 'one-of-types'],
  ])('tells why: %j', (body, reason) => {
    expect(find('schema-deterministic-types', body)).toMatchObject([{ params: { reason } }]);
  });
});

test('schema-required-properties-exist marks the item of the list', () => {
  expect(
    find('schema-required-properties-exist', 'required:\n  - a\n  - b\nproperties:\n  a: {type: string}\n'),
  ).toEqual([{ line: 7, severity: 'error', path: '/required/1', params: { name: 'b' }, fixed: null }]);
});

test('schema-examples-$schema-matches-schema-$id brings the example up to date', () => {
  const body =
    'properties:\n  $schema: {type: string}\nexamples:\n  - $schema: /analytics/button/click/0.9.0\n';
  expect(find('schema-examples-$schema-matches-schema-$id', body)).toEqual([
    {
      line: 8,
      severity: 'error',
      path: '/examples/0/$schema',
      params: { named: '/analytics/button/click/0.9.0', id: '/analytics/button/click/1.0.0' },
      fixed:
        'properties:\n  $schema: {type: string}\nexamples:\n  - $schema: /analytics/button/click/1.0.0\n',
    },
  ]);
});

test('schema-examples-are-valid marks the value that does not fit', () => {
  const body = 'properties:\n  a:\n    type: integer\nexamples:\n  - a: 1\n  - a: one\n';
  expect(find('schema-examples-are-valid', body)).toEqual([
    {
      line: 10,
      severity: 'error',
      path: '/examples/1/a',
      params: { example: 1, place: '/a', problem: 'must be integer', value: null },
      fixed: null,
    },
  ]);
});

describe('schema-enforced-numeric-bounds', () => {
  test('brings a bound back within the limits', () => {
    const body = 'properties:\n  a:\n    type: integer\n    maximum: 1.0e+17\n';
    expect(find('schema-enforced-numeric-bounds', body)).toEqual([
      {
        line: 8,
        severity: 'error',
        path: '/properties/a/maximum',
        params: { keyword: 'maximum', value: 1e17, limit: 9007199254740991 },
        fixed: 'properties:\n  a:\n    type: integer\n    maximum: 9007199254740991\n',
      },
    ]);
  });

  test('lets the limits themselves pass', () => {
    const body = 'properties:\n  a: {type: integer, minimum: -9007199254740991, maximum: 9007199254740991}\n';
    expect(find('schema-enforced-numeric-bounds', body)).toEqual([]);
  });

  test('says nothing where the repository sets no bounds', () => {
    const text = `${head}properties:\n  a:\n    type: integer\n    maximum: 1.0e+17\n`;
    const input = lintInput(text, { enforcedNumericBounds: null });
    expect(findingsOf('schema-enforced-numeric-bounds', input)).toEqual([]);
  });
});

describe('skipSchemaTestCases', () => {
  const text = `${head}properties:\n  pageId:\n    type: integer\n`;
  const skipping = (pattern: string, rule = 'schema-snake-case-properties') =>
    findingsOf(
      'schema-snake-case-properties',
      lintInput(text, { skipSchemaTestCases: { [pattern]: [rule] } }),
    ).length;

  test.each(['/analytics/.*', 'button', '.nalytics/button/click/1.0.0', '^/analytics', '/.*/.*/1'])(
    '%s lifts the rule',
    (pattern) => {
      expect(skipping(pattern)).toBe(0);
    },
  );

  test.each(['/other/.*', '[', '(a+)+$', '^analytics', '.*a.*a.*a.*'])('%s does not', (pattern) => {
    expect(skipping(pattern)).toBe(1);
  });

  test('lifts only the rules that are named', () => {
    expect(skipping('.*', 'schema-is-valid')).toBe(1);
  });

  test('lifts no rule of our own', () => {
    const input = lintInput(text, { skipSchemaTestCases: { '.*': ['property-description'] } });
    expect(findingsOf('property-description', input)).toHaveLength(1);
  });

  test('an exception lifts any rule', () => {
    const input = lintInput(text, { ignoredRules: new Set(['property-description']) });
    expect(findingsOf('property-description', input)).toEqual([]);
  });
});
