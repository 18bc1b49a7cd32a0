import type { Json, JsonObject } from '../schema/json';
import { appendPointer } from '../schema/pointer';
import { equalJson } from './json-equality';

/** Why jsonschema-tools refuses a pair of versions. */
export type UpstreamProblem =
  | 'removed'
  | 'changed'
  | 'kind-changed'
  | 'required-removed'
  | 'required-changed'
  | 'enum-removed'
  | 'enum-narrowed'
  | 'crash';

/** One place at which upstream's check fails, in the order in which it would meet them. */
export interface UpstreamReason {
  problem: UpstreamProblem;
  /** JSON Pointer in the older schema, whose keys upstream walks. */
  pointer: string;
  before: Json | null;
  after: Json | null;
}

/**
 * The verdict of jsonschema-tools 1.3.0's test `schema-version-compatibility`.
 * `crash` means that its code throws a TypeError instead of judging; its test then fails too.
 */
export interface UpstreamVerdict {
  verdict: 'compatible' | 'incompatible' | 'crash';
  /** `verdict === 'compatible'`. */
  compatible: boolean;
  /** Upstream stops at the first; the others would follow once that is repaired. Empty where compatible. */
  reasons: UpstreamReason[];
}

/** What upstream never looks at, as keyword and, by its mistake, as property name too. */
const allowedToChange: ReadonlySet<string> = new Set(['$id', 'description', 'examples', 'maxLength']);

/**
 * Judges a pair of materialized schemas of one major version exactly as jsonschema-tools 1.3.0 does
 * (lib/tests/compatibility.js), with its mistakes: it walks the older schema's keys only, skips properties named
 * `description`, `examples`, `$id` and `maxLength`, and crashes on a null value or a property named `required` or
 * `enum`. The schemas must not be changed afterwards.
 */
export function judgeAsUpstream(older: JsonObject, newer: JsonObject): UpstreamVerdict {
  const reasons: UpstreamReason[] = [];
  walk(older, newer, { pointer: '', reasons });
  const first = reasons[0];
  const verdict = first === undefined ? 'compatible' : first.problem === 'crash' ? 'crash' : 'incompatible';
  return { verdict, compatible: first === undefined, reasons };
}

type Seen = Json | undefined | ((...values: never[]) => unknown);

/** Values that upstream finds unchanged where they meet themselves, which not every value is. */
const unchanged = new WeakSet<object>();

function walk(older: Json, newer: Seen, at: Pick<KeyStep, 'pointer' | 'reasons'>): void {
  const isSame = older === newer && typeof older === 'object' && older !== null;
  if (isSame && unchanged.has(older)) return;
  const before = at.reasons.length;
  walkInto(older, newer, at);
  if (isSame && at.reasons.length === before) unchanged.add(older);
}

function walkInto(
  older: Json,
  newer: Seen,
  { pointer, reasons }: Pick<KeyStep, 'pointer' | 'reasons'>,
): void {
  const report = (problem: UpstreamProblem) =>
    reasons.push({ problem, pointer, before: older, after: jsonOrNull(newer) });
  if (typeof newer !== typeof older || Array.isArray(newer) !== Array.isArray(older)) {
    report('kind-changed');
  } else if (older === null) {
    report('crash');
  } else if (typeof older !== 'object') {
    if (newer !== older) report('changed');
  } else {
    for (const key of Object.keys(older)) {
      if (allowedToChange.has(key)) continue;
      if (newer === null) {
        report('crash');
        return;
      }
      walkKey({ older, newer: newer as Json[] | JsonObject, key, pointer, reasons });
    }
  }
}

interface KeyStep {
  older: Json[] | JsonObject;
  newer: Json[] | JsonObject;
  key: string;
  pointer: string;
  reasons: UpstreamReason[];
}

function walkKey({ older, newer, key, pointer, reasons }: KeyStep): void {
  const before = readKey(older, key) as Json;
  const after = readKey(newer, key);
  const at = appendPointer(pointer, key);
  if (key === 'required' || key === 'enum') {
    const problem = key === 'required' ? judgeRequired(before, after) : judgeEnum(before, after);
    if (problem !== null) reasons.push({ problem, pointer: at, before, after: jsonOrNull(after) });
  } else if (after === undefined) {
    reasons.push({ problem: 'removed', pointer: at, before, after: null });
  } else {
    walk(before, after, { pointer: at, reasons });
  }
}

function judgeRequired(before: Json, after: Seen): UpstreamProblem | null {
  if (before && !after) return 'required-removed';
  if (!Array.isArray(before) || !Array.isArray(after)) return 'crash';
  const sorted = sortAsTexts(after);
  const sortedBefore = sortAsTexts(before);
  if (sorted === null || sortedBefore === null) return 'crash';
  return equalJson(sorted, sortedBefore) ? null : 'required-changed';
}

/** Sorts as `Array.prototype.sort` does; null where it throws, which a lone entry never makes it do. */
function sortAsTexts(list: readonly Json[]): Json[] | null {
  if (list.length < 2) return [...list];
  const pairs = list.map((value) => ({ value, text: asText(value) }));
  const texts = pairs.flatMap(({ text }) => (text === null ? [] : [text]));
  if (texts.length < pairs.length) return null;
  return pairs
    .sort((left, right) => compareTexts(left.text ?? '', right.text ?? ''))
    .map(({ value }) => value);
}

function compareTexts(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** What `String` makes of a plain value; null where it throws, because the value has a property `toString`. */
function asText(value: Json): string | null {
  if (Array.isArray(value)) {
    const parts = value.map((item) => (item === null ? '' : asText(item)));
    return parts.includes(null) ? null : parts.join(',');
  }
  if (value === null || typeof value !== 'object') return String(value);
  return Object.hasOwn(value, 'toString') ? null : '[object Object]';
}

function judgeEnum(before: Json, after: Seen): UpstreamProblem | null {
  if (before && !after) return 'enum-removed';
  if (!Array.isArray(before)) return 'crash';
  if (before.length === 0) return null;
  if (typeof after === 'string') return judgeEnumText(before, after);
  if (!Array.isArray(after)) return 'crash';
  // Upstream looks for the same instance, which a list or object read from another file never is.
  const isThere = (value: Json) => (value === null || typeof value !== 'object') && after.includes(value);
  return before.every(isThere) ? null : 'enum-narrowed';
}

/** An `enum` that is a text is no schema, but upstream searches in it all the same, until the first miss. */
function judgeEnumText(before: readonly Json[], after: string): UpstreamProblem | null {
  for (const value of before) {
    const text = asText(value);
    if (text === null) return 'crash';
    if (!after.includes(text)) return 'enum-narrowed';
  }
  return null;
}

/** Reads a key as upstream does, with what a plain object inherits (`constructor`, `toString`). */
function readKey(value: Json[] | JsonObject, key: string): Seen {
  if (Object.hasOwn(value, key)) return (value as JsonObject)[key];
  if (Array.isArray(value)) return undefined;
  return (Object.prototype as unknown as Record<string, Seen>)[key];
}

function jsonOrNull(value: Seen): Json | null {
  if (value === undefined || typeof value === 'function') return null;
  return value === (Object.prototype as unknown) ? null : value;
}
