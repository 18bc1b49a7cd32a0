import { describe, expect, test } from 'vitest';
import { describeFinding, findRuleText } from '@/lib/domain/findings/catalogue';
import { lintSchema } from '@/lib/domain/lint/lint';
import type { LintInput } from '@/lib/domain/lint/lint-input';
import { rules } from '@/lib/domain/lint/rules';
import { applyFix, findingsOf, lintInput } from './lint-input';
import { fragmentLookup, goodSchema } from './good-schema';

const head = `title: analytics/button/click
$id: /analytics/button/click/1.0.0
$schema: https://json-schema.org/draft-07/schema#
type: object
`;

/** The findings of a rule on the schema with these lines under the head. */
function find(rule: string, body: string, options: Partial<LintInput> = {}) {
  return findWhole(rule, head + body, options).map(({ fixed, ...rest }) => ({
    ...rest,
    fixed: fixed === null ? null : fixed.slice(head.length),
  }));
}

function findWhole(rule: string, text: string, options: Partial<LintInput> = {}) {
  return findingsOf(rule, lintInput(text, { lookup: fragmentLookup, ...options })).map((finding) => ({
    severity: finding.severity,
    path: finding.path,
    line: finding.range?.start.line,
    params: finding.params,
    fixed: finding.fix ? applyFix(text, finding) : null,
  }));
}

describe('a good schema', () => {
  test('gives no finding at all', () => {
    expect(lintSchema(lintInput(goodSchema, { lookup: fragmentLookup })).map(describeFinding)).toEqual([]);
  });

  test('gives none when it is the next version', () => {
    const input = lintInput(goodSchema, {
      lookup: fragmentLookup,
      isNewSchema: false,
      newFieldPointers: new Set(),
    });
    expect(lintSchema(input)).toEqual([]);
  });
});

test('every rule has a text, and each name stands once', () => {
  const names = rules.map((rule) => rule.name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => findRuleText(name) === null)).toEqual([]);
});

describe('what upstream’s tests let through', () => {
  test.each<[string, string, object]>([
    [
      'nested-snake-case-properties',
      'properties:\n  a:\n    type: array\n    items:\n      type: object\n      properties:\n        bC: {type: string}\n',
      {
        path: '/properties/a/items/properties/bC',
        line: 11,
        params: { name: 'bC', field: 'a[].bC' },
        fixed:
          'properties:\n  a:\n    type: array\n    items:\n      type: object\n      properties:\n        b_c: {type: string}\n',
      },
    ],
    [
      'nested-required-properties-exist',
      'properties:\n  a:\n    type: object\n    additionalProperties:\n      type: object\n      required: [b]\n',
      {
        path: '/properties/a/additionalProperties/required/0',
        line: 10,
        params: { name: 'b', field: 'a.*' },
      },
    ],
    [
      'enum-of-one-type',
      'properties:\n  a: {type: string, enum: [x, 1, true]}\n',
      { path: '/properties/a/enum', line: 6, params: { values: [1, true], field: 'a' } },
    ],
    [
      'no-any-of',
      'properties:\n  a: {type: string, anyOf: [{type: string}]}\n',
      { path: '/properties/a/anyOf', line: 6 },
    ],
    [
      'no-pattern-properties',
      'properties:\n  a:\n    type: object\n    patternProperties: {b: {type: string}}\n',
      { path: '/properties/a/patternProperties', line: 8 },
    ],
    [
      'no-union-types',
      'properties:\n  a:\n    type: object\n    patternProperties: {b: {type: [string, integer]}}\n',
      {
        path: '/properties/a/patternProperties/b/type',
        params: { type: ['string', 'integer'], field: 'a.*' },
      },
    ],
    ['no-union-types', "properties:\n  a: {type: 'null'}\n", { path: '/properties/a/type', line: 6 }],
    [
      'array-items',
      'properties:\n  a:\n    type: object\n    patternProperties: {b: {type: array}}\n',
      { path: '/properties/a/patternProperties/b' },
    ],
    [
      'union-numeric-bounds',
      "properties:\n  a: {type: [integer, 'null'], minimum: 0}\n",
      { severity: 'warning', path: '/properties/a', params: { missing: ['maximum'], field: 'a' } },
    ],
    [
      'reserved-property-name',
      'properties:\n  description: {type: string}\n',
      { path: '/properties/description', line: 6, params: { name: 'description', reason: 'keyword' } },
    ],
    [
      'pattern-is-safe',
      'properties:\n  a: {type: string, maxLength: 9, pattern: ^(a+)+$}\n',
      { path: '/properties/a/pattern', line: 6, params: { pattern: '^(a+)+$', field: 'a' } },
    ],
    [
      'format-is-known',
      'properties:\n  a: {type: string, maxLength: 9, format: datetime}\n',
      { path: '/properties/a/format', line: 6, params: { format: 'datetime', field: 'a' } },
    ],
  ])('%s', (rule, body, expected) => {
    expect(find(rule, body)).toMatchObject([{ severity: 'error', ...expected }]);
  });

  test('a union that upstream sees is said once', () => {
    const body = 'properties:\n  a: {type: [string, integer]}\n';
    expect(find('no-union-types', body)).toEqual([]);
    expect(find('schema-deterministic-types', body)).toHaveLength(1);
  });

  test('is not asked of fields that stood there before', () => {
    const body = 'properties:\n  description: {type: string}\n  enum: {type: string}\n';
    const options = { isNewSchema: false, newFieldPointers: new Set(['/properties/enum']) };
    expect(find('reserved-property-name', body, options).map((finding) => finding.params.name)).toEqual([
      'enum',
    ]);
  });
});

describe('title and id', () => {
  test('title-matches-path takes the slash off', () => {
    const text = head.replace('title: ', 'title: /');
    expect(findWhole('title-matches-path', text)).toEqual([
      {
        severity: 'error',
        path: '/title',
        line: 1,
        params: { title: '/analytics/button/click', expected: 'analytics/button/click' },
        fixed: head,
      },
    ]);
  });

  test('title-matches-path misses a title', () => {
    expect(findWhole('title-matches-path', head.replace(/title.*\n/, ''))).toMatchObject([
      { path: '', line: 1 },
    ]);
  });

  test.each([
    ['/analytics/button/press/1.0.0', '/analytics/button/click/1.0.0'],
    ['analytics/button/click/1.0.0', '/analytics/button/click/1.0.0'],
    ['/analytics/button/click/1.2', '/analytics/button/click/1.2.0'],
    ['/analytics/button/click', null],
  ])('id-matches-title-and-version turns %s into %s', (id, fixed) => {
    const text = head.replace('/analytics/button/click/1.0.0', id);
    const expected = fixed && head.replace('/analytics/button/click/1.0.0', fixed);
    expect(findWhole('id-matches-title-and-version', text)).toMatchObject([
      { path: '/$id', fixed: expected },
    ]);
  });

  test('schema-dialect adds or repairs $schema', () => {
    const fixed = head.replace(/\$schema.*\n/, "$schema: 'https://json-schema.org/draft-07/schema#'\n");
    expect(findWhole('schema-dialect', head.replace('draft-07', 'draft-04'))).toMatchObject([{ fixed }]);
    expect(findWhole('schema-dialect', head.replace(/\$schema.*\n/, ''))).toMatchObject([{ fixed }]);
  });

  test('root-is-object says so', () => {
    expect(findWhole('root-is-object', head.replace(/type.*\n/, ''))).toMatchObject([
      { path: '', fixed: head },
    ]);
  });
});

describe('references', () => {
  test.each([
    '/fragment/common/latest',
    '/fragment/common',
    'fragment/common/1.0.0',
    'https://example.org/a/1.0.0',
  ])('ref-pinned refuses %s', (ref) => {
    expect(find('ref-pinned', `allOf:\n  - $ref: ${ref}\n`)).toMatchObject([
      { path: '/allOf/0/$ref', line: 6 },
    ]);
  });

  test.each([
    "'#/definitions/a'",
    "'./#/definitions/a'",
    '/fragment/common/1.0.0',
    "'/fragment/common/1.0.0#/properties'",
  ])('ref-pinned lets %s pass', (ref) => {
    expect(find('ref-pinned', `definitions: {a: {}}\nallOf:\n  - $ref: ${ref}\n`)).toEqual([]);
  });
});

describe('event-required-properties', () => {
  const missing = (text: string, options?: Partial<LintInput>) =>
    findWhole('event-required-properties', text, options).map(
      (finding) => `${finding.severity} ${finding.params.name}`,
    );

  test('names each that is missing', () => {
    expect(missing(head)).toEqual(['error $schema', 'error meta', 'error dt', 'error meta.stream']);
  });

  test('warns where the published schema never had it', () => {
    expect(missing(head, { isNewSchema: false })).toContain('warning dt');
  });

  test('offers to require what is there', () => {
    const body = 'required:\n  - a\nproperties:\n  a: {type: string}\n  dt: {type: string}\n';
    const fixes = find('event-required-properties', body).map((finding) => [
      finding.params.name,
      finding.fixed,
    ]);
    expect(fixes).toContainEqual(['dt', body.replace('- a\n', '- a\n  - dt\n')]);
    expect(fixes).toContainEqual(['meta', null]);
  });

  test('exempts fragments', () => {
    const text = head.replaceAll('analytics/button/click', 'fragment/a');
    expect(missing(text, { expectedTitle: 'fragment/a' })).toEqual([]);
  });
});

describe('style', () => {
  const described = (name: string, more: string) =>
    `properties:\n  ${name}:\n    ${more}\n    description: What happened.\n`;

  test.each<[string, string, object]>([
    [
      'no-meta-dt-required',
      'properties:\n  meta:\n    type: object\n    required: [dt]\n    properties: {dt: {type: string}}\n',
      { severity: 'warning', path: '/properties/meta/required/0', line: 8 },
    ],
    [
      'no-additional-properties',
      'properties:\n  a:\n    type: object\n    additionalProperties: true\n',
      {
        severity: 'error',
        path: '/properties/a/additionalProperties',
        fixed: 'properties:\n  a:\n    type: object\n    additionalProperties: false\n',
      },
    ],
    [
      'no-additional-properties',
      'additionalProperties: {}\n',
      { severity: 'error', path: '/additionalProperties' },
    ],
    [
      'property-description',
      'properties:\n  a: {type: string}\n',
      { severity: 'error', path: '/properties/a', line: 6 },
    ],
    [
      'property-description',
      'properties:\n  a: {type: object, properties: {b: {type: string, description: x}}}\n',
      { severity: 'info', path: '/properties/a' },
    ],
    [
      'description-speaks-of-action',
      'properties:\n  a: {type: string, description: Set when the save button fires.}\n',
      { severity: 'info', params: { field: 'a', words: 'the save button' } },
    ],
    [
      'prefer-id',
      described('page_title', 'type: string'),
      { severity: 'warning', params: { field: 'page_title', id: 'page_id' } },
    ],
    [
      'impression-over-click',
      described('link_clicked', 'type: boolean'),
      { severity: 'info', path: '/properties/link_clicked' },
    ],
    [
      'units-in-name',
      described('load_time', 'type: integer'),
      { severity: 'warning', params: { name: 'load_time' } },
    ],
    [
      'date-time-format',
      described('saved_at', 'type: string # UTC'),
      {
        severity: 'warning',
        fixed:
          'properties:\n  saved_at:\n    type: string # UTC\n    format: date-time\n    maxLength: 128\n    description: What happened.\n',
      },
    ],
    [
      'date-time-format',
      described('save_ts', 'type: integer'),
      { severity: 'warning', params: { type: 'integer' }, fixed: null },
    ],
    [
      'explicit-numeric-bounds',
      described('load_time_ms', 'type: integer'),
      {
        severity: 'info',
        fixed:
          'properties:\n  load_time_ms:\n    type: integer\n    minimum: 0\n    description: What happened.\n',
      },
    ],
    ['explicit-numeric-bounds', described('score', 'type: number'), { severity: 'info', fixed: null }],
  ])('%s on %j', (rule, body, expected) => {
    expect(find(rule, body)).toMatchObject([expected]);
  });

  test.each<[string, string]>([
    ['no-meta-dt-required', 'allOf:\n  - $ref: /fragment/old/1.0.0\n'],
    ['no-additional-properties', 'properties:\n  a: {type: object, additionalProperties: {type: string}}\n'],
    ['prefer-id', 'properties:\n  page_title: {type: string}\n  page_id: {type: integer}\n'],
    [
      'impression-over-click',
      'properties:\n  click_count: {type: integer}\n  impression_count: {type: integer}\n',
    ],
    ['units-in-name', described('load_time_ms', 'type: integer')],
    ['date-time-format', described('expiry', 'type: boolean')],
    ['explicit-numeric-bounds', described('score', 'type: number\n    maximum: 1')],
  ])('%s lets %j pass', (rule, body) => {
    expect(find(rule, body)).toEqual([]);
  });

  test('asks nothing of what a fragment brings', () => {
    expect(find('property-description', 'allOf:\n  - $ref: /fragment/old/1.0.0\n')).toEqual([]);
  });
});

describe('parsimony', () => {
  const body =
    'properties:\n  a: {type: string}\n  b: {type: object, properties: {c: {type: string}}}\n  dt: {type: string}\n';
  const useless = (options: Partial<LintInput>) =>
    find('field-serves-no-metric', body, options).map((finding) => finding.params.field);

  test('field-serves-no-metric names each field that serves none', () => {
    expect(useless({ metrics: [] })).toEqual(['a', 'b.c']);
    expect(useless({ metrics: [{ name: 'm', fieldPointers: ['/properties/a'] }] })).toEqual(['b.c']);
    expect(useless({ metrics: [{ name: 'm', fieldPointers: ['b'] }], controlFields: ['a'] })).toEqual([]);
    expect(useless({})).toEqual([]);
  });

  test('metric-without-field names each metric without', () => {
    const metrics = [
      { name: 'Clicks', fieldPointers: ['a'] },
      { name: 'Views', fieldPointers: ['gone'] },
      { name: 'Visits', fieldPointers: [] },
    ];
    expect(find('metric-without-field', body, { metrics }).map((finding) => finding.params.metric)).toEqual([
      'Views',
      'Visits',
    ]);
  });

  test('same-field-in-fragment finds the field under another name', () => {
    const knownFragmentFields = [{ name: 'performer_id', type: 'string', fragment: '/fragment/user/1.0.0' }];
    const schema = 'properties:\n  user_token: {type: string}\n  user_id: {type: integer}\n';
    expect(find('same-field-in-fragment', schema, { knownFragmentFields })).toMatchObject([
      {
        severity: 'warning',
        params: { field: 'user_token', name: 'performer_id', fragment: '/fragment/user/1.0.0' },
      },
    ]);
  });
});

describe('privacy', () => {
  const never = (text: string, options?: Partial<LintInput>) =>
    findWhole('never-collected', text, options).map((finding) => finding.params.field);
  const adopting = `${head}allOf:\n  - $ref: /fragment/contact/1.0.0\nproperties:\n  user_email: {type: string}\n`;

  test('never-collected is an error', () => {
    expect(find('never-collected', 'properties:\n  user_email: {type: string}\n')).toMatchObject([
      { severity: 'error', path: '/properties/user_email', line: 6, params: { kind: 'email', by: 'name' } },
    ]);
  });

  test('a new schema answers for what its fragments bring', () => {
    expect(never(adopting)).toEqual(['phone_number', 'user_email']);
  });

  test('a next version answers for what it adds only', () => {
    const old = { isNewSchema: false, newFieldPointers: new Set(['/properties/user_email']) };
    expect(never(adopting, old)).toEqual(['user_email']);
    expect(never(adopting, { isNewSchema: false, newFieldPointers: null })).toEqual(['user_email']);
  });

  test('personal-data proposes', () => {
    expect(find('personal-data', 'properties:\n  session_id: {type: string}\n')).toMatchObject([
      { severity: 'info', params: { field: 'session_id', category: 'session-identifier', proposal: 'hash' } },
    ]);
  });
});

test('personal-data reads the example', () => {
  const body = `properties:
  peers:
    type: array
    items: {type: string}
  agent: {type: object, properties: {said: {type: string}}}
examples:
  - peers: [192.0.2.7]
    agent: {said: Mozilla/5.0 (X11)}
`;
  expect(find('personal-data', body).map((finding) => finding.params)).toEqual([
    {
      field: 'peers',
      category: 'network-identifier',
      proposal: 'purge',
      reason: 'its example is an IP address',
    },
    { field: 'agent.said', category: 'user-agent', proposal: 'purge', reason: 'its example is a user agent' },
  ]);
});

describe('places', () => {
  test('what a fragment brings is marked at the reference that brings it', () => {
    const text = `${head}allOf:\n  - $ref: /fragment/old/1.0.0\n  - $ref: /fragment/contact/1.0.0\n`;
    const [finding] = findingsOf('never-collected', lintInput(text, { lookup: fragmentLookup }));
    expect([finding?.subject, finding?.path, finding?.range?.start.line]).toEqual([
      'materialized',
      '/properties/phone_number',
      7,
    ]);
  });

  test('what a fragment says at the top of the schema is not this schema’s', () => {
    expect(find('no-additional-properties', 'allOf:\n  - $ref: /fragment/open/1.0.0\n')).toEqual([]);
  });

  test('5,000 fields are checked, each with its own findings', () => {
    const fields = Array.from({ length: 5000 }, (_, index) => `  f_${index}: {type: integer, minimum: 0}\n`);
    const input = lintInput(`${head}properties:\n${fields.join('')}`);
    const findings = lintSchema(input).filter((finding) => finding.rule === 'property-description');
    expect(findings.map((finding) => finding.range?.start.line)).toEqual(fields.map((_, index) => index + 6));
  });

  test('findings come in the order of the text', () => {
    const input = lintInput(`${head}properties:\n  bB: {type: strng}\n  aA: {type: array}\n`);
    const lines = lintSchema(input).map((finding) => finding.range?.start.line ?? 0);
    expect(lines).toEqual([...lines].sort((left, right) => left - right));
  });

  test('a schema that cannot be materialized still hears of its source', () => {
    const input = lintInput(
      `${head}allOf:\n  - $ref: /fragment/gone/latest\nproperties:\n  aB: {type: string}\n`,
    );
    expect(input.materialized).toBeNull();
    expect(lintSchema(input).map((finding) => finding.rule)).toEqual([
      'ref-pinned',
      'schema-snake-case-properties',
    ]);
  });
});

describe('never-collected', () => {
  test.each([
    ['a branch', 'oneOf: [{type: object, properties: {email: {type: string}}, required: []}]\n'],
    [
      'a branch of a field',
      'properties: {x: {type: object, anyOf: [{properties: {email: {type: string}}}]}}\n',
    ],
    ['what follows from a condition', 'if: {}\nthen: {properties: {email: {type: string}}}\n'],
    ['an item of a list', 'properties: {x: {type: array, items: [{properties: {email: {type: string}}}]}}\n'],
    ['a value under a pattern', 'properties: {x: {patternProperties: {a: {properties: {email: {}}}}}}\n'],
    ['a name and nothing more', 'properties: {email: true}\n'],
    [
      'the description of map values',
      'properties: {m: {type: object, additionalProperties: {type: string, description: The e-mail address}}}\n',
    ],
    ['several of them', 'properties: {phones: {type: array, items: {type: string}}}\n'],
  ])('sees %s', (_, body) => {
    expect(find('never-collected', body)).toMatchObject([{ severity: 'error' }]);
  });
});
