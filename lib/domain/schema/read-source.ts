import type { Finding, Range } from '../findings/finding';
import { isJsonObject, type Json, type JsonObject } from './json';
import { appendPointer } from './pointer';
import type { ReadResult, SchemaSource } from './types';
import { compose } from './yaml/compose';
import { readDocument } from './yaml/document';
import { createLineMap, type LineMap } from './yaml/line-map';
import { createLineReader } from './yaml/line-reader';
import { descend, rememberNodes } from './yaml/source-nodes';
import { type Problem, type Reader, type SourceNode, Unreadable } from './yaml/reader';

/** A source of more UTF-16 code units than this is refused unread: one with 5,000 fields has less than half. */
export const MAX_SOURCE_LENGTH = 2_000_000;

/**
 * Reads a YAML or JSON source with the place of every node. Never throws, whatever the text holds.
 * `source` is null where the text cannot be used at all; then there is an error finding. It may be there
 * together with error findings: a key that stands twice is left at its first value, `__proto__` is left out,
 * a timestamp without quotes becomes the moment it names, as text.
 * The values are those that js-yaml 3 gives, because jsonschema-tools reads with it.
 */
export function readSource(input: string | Uint8Array): ReadResult {
  const text = typeof input === 'string' ? input : decode(input);
  if (text === null) return refused('', { rule: 'invalid-utf8', start: 0, end: 0, params: {} });
  const problem = findObstacle(text);
  if (problem?.rule === 'source-too-large') return refused('', problem);
  return problem === null ? readText(text) : refused(text, problem);
}

/** Reads the value of a text that may be no mapping. Undefined where it is empty, or anything is wrong with it. */
export function readAnyValue(text: string): Json | undefined {
  if (findObstacle(text) !== null) return undefined;
  const reader = createReader(text);
  try {
    const root = readDocument(reader);
    return reader.problems.length === 0 ? root?.value : undefined;
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

/** What keeps a text from being read at all. */
function findObstacle(text: string): Problem | null {
  if (text.length > MAX_SOURCE_LENGTH) {
    const params = { length: text.length, limit: MAX_SOURCE_LENGTH };
    return { rule: 'source-too-large', start: 0, end: 0, params };
  }
  const nul = text.indexOf('\0');
  if (nul === -1) return null;
  return { rule: 'invalid-yaml', start: nul, end: nul + 1, params: { reason: 'control-character' } };
}

/**
 * Gives a reader for those who want values, and seldom places: these are worked out when they are asked for. Findings and
 * values are those of `readSource`. With `shares`, what stands in several texts, letter for letter, is one instance;
 * such values must not be changed. Who edits a text needs `readSource`.
 */
export function createValueReader({ shares }: { shares: boolean }): (text: string) => ReadResult {
  const readLines = createLineReader((part) => {
    const { source, findings } = readSource(part);
    return findings.length === 0 ? (source?.value ?? null) : null;
  }, shares);
  return (text) => {
    const value = text.length > MAX_SOURCE_LENGTH ? null : readLines(text);
    return value === null ? readSource(text) : { source: placedLater(text, value), findings: [] };
  };
}

function placedLater(text: string, value: JsonObject): SchemaSource {
  let placed: SchemaSource | null = null;
  const source = (): SchemaSource | null => {
    placed ??= readSource(text).source;
    return placed;
  };
  return {
    text,
    format: 'yaml',
    value,
    rangeOf: (pointer, part) => {
      const name = part === 'key' ? /^\/([A-Za-z_$][\w$.-]*)$/.exec(pointer)?.[1] : undefined;
      const start = name === undefined ? null : startOfEntry(text, name);
      if (name === undefined || start === null) return source()?.rangeOf(pointer, part) ?? null;
      return createLineMap(text).range(start, start + name.length);
    },
    pointerAt: (offset) => source()?.pointerAt(offset) ?? '',
  };
}

/** What was read line by line has at the start of a line nothing but comments and the outermost keys. */
function startOfEntry(text: string, name: string): number | null {
  if (text.startsWith(`${name}:`)) return 0;
  const before = text.indexOf(`\n${name}:`);
  return before === -1 ? null : before + 1;
}

function decode(bytes: Uint8Array): string | null {
  if (bytes.length > MAX_SOURCE_LENGTH * 3) return ' '.repeat(MAX_SOURCE_LENGTH + 1);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function createReader(text: string): Reader {
  const afterMark = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return {
    text: /[\r\n]$/.test(text) ? `${text}\0` : `${text}\n\0`,
    length: text.length,
    position: afterMark,
    line: 0,
    lineStart: afterMark,
    lineIndent: 0,
    depth: 0,
    flowDepth: 0,
    mergedKeys: 0,
    anchors: new Map(),
    problems: [],
    compose,
  };
}

function readText(text: string): ReadResult {
  const reader = createReader(text);
  try {
    const root = readDocument(reader);
    if (!root || !isJsonObject(root.value)) {
      const end = root?.end ?? 0;
      reader.problems.push({ rule: 'not-a-mapping', start: root?.start ?? 0, end, params: {} });
      return { source: null, findings: toFindings(reader.problems, text, null) };
    }
    const source = createSource(text, root);
    return { source, findings: toFindings(reader.problems, text, source) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { source: null, findings: toFindings([...reader.problems, error.problem], text, null) };
  }
}

function refused(text: string, problem: Problem): ReadResult {
  return { source: null, findings: toFindings([problem], text, null) };
}

function toFindings(problems: Problem[], text: string, source: SchemaSource | null): Finding[] {
  if (problems.length === 0) return [];
  const lines = createLineMap(text);
  return problems.map(({ rule, start, end, params }) => {
    const range = lines.range(start, end);
    const path = source?.pointerAt(start) ?? '';
    const finding: Finding = { rule, severity: 'error', path, range, params };
    if (rule === 'unquoted-timestamp') {
      const quoted = { start, end, text: `'${text.slice(start, end)}'` };
      finding.fix = { label: 'Put the date in quotes', edits: [quoted] };
    }
    return finding;
  });
}

function createSource(text: string, root: SourceNode): SchemaSource {
  let lines: LineMap | null = null;
  const source: SchemaSource = {
    text,
    format: isJson(text) ? 'json' : 'yaml',
    value: root.value as SchemaSource['value'],
    rangeOf: (pointer, part = 'value') => {
      lines ??= createLineMap(text);
      return rangeOf(descend(root, pointer), lines, part);
    },
    pointerAt: (offset) => pointerAt(root, offset),
  };
  rememberNodes(source, root);
  return source;
}

function isJson(text: string): boolean {
  if (!/^\s*\{/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function rangeOf(node: SourceNode | null, lines: LineMap, part: 'key' | 'value'): Range | null {
  if (!node) return null;
  if (part === 'value') return lines.range(node.start, node.end);
  return node.key ? lines.range(node.key.start, node.key.end) : null;
}

/** Children stand in the order of the text, so each level is a binary search. */
function pointerAt(root: SourceNode, offset: number): string {
  let pointer = '';
  let node = root;
  for (;;) {
    const children = childrenOf(node);
    const found = lastStartingBefore(children, offset);
    if (!found || offset > found.node.end) return pointer;
    pointer = appendPointer(pointer, found.segment);
    node = found.node;
  }
}

interface Child {
  segment: string | number;
  node: SourceNode;
}

const orderedChildren = new WeakMap<SourceNode, Child[]>();

function childrenOf(node: SourceNode): Child[] {
  const known = orderedChildren.get(node);
  if (known) return known;
  const children: Child[] = [];
  node.items?.forEach((item, index) => {
    children.push({ segment: index, node: item });
  });
  for (const [segment, member] of node.members ?? []) children.push({ segment, node: member });
  // What was merged from an anchor elsewhere stands outside this node.
  const inside = children.filter((child) => startOf(child.node) >= node.start && child.node.end <= node.end);
  inside.sort((a, b) => startOf(a.node) - startOf(b.node));
  orderedChildren.set(node, inside);
  return inside;
}

function startOf(node: SourceNode): number {
  return node.key?.start ?? node.start;
}

function lastStartingBefore(children: Child[], offset: number): Child | null {
  let low = 0;
  let high = children.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const child = children[middle];
    if (child && startOf(child.node) <= offset) low = middle + 1;
    else high = middle;
  }
  return children[low - 1] ?? null;
}
