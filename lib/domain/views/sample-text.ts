import { type PatternNode, parsePattern } from '../regex/parse-pattern';
import type { Json, JsonObject } from '../schema/json';
import { matchPattern } from '../validate/pattern';

/** Longer texts are not made: an example is there to be read. */
const maxSampleLength = 10_000;

const formatSamples = new Map<string, string>([
  ['date-time', '2024-02-29T12:00:00.000Z'],
  ['date', '2024-02-29'],
  ['time', '12:00:00Z'],
  ['uri', 'https://example.org/path'],
  ['uri-reference', '/path'],
  ['uri-template', '/path/{id}'],
  ['url', 'https://example.org/path'],
  ['email', 'someone@example.org'],
  ['hostname', 'www.example.org'],
  ['ipv4', '192.0.2.1'],
  ['ipv6', '2001:db8::1'],
  ['uuid', '3f2b9c1e-5d4a-4b6f-8a7c-1d2e3f4a5b6c'],
  ['json-pointer', '/path'],
  ['json-pointer-uri-fragment', '#/path'],
  ['relative-json-pointer', '0'],
  ['regex', '[a-z]'],
]);

/** A text for a string schema, valid where one was found: format before pattern, pattern before length. */
export function sampleText(schema: JsonObject): string {
  const { format, pattern } = schema;
  const least = count(schema['minLength']) ?? 0;
  const most = Math.min(count(schema['maxLength']) ?? maxSampleLength, maxSampleLength);
  if (typeof pattern === 'string') {
    const text = sampleOfPattern(pattern, least, most);
    if (text !== null) return text;
  }
  const sample = typeof format === 'string' ? formatSamples.get(format) : undefined;
  if (sample !== undefined) return sample;
  return textOfLength(Math.max(Math.min('text'.length, most), least));
}

/** A plain text of that many characters, but not more than `most`. */
export function textOfLength(length: number, most = maxSampleLength): string {
  const wanted = Math.max(0, Math.min(length, most));
  return 'text'.repeat(Math.ceil(wanted / 4)).slice(0, wanted);
}

function count(value: Json | undefined): number | null {
  return typeof value === 'number' && value >= 0 ? Math.floor(value) : null;
}

/** A text that matches the pattern and has a length in the range; null where none was found. */
function sampleOfPattern(pattern: string, least: number, most: number): string | null {
  const node = parsePattern(pattern);
  if (node === null) return null;
  for (const extra of [0, 1, 2, 4, 8, 16, 32, 64, 128, least]) {
    const text = write(node, extra, { left: maxSampleLength });
    if (text.length < least || text.length > most) continue;
    if (matchPattern(pattern, text) === 'match') return text;
  }
  return null;
}

/** Writes the shortest text of a pattern, with `extra` more repetitions wherever it may repeat. */
function write(node: PatternNode, extra: number, budget: { left: number }): string {
  if (budget.left <= 0) return '';
  switch (node.kind) {
    case 'set':
      budget.left -= 1;
      return String.fromCharCode(pleasantUnit(node.set));
    case 'sequence':
      return node.parts.map((part) => write(part, extra, budget)).join('');
    case 'choice':
      return node.branches[0] === undefined ? '' : write(node.branches[0], extra, budget);
    case 'repeat': {
      let text = '';
      const times = Math.min(node.max, node.min + extra);
      for (let index = 0; index < times && budget.left > 0; index += 1) {
        budget.left -= 1;
        text += write(node.body, extra, budget);
      }
      return text;
    }
    case 'assertion':
      return '';
  }
}

/** A letter or digit of the set where it has one, else its first printable character. */
function pleasantUnit(set: readonly (readonly [number, number])[]): number {
  for (const wanted of [0x61, 0x30, 0x41, 0x20]) {
    const interval = set.find(([from, to]) => to >= wanted && from <= wanted + 25);
    if (interval !== undefined) return Math.max(interval[0], wanted);
  }
  return set.find(([, to]) => to >= 0x21)?.[0] ?? set[0]?.[0] ?? 0x61;
}
