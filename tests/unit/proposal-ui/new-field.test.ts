import { describe, expect, test } from 'vitest';
import {
  addNewField,
  checkNewField,
  emptyNewField,
  listParents,
  type NewFieldForm,
  privacyHint,
} from '@/components/proposal/draft/new-field';
import { findFieldRange } from '@/components/proposal/draft/field-place';
import { listFields } from '@/lib/domain/schema/fields';
import { readSource } from '@/lib/domain/schema/read-source';
import type { SchemaSource } from '@/lib/domain/schema/types';

const text = `title: analytics/page/visit
type: object
# what happened
properties:
  action:
    type: string
  page:
    type: object
    properties:
      page_id:
        type: integer
allOf:
  - properties:
      skin:
        type: string
`;

function sourceOf(schema: string): SchemaSource {
  const { source } = readSource(schema);
  if (!source) throw new Error('The schema of the test cannot be read.');
  return source;
}

const source = sourceOf(text);
const fields = listFields(source.value, new Map());
const form = (part: Partial<NewFieldForm>): NewFieldForm => ({
  ...emptyNewField,
  name: 'loading_time_ms',
  description: 'How long the person waited.',
  ...part,
});

describe('checkNewField', () => {
  test('a complete form has no error', () => {
    expect(checkNewField(form({}), fields)).toEqual({});
    expect(checkNewField(form({ kind: 'integer', maximum: '10' }), fields)).toEqual({});
  });

  test.each([
    [{ name: '' }, 'name'],
    [{ name: 'loadTime' }, 'name'],
    [{ name: 'action' }, 'name'],
    [{ name: 'page_id', parentPointer: '/properties/page' }, 'name'],
    [{ description: '  ' }, 'description'],
    [{ kind: 'integer', maximum: '' }, 'maximum'],
    [{ kind: 'integer', maximum: '1.5' }, 'maximum'],
    [{ kind: 'number', minimum: '3', maximum: '2' }, 'maximum'],
    [{ maxLength: '0' }, 'maxLength'],
    [{ kind: 'choice', values: 'one\none\n' }, 'values'],
  ] as const)('%j is refused at %s', (part, key) => {
    expect(Object.keys(checkNewField(form(part), fields))).toEqual([key]);
  });
});

describe('addNewField', () => {
  test('adds the field and leaves comments and layout alone', () => {
    const added = addNewField(source, form({ kind: 'integer', maximum: '600000' }));
    expect(sourceOf(added).value['properties']).toMatchObject({
      action: { type: 'string' },
      loading_time_ms: {
        type: 'integer',
        description: 'How long the person waited.',
        minimum: 0,
        maximum: 600_000,
      },
    });
    expect(added.split('\n').filter((line) => !text.split('\n').includes(line))).toHaveLength(5);
    expect(added).toContain('# what happened');
  });

  test('adds inside a group', () => {
    const added = addNewField(
      source,
      form({ kind: 'choice', name: 'kind', parentPointer: '/properties/page', values: 'article\ntalk' }),
    );
    expect(sourceOf(added).value).toMatchObject({
      properties: { page: { properties: { kind: { type: 'string', enum: ['article', 'talk'] } } } },
    });
  });
});

test('a field can be added to the schema and to its own groups', () => {
  expect(listParents(source, fields).map((parent) => parent.path)).toEqual(['', 'page']);
});

describe('privacyHint', () => {
  test('warns of personal data and forbids what is never collected', () => {
    expect(privacyHint(form({ name: 'user_id' }))?.severity).toBe('privacy');
    expect(privacyHint(form({ name: 'email_address', description: 'Their e-mail address.' }))?.severity).toBe(
      'error',
    );
    expect(privacyHint(form({}))).toBeNull();
  });
});

describe('findFieldRange', () => {
  test('finds a field in the text, also inside a part of an allOf', () => {
    expect(findFieldRange(source, '/properties/action')?.start.line).toBe(5);
    expect(findFieldRange(source, '/properties/skin')?.start.line).toBe(14);
    expect(findFieldRange(source, '/properties/meta')).toBeNull();
  });
});
