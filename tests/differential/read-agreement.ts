import { createRequire } from 'node:module';
import fc from 'fast-check';
import type { Json } from '@/lib/domain/schema/json';
import { readSource } from '@/lib/domain/schema/read-source';
import { anyJson, name, scalar, text } from './schema-arbitraries';

interface JsYaml {
  safeLoad(text: string): unknown;
  safeDump(value: unknown, options?: Record<string, unknown>): string;
}

const require = createRequire(import.meta.url);
export const jsYaml = require('js-yaml') as JsYaml;

/** Rules by which Assent refuses what js-yaml reads. */
const stricter = new Set([
  'reserved-name',
  'unquoted-timestamp',
  'number-not-in-json',
  'tab-indentation',
  'unsupported-tag',
  'too-deep',
  'alias-expansion',
]);
const stricterSyntax = new Set([
  'anchor-without-value',
  'anchor-on-other-line',
  'key-not-a-scalar',
  'cyclic-alias',
  'unknown-directive',
  'directive-without-document',
  'lone-surrogate',
  'bad-hex-escape',
]);

/** Null where both agree on a text, else what is wrong. */
export function disagreementOn(source: string): string | null {
  const ours = readSource(source);
  let theirs: unknown;
  try {
    theirs = jsYaml.safeLoad(source);
  } catch (error) {
    return ours.findings.length > 0 ? null : `js-yaml refuses: ${String(error)}`;
  }
  if (Object.prototype.toString.call(theirs) !== '[object Object]')
    return ours.source === null && ours.findings.length > 0 ? null : 'no mapping, but read';
  if (ours.findings.length > 0) {
    const known = ours.findings.every(
      ({ rule, params }) => stricter.has(rule) || stricterSyntax.has(String(params['reason'])),
    );
    return known ? null : `Assent refuses: ${JSON.stringify(ours.findings)}`;
  }
  return isSame(ours.source?.value, theirs, new Map())
    ? null
    : `read as ${JSON.stringify(ours.source?.value)}, js-yaml as ${JSON.stringify(theirs)}`;
}

/** Same values, same order of keys, same instances in the same places. */
function isSame(a: unknown, b: unknown, twins: Map<unknown, unknown>): boolean {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return Object.is(a, b);
  if (twins.has(a)) return twins.get(a) === b;
  twins.set(a, b);
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.join('\0') !== Object.keys(b).join('\0')) return false;
  return keys.every((key) => isSame((a as never)[key], (b as never)[key], twins));
}

const dumped = fc
  .tuple(
    fc.dictionary(name, anyJson, { maxKeys: 5, noNullPrototype: true }),
    fc.boolean(),
    fc.record({
      indent: fc.constantFrom(1, 2, 3, 4),
      flowLevel: fc.constantFrom(-1, -1, -1, 1, 2),
      lineWidth: fc.constantFrom(80, 40, -1),
      noArrayIndent: fc.boolean(),
    }),
  )
  .map(([value, twice, options]) =>
    jsYaml.safeDump(twice ? { ...value, first: value, again: Object.values(value) } : value, options),
  );

const pieces = fc.constantFrom(
  ...[
    'a',
    'b: ',
    'c:',
    '- ',
    '-',
    '\n',
    '\n',
    '\n  ',
    '\n    ',
    ' ',
    '  ',
    ': ',
    ':',
    '? ',
    ', ',
    '[',
    ']',
    '{',
    '}',
  ],
  ...[
    '"',
    "'",
    '|',
    '>',
    '|-',
    '>+\n',
    '|2\n',
    '#',
    ' # x',
    '&x ',
    '*x',
    '<<: *x',
    '!!str ',
    '!',
    '%YAML 1.2\n',
  ],
  ...[
    '---\n',
    '...\n',
    '\t',
    '012',
    '0x1F',
    '1_000',
    '1:30',
    '.5',
    '~',
    'null',
    'yes',
    'true',
    '2020-01-01',
    '-0',
    '1e3',
  ],
  ...[
    '\\n',
    '\\u00e9',
    '\\',
    '\r\n',
    'é',
    '=',
    '@',
    '`',
    '- a\n- b',
    'k: v\n',
    'k: "v"\n',
    "it's",
    '+.inf',
    '0.',
  ],
);
const random = fc.array(pieces, { minLength: 1, maxLength: 14 }).map((parts) => parts.join(''));

/** A text that was written well, with a small change somewhere. */
const disturbed = fc
  .tuple(
    fc.oneof(
      dumped,
      random.map((part) => `k:\n  ${part}`),
    ),
    fc.nat(),
    fc.nat({ max: 3 }),
    pieces,
  )
  .map(([source, at, length, piece]) => {
    const start = at % (source.length + 1);
    return source.slice(0, start) + piece + source.slice(start + length);
  });

const handWritten = fc
  .array(fc.tuple(name, fc.oneof(scalar.map(String), text)), { maxLength: 5 })
  .map((pairs) => pairs.map(([key, value]) => `${key}: ${value}`).join('\n'));

/** Texts to read: well written, disturbed, and random. */
export const yamlText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: dumped },
  { weight: 4, arbitrary: disturbed },
  { weight: 2, arbitrary: random.map((part) => `a: ${part}`) },
  { weight: 1, arbitrary: random },
  { weight: 1, arbitrary: handWritten },
  { weight: 1, arbitrary: anyJson.map((value: Json) => JSON.stringify({ value }, null, 2)) },
);
