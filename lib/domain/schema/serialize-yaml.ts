import { isJsonObject, type Json, type JsonObject } from './json';
import { compareKeys } from './key-order';
import type { SharedParts } from './shared-parts';
import { writeString } from './yaml/write-string';

/** A key that is written longer than this stands on a line of its own after `?`. */
const MAX_IMPLICIT_KEY = 1024;

/** How a value is written: which instances stand in it twice, which of them are done, in which order keys come. */
interface Writing {
  numbers: Map<Json, number>;
  written: Set<Json>;
  shared: SharedParts | null;
  /** Null: as they stand in the value. */
  order: ((a: string, b: string) => number) | null;
}

/**
 * Writes a value as YAML byte for byte as jsonschema-tools 1.3.0 does with js-yaml 3 (conformance.md A4).
 * An object or list that stands in the value twice, as the same instance, is written once with an anchor.
 */
export function serializeYaml(value: Json, shared: SharedParts | null = null): string {
  const numbers = findRepeats(value, shared);
  const writing: Writing = { numbers, written: new Set(), shared, order: compareKeys };
  return `${writeNode(value, { level: 0, compact: true, writing })}\n`;
}

/** Writes a value for a place in a source: keys in their own order, every instance in full, no final break. */
export function writeInSource(value: Json): string {
  return writeNode(value, {
    level: 0,
    compact: true,
    writing: { numbers: new Map(), written: new Set(), shared: null, order: null },
  });
}

/** Anchors are numbered in the order in which the second sight of each instance comes. */
function findRepeats(value: Json, shared: SharedParts | null): Map<Json, number> {
  const seen = new Set<Json>();
  const repeats = new Map<Json, number>();
  const visit = (node: Json): void => {
    if (typeof node !== 'object' || node === null) return;
    // A shared part stands in a schema once, and nothing in it stands twice.
    if (shared?.parts.has(node)) return;
    if (seen.has(node)) {
      if (!repeats.has(node)) repeats.set(node, repeats.size);
      return;
    }
    seen.add(node);
    for (const child of Array.isArray(node) ? node : Object.values(node)) visit(child);
  };
  visit(value);
  return repeats;
}

function writeNode(value: Json, frame: Frame): string {
  const { level, writing } = frame;
  if (typeof value === 'string') return writeString(value, level, false);
  if (typeof value === 'number') return writeNumber(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const { shared } = writing;
  if (shared?.parts.has(value)) return writePart(value, frame, shared);
  const number = writing.numbers.get(value);
  if (number === undefined) return writeCollection(value, frame);
  if (writing.written.has(value)) return `*ref_${number}`;
  writing.written.add(value);
  const written = writeCollection(value, { ...frame, compact: false });
  return written.startsWith('\n') ? `&ref_${number}${written}` : `&ref_${number} ${written}`;
}

function writePart(part: Json[] | JsonObject, frame: Frame, { texts }: SharedParts): string {
  if (frame.compact) return writeCollection(part, frame);
  const known = texts.get(part) ?? [];
  texts.set(part, known);
  known[frame.level] ??= writeCollection(part, frame);
  return known[frame.level] as string;
}

function writeNumber(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  const text = String(value);
  return Number.isInteger(value) ? text : text.replace(/^([-+]?[0-9]+)e/, '$1.e');
}

function writeCollection(value: Json[] | JsonObject, frame: Frame): string {
  if (isJsonObject(value)) {
    const keys = Object.keys(value);
    return keys.length === 0 ? '{}' : writeMapping(value, keys, frame);
  }
  return (value as Json[]).length === 0 ? '[]' : writeSequence(value as Json[], frame);
}

interface Frame {
  level: number;
  /** Whether the first entry stays on the line of its parent's indicator. */
  compact: boolean;
  writing: Writing;
}

function lineStart(level: number): string {
  return `\n${'  '.repeat(level)}`;
}

function writeSequence(items: Json[], { level, compact, writing }: Frame): string {
  let result = '';
  items.forEach((item, index) => {
    if (!compact || index > 0) result += lineStart(level);
    const written = writeNode(item, { level: level + 1, compact: true, writing });
    result += written.startsWith('\n') ? `-${written}` : `- ${written}`;
  });
  return result;
}

function writeMapping(value: JsonObject, keys: string[], { level, compact, writing }: Frame): string {
  let result = '';
  const ordered = writing.order ? keys.sort(writing.order) : keys;
  ordered.forEach((key, index) => {
    if (!compact || index > 0) result += lineStart(level);
    const name = writeString(key, level + 1, true);
    const explicit = name.length > MAX_IMPLICIT_KEY;
    result += explicit ? `? ${name}${lineStart(level)}` : name;
    const written = writeNode(value[key] as Json, { level: level + 1, compact: explicit, writing });
    result += written.startsWith('\n') ? `:${written}` : `: ${written}`;
  });
  return result;
}
