import type { Json, JsonObject } from '../schema/json';
import { hasFormat } from '../validate/formats';
import { matchPattern } from '../validate/pattern';
import { sampleText, textOfLength } from '../views/sample-text';
import { isEffortSpent, spendOnPattern } from './effort';
import { ownValue } from './json-equality';

/** Longer texts, and lists of more text altogether, show nothing to anybody. */
export const MAX_TEXT = 100_000;

/** At least one value of every type. */
export const plainValues: readonly Json[] = [
  'text',
  'another text',
  1,
  0,
  -1,
  0.5,
  true,
  false,
  null,
  {},
  [],
  ['text'],
  [1],
];

/** What the schemas name themselves, and numbers and texts on both sides of each of their limits. */
export function scalarValues(schemas: readonly JsonObject[]): Json[] {
  return [...schemas.flatMap(named), ...aroundNumbers(schemas), ...aroundLengths(schemas)];
}

/** The members of a list, as far as they can be tried. */
export function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value.slice(0, 200) : [];
}

/** The limits that schemas give under some keywords, and one less and one more than each. */
export function limitsOf(schemas: readonly JsonObject[], keywords: readonly string[]): number[] {
  return numbersOf(schemas, keywords).flatMap((limit) => [limit, limit - 1, limit + 1]);
}

function numbersOf(schemas: readonly JsonObject[], keywords: readonly string[]): number[] {
  return schemas
    .flatMap((schema) => keywords.map((keyword) => ownValue(schema, keyword)))
    .filter((value) => typeof value === 'number');
}

function textsOf(schemas: readonly JsonObject[], keyword: string): string[] {
  const values = schemas.map((schema) => ownValue(schema, keyword));
  return [...new Set(values.filter((value) => typeof value === 'string'))];
}

function named(schema: JsonObject): Json[] {
  const single = ['const', 'default'].map((keyword) => ownValue(schema, keyword));
  return [
    ...single.filter((value) => value !== undefined),
    ...listOf(schema['enum']),
    ...listOf(schema['examples']),
  ];
}

/** Around each limit, and the nearest multiples of what numbers must be multiples of. */
function aroundNumbers(schemas: readonly JsonObject[]): Json[] {
  const limits = numbersOf(schemas, ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum']);
  const steps = numbersOf(schemas, ['multipleOf']).filter((step) => step > 0);
  const around = limits.flatMap((limit) => [
    limit,
    limit - 1,
    limit + 1,
    limit + 0.5,
    limit - 0.5,
    limit * 2,
  ]);
  const multiples = steps.flatMap((step) => [
    ...[step, step * 2, step * 3, step * 1.5, -step],
    ...around.flatMap((value) => [0, 1, 2].map((more) => (Math.floor(value / step) + more) * step)),
  ]);
  const [first = 1, second = 1] = steps;
  return [...around, ...multiples, first * second].filter(Number.isFinite);
}

function aroundLengths(schemas: readonly JsonObject[]): Json[] {
  const lengths = limitsOf(schemas, ['minLength', 'maxLength']).filter(
    (length) => length >= 0 && length <= MAX_TEXT,
  );
  const texts: Json[] = lengths.map((length) => textOfLength(length, MAX_TEXT));
  for (const pattern of textsOf(schemas, 'pattern')) {
    const sample = sampleText({ pattern });
    const matches = (text: string) => matchPattern(pattern, text) === 'match';
    texts.push(sample, ...lengths.flatMap((length) => textsOfLength(sample, length, matches)));
  }
  for (const format of textsOf(schemas, 'format')) {
    const sample = sampleText({ format });
    const matches = (text: string) => hasFormat(format, text);
    texts.push(sample, '[', ...lengths.flatMap((length) => textsOfLength(sample, length, matches)));
  }
  return texts;
}

/** The sample with characters more or fewer in one place, so that it has the length; none where it was not found. */
function textsOfLength(sample: string, length: number, matches: (text: string) => boolean): string[] {
  const extra = Math.max(0, length - sample.length);
  const spare = Math.max(0, sample.length - length);
  for (let at = sample.length; at >= 0 && !isEffortSpent(); at -= 1) {
    for (const filling of ['a', '0', sample.charAt(at - 1)]) {
      const text = sample.slice(0, at) + filling.repeat(extra) + sample.slice(at + spare);
      if (text.length !== length) continue;
      spendOnPattern(text);
      if (matches(text)) return [text];
    }
  }
  return [];
}

const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(index + 32));

/** Short texts, and texts that a pattern accepts with another character at either end. */
export function textsNearPattern({ pattern }: JsonObject): Json[] {
  if (typeof pattern !== 'string') return [];
  const sample = sampleText({ pattern });
  return ['', ...printable.flatMap((one) => [one, sample.slice(0, -1) + one, one + sample.slice(1)])];
}
