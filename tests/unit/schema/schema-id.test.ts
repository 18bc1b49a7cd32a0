import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listRefs } from '@/lib/domain/schema/refs';
import {
  coerceVersion,
  compareVersions,
  isFragmentTitle,
  isValidTitle,
  parseSchemaId,
  toSchemaId,
} from '@/lib/domain/schema/schema-id';

describe('parseSchemaId', () => {
  test('splits title and version, and is undone by toSchemaId', () => {
    expect(parseSchemaId('/a/b/1.2.3')).toEqual({ title: 'a/b', version: '1.2.3' });
    expect(toSchemaId('a/b', '1.2.3')).toBe('/a/b/1.2.3');
  });

  test.each(['a/1.0.0', '/1.0.0', '/a/1.0', '/a/latest', '/../1.0.0', '/a//1.0.0', '/a/v1.0.0', '', '/'])(
    '%j is no id',
    (id) => {
      expect(parseSchemaId(id)).toBeNull();
    },
  );
});

describe('isValidTitle', () => {
  test.each([
    'a',
    'analytics/button/click',
    'mediawiki/page/properties-change',
    'a.b/c_1',
    'latest_a/1.0',
    'a1.0.0',
  ])('%s is one', (title) => {
    expect(isValidTitle(title)).toBe(true);
  });

  test.each([
    '',
    '/a',
    'a/',
    'a//b',
    '..',
    'a/../b',
    '.git/a',
    'a b',
    'a\nb',
    'a\0',
    'é',
    '-rf',
    'a/latest',
    'current/a',
    'a/1.0.0/b',
    'a/1.0.0.yaml',
    'a/latest.json',
    'a'.repeat(256),
  ])('%j is none', (title) => {
    expect(isValidTitle(title)).toBe(false);
  });

  test('one never leaves its directory', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '.', '/', '\\', '-') }), (title) => {
        if (isValidTitle(title)) expect(new URL(`file:///root/${title}`).pathname).toBe(`/root/${title}`);
      }),
    );
  });
});

test('fragments are told by their title', () => {
  expect(isFragmentTitle('fragment/common')).toBe(true);
  expect(isFragmentTitle('fragments/common')).toBe(false);
});

describe('versions', () => {
  test('are ordered by number', () => {
    expect(['1.10.0', '1.9.0', 'x', '2.0.0', '1.9.1'].sort(compareVersions)).toEqual([
      'x',
      '1.9.0',
      '1.9.1',
      '1.10.0',
      '2.0.0',
    ]);
  });

  test.each([
    ['/a/b/2.0.0-beta.1', '2.0.0'],
    ['1.2', '1.2.0'],
    ['/a/1.0.0/', '1.0.0'],
    ['/a/latest', null],
    ['/a1/b', null],
  ])('%s is coerced to %s', (field, version) => {
    expect(coerceVersion(field)).toBe(version);
  });
});

describe('listRefs', () => {
  test('lists the schemas that are referred to, once, in order', () => {
    const schema = {
      allOf: [{ $ref: '/b/1.0.0#' }, { $ref: '/a/1.0.0#/properties/x' }],
      properties: {
        $ref: { type: 'string' },
        c: { $ref: '#/definitions/c' },
        d: { $ref: '/b/1.0.0' },
        e: { $ref: './#/x' },
      },
      definitions: { c: { $ref: '/c/1.0.0', items: { $ref: '/unseen/1.0.0' } } },
    };
    expect(listRefs(schema)).toEqual(['/b/1.0.0', '/a/1.0.0', '/c/1.0.0']);
  });
});
