import { describe, expect, test } from 'vitest';
import { emptyQuestion, type Metric, type Question } from '@/lib/domain/question/question';
import {
  canonicalContext,
  canonicalDecisions,
  canonicalFields,
  canonicalRevisionContent,
} from '@/lib/domain/review/revision-content';
import type { Field } from '@/lib/domain/schema/types';

const question: Question = { ...emptyQuestion, question: 'Do readers return?', decision: 'Keep the banner?' };
const metric: Metric = {
  id: 'm1',
  name: 'Return rate',
  definition: 'Share of sessions with a second visit.',
  fieldPointers: ['/properties/b', '/properties/a'],
};
const other: Metric = { id: 'm2', name: 'Clicks', definition: 'Clicks a day.', fieldPointers: [] };
const content = {
  title: 'analytics/x',
  baseVersion: '1.0.0',
  source: 'title: x\n',
  question,
  metrics: [metric, other],
};

const field: Field = {
  pointer: '/properties/a',
  path: 'a',
  name: 'a',
  type: 'string',
  valueType: null,
  description: 'A.',
  required: false,
  format: null,
  pattern: null,
  enum: null,
  const: undefined,
  default: undefined,
  minimum: null,
  maximum: null,
  minLength: null,
  maxLength: null,
  origin: { kind: 'own' },
  depth: 0,
  leaf: true,
};

describe('the content of a revision', () => {
  test.each([
    ['title', { title: 'analytics/y' }],
    ['base', { baseVersion: null }],
    ['source, to the byte', { source: 'title: x\r\n' }],
    ['question', { question: { ...question, sample: '1 %' } }],
    ['metrics', { metrics: [metric] }],
  ])('changes with its %s', (_part, change) => {
    expect(canonicalRevisionContent({ ...content, ...change })).not.toBe(canonicalRevisionContent(content));
  });

  test('has one text, whatever order it is read in', () => {
    const shuffled = Object.fromEntries(Object.entries(question).reverse()) as unknown as Question;
    expect(canonicalRevisionContent({ ...content, question: shuffled, metrics: [other, metric] })).toBe(
      canonicalRevisionContent(content),
    );
  });
});

describe('the question and the metrics', () => {
  const text = canonicalContext(question, [metric, other]);

  test('are the same with other ids, another order and white space around', () => {
    const again = {
      ...metric,
      id: 'm9',
      name: ' Return rate ',
      fieldPointers: ['/properties/a', '/properties/b'],
    };
    expect(canonicalContext({ ...question, decision: 'Keep the banner?\n' }, [other, again])).toBe(text);
  });

  test('change with a word, and with the fields of a metric', () => {
    expect(canonicalContext(question, [{ ...metric, definition: 'Other.' }, other])).not.toBe(text);
    expect(canonicalContext(question, [{ ...metric, fieldPointers: ['/properties/a'] }, other])).not.toBe(
      text,
    );
  });
});

describe('the fields', () => {
  const second = { ...field, pointer: '/properties/b', path: 'b', name: 'b' };

  test('are the same in another order, and when a fragment provides them', () => {
    const moved: Field = { ...field, origin: { kind: 'fragment', uri: '/fragment/x/1.0.0' } };
    expect(canonicalFields([second, moved])).toBe(canonicalFields([field, second]));
  });

  test.each([
    { type: 'integer' },
    { description: 'B.' },
    { required: true },
    { enum: ['x'] },
    { const: null },
    { maxLength: 5 },
  ])('change with %j', (change) => {
    expect(canonicalFields([{ ...field, ...change }])).not.toBe(canonicalFields([field]));
  });
});

describe('the field decisions', () => {
  const decision = {
    pointer: '/properties/a',
    category: 'none',
    identifiesPerson: false,
    action: 'keep' as const,
    reason: 'It is needed.',
    decidedById: 'ann',
  };
  const second = { ...decision, pointer: '/properties/b' };

  test('are the same in another order and when somebody else decided the same', () => {
    expect(canonicalDecisions([second, { ...decision, decidedById: 'bob' }])).toBe(
      canonicalDecisions([decision, second]),
    );
  });

  test.each([
    { action: 'hash' as const },
    { category: 'geography' },
    { identifiesPerson: true },
    { reason: 'Other.' },
  ])('change with %j', (change) => {
    expect(canonicalDecisions([{ ...decision, ...change }])).not.toBe(canonicalDecisions([decision]));
  });
});
