import type { Json, JsonObject } from '../json';
import { isJsonObject } from '../json';
import { fail, type Reader, report, type SourceNode, scalarNode, Unreadable } from './reader';

/** More merged keys than this are an attack, not a schema; js-yaml draws the same line. */
const MAX_MERGED_KEYS = 10_000;
/** A text whose aliases stand for more nodes than this is refused: whoever walks the value would not come back. */
const MAX_NODES = 300_000;

/** A mapping while it is read. `merged` are the keys that came from `<<` and may be overridden once, if any did. */
export interface MappingDraft {
  node: SourceNode;
  value: JsonObject;
  merged: Set<string> | null;
}

export function startMapping(start: number): MappingDraft {
  const value: JsonObject = {};
  const node: SourceNode = {
    start,
    end: start,
    value,
    kind: 'mapping',
    plain: null,
    members: new Map(),
    items: null,
    weight: 1,
  };
  return { node, value, merged: null };
}

/** Counts a child to its parent, and stops where aliases multiply without bound. */
export function addWeight(parent: SourceNode, child: SourceNode): void {
  parent.weight += child.weight;
  if (parent.weight > MAX_NODES) {
    throw new Unreadable({
      rule: 'alias-expansion',
      start: child.start,
      end: child.end,
      params: { limit: MAX_NODES },
    });
  }
}

export interface Pair {
  key: SourceNode | null;
  value: SourceNode | null;
}

/** Stores a pair as js-yaml does: keys become strings, `<<` merges, a key that stands twice is a problem. */
export function storePair(reader: Reader, draft: MappingDraft, pair: Pair): void {
  const at = reader.position;
  const value = pair.value ?? scalarNode({ start: pair.key?.end ?? at, end: pair.key?.end ?? at }, null);
  if (pair.key?.plain === '<<') {
    mergeInto(reader, draft, value);
    return;
  }
  const name = keyName(reader, pair.key);
  const start = pair.key?.start ?? value.start;
  const key = { start, end: pair.key?.end ?? start };
  if (name in Object.prototype) report(reader, { rule: 'reserved-name', ...key, params: { name } });
  // A key of this name would set the prototype of every copy that is made of the value.
  if (name === '__proto__') return;
  if (Object.hasOwn(draft.value, name) && !draft.merged?.has(name)) {
    report(reader, { rule: 'duplicate-key', ...key, params: { name } });
    return;
  }
  draft.merged?.delete(name);
  // The value was read for this key alone: an alias is a node of its own.
  value.key = key;
  setMember(draft, name, value);
}

function setMember(draft: MappingDraft, name: string, node: SourceNode): void {
  draft.value[name] = node.value;
  draft.node.members?.set(name, node);
  addWeight(draft.node, node);
}

function keyName(reader: Reader, key: SourceNode | null): string {
  if (!key) return 'null';
  if (key.kind !== 'scalar') return fail(reader, 'key-not-a-scalar', key);
  return String(key.value);
}

function mergeInto(reader: Reader, draft: MappingDraft, source: SourceNode): void {
  const nodes = source.kind === 'sequence' ? (resolved(source).items ?? []) : [source];
  if (nodes.length > 100) fail(reader, 'merge-too-large', source);
  for (const node of nodes) {
    const mapping = resolved(node);
    if (!isJsonObject(mapping.value)) fail(reader, 'merge-not-a-mapping', node);
    countMerged(reader, node);
    // The order of the value's own keys decides, which for numbers is not the order of the text.
    for (const name of Object.keys(mapping.value as JsonObject)) {
      countMerged(reader, node);
      if (Object.hasOwn(draft.value, name)) continue;
      const member = mapping.members?.get(name);
      if (!member) continue;
      setMember(draft, name, member);
      draft.merged ??= new Set();
      draft.merged.add(name);
    }
  }
}

function countMerged(reader: Reader, node: SourceNode): void {
  reader.mergedKeys += 1;
  if (reader.mergedKeys > MAX_MERGED_KEYS) fail(reader, 'merge-too-large', node);
}

/** The node that holds the members: the anchored one where this is an alias. */
export function resolved(node: SourceNode): SourceNode {
  return node.target ?? node;
}

/** A sequence while it is read. */
export function startSequence(start: number): SourceNode & { items: SourceNode[]; value: Json[] } {
  return {
    start,
    end: start,
    value: [],
    kind: 'sequence',
    plain: null,
    members: null,
    items: [],
    weight: 1,
  };
}

export function pushItem(
  reader: Reader,
  sequence: ReturnType<typeof startSequence>,
  item: SourceNode | null,
): void {
  const node = item ?? scalarNode({ start: reader.position, end: reader.position }, null);
  sequence.items.push(node);
  sequence.value.push(node.value);
  addWeight(sequence, node);
}
