import { END, isBlank, isBlankOrBreak } from './characters';
import { pushItem, startMapping, startSequence, storePair, type MappingDraft, type Pair } from './mapping';
import { readSimpleEntry, readSimpleItem } from './simple-lines';
import { codeAt, current, fail, type Reader, type SourceNode, scalarNode, skipSeparation } from './reader';

/** Reads `- item` lines; null where no such line starts here. */
export function readBlockSequence(reader: Reader, indent: number): SourceNode | null {
  if (!atDash(reader)) return null;
  const sequence = startSequence(reader.position);
  while (atDash(reader)) {
    const simple = readSimpleItem(reader, indent);
    if (simple !== null) {
      pushItem(reader, sequence, simple);
      sequence.end = simple.end;
      if (reader.lineIndent < indent) break;
      continue;
    }
    reader.position += 1;
    const afterDash = scalarNode({ start: reader.position, end: reader.position }, null);
    if (skipSeparation(reader, true) > 0 && reader.lineIndent <= indent) {
      pushItem(reader, sequence, afterDash);
      continue;
    }
    const line = reader.line;
    const item = reader.compose(reader, {
      parentIndent: indent,
      context: 'block-in',
      seek: false,
      compact: true,
    });
    pushItem(reader, sequence, item ?? afterDash);
    sequence.end = Math.max(sequence.end, item?.end ?? reader.position);
    skipSeparation(reader, true);
    if ((reader.line === line || reader.lineIndent > indent) && current(reader) !== END)
      fail(reader, 'bad-indentation');
    if (reader.lineIndent < indent) break;
  }
  return sequence;
}

function atDash(reader: Reader): boolean {
  return current(reader) === 0x2d && isBlankOrBreak(codeAt(reader, reader.position + 1));
}

interface BlockMapping {
  start: number;
  /** Null until a key was read: most of what could be a mapping is a scalar. */
  draft: MappingDraft | null;
  indent: number;
  flowIndent: number;
  key: SourceNode | null;
  /** A `?` was read and its `:` is still to come. */
  explicit: boolean;
  detected: boolean;
}

/** What a look at one entry of a block mapping found. */
type EntryStart =
  | { kind: 'value'; compact: boolean }
  | { kind: 'end' }
  | { kind: 'scalar'; node: SourceNode };

/** Reads `key: value` lines; where only a scalar stands, that scalar; null where nothing starts here. */
export function readBlockMapping(reader: Reader, indent: number, flowIndent: number): SourceNode | null {
  const start = reader.position;
  const state: BlockMapping = {
    start,
    draft: null,
    indent,
    flowIndent,
    key: null,
    explicit: false,
    detected: false,
  };
  while (current(reader) !== END) {
    const line = reader.line;
    const simple = readSimpleEntry(reader, indent);
    if (simple !== null) {
      beginEntry(reader, state, simple.key);
      if (simple.value === null) readEntryValue(reader, state, false);
      else store(reader, state, simple.value);
      if (reader.lineIndent > indent && current(reader) !== END) fail(reader, 'bad-indentation');
      if (reader.lineIndent < indent) break;
      continue;
    }
    const entry = readEntryStart(reader, state);
    if (entry.kind === 'scalar') return entry.node;
    if (entry.kind === 'end') break;
    if (reader.line === line || reader.lineIndent > indent) readEntryValue(reader, state, entry.compact);
    if (reader.lineIndent > indent && current(reader) !== END) fail(reader, 'bad-indentation');
    if (reader.lineIndent < indent) break;
  }
  if (state.explicit) store(reader, state, null);
  return state.detected ? draftOf(state).node : null;
}

function draftOf(state: BlockMapping): MappingDraft {
  state.draft ??= startMapping(state.start);
  return state.draft;
}

function readEntryStart(reader: Reader, state: BlockMapping): EntryStart {
  const code = current(reader);
  const marked = (code === 0x3f || code === 0x3a) && isBlankOrBreak(codeAt(reader, reader.position + 1));
  if (marked) return readExplicitMark(reader, state, code === 0x3f);
  const line = reader.line;
  const start = reader.position;
  const node = reader.compose(reader, {
    parentIndent: state.flowIndent,
    context: 'flow-out',
    seek: false,
    compact: true,
  });
  if (!node) return { kind: 'end' };
  if (reader.line !== line) {
    if (state.detected) fail(reader, 'multiline-key', { start, end: reader.position });
    return { kind: 'scalar', node };
  }
  while (isBlank(current(reader))) reader.position += 1;
  if (current(reader) !== 0x3a) {
    if (state.detected) fail(reader, 'colon-missing', { start, end: node.end });
    return { kind: 'scalar', node };
  }
  reader.position += 1;
  if (!isBlankOrBreak(current(reader))) fail(reader, 'space-after-colon');
  beginEntry(reader, state, node);
  return { kind: 'value', compact: false };
}

function beginEntry(reader: Reader, state: BlockMapping, key: SourceNode | null): void {
  if (state.explicit) store(reader, state, null);
  state.detected = true;
  state.explicit = false;
  state.key = key;
}

function readExplicitMark(reader: Reader, state: BlockMapping, isKey: boolean): EntryStart {
  if (isKey) {
    if (state.explicit) store(reader, state, null);
    state.detected = true;
    state.explicit = true;
  } else if (state.explicit) state.explicit = false;
  else fail(reader, 'key-missing');
  reader.position += 1;
  return { kind: 'value', compact: true };
}

function readEntryValue(reader: Reader, state: BlockMapping, compact: boolean): void {
  const node = reader.compose(reader, {
    parentIndent: state.indent,
    context: 'block-out',
    seek: true,
    compact,
  });
  if (state.explicit) {
    if (node) state.key = node;
  } else store(reader, state, node);
  skipSeparation(reader, true);
}

function store(reader: Reader, state: BlockMapping, value: SourceNode | null): void {
  const draft = draftOf(state);
  storePair(reader, draft, { key: state.key, value });
  const end = value?.end ?? state.key?.end ?? draft.node.end;
  draft.node.end = Math.max(draft.node.end, end);
  state.key = null;
}

/** Reads `[…]` or `{…}`; null where none starts here. */
export function readFlowCollection(reader: Reader, indent: number): SourceNode | null {
  const open = current(reader);
  if (open !== 0x5b && open !== 0x7b) return null;
  const start = reader.position;
  const close = open === 0x5b ? 0x5d : 0x7d;
  const sequence = startSequence(start);
  const draft = startMapping(start);
  reader.position += 1;
  reader.flowDepth += 1;
  for (let expectsEntry = true; current(reader) !== END; ) {
    skipSeparation(reader, true);
    if (current(reader) === close) {
      reader.position += 1;
      reader.flowDepth -= 1;
      const node = open === 0x5b ? sequence : draft.node;
      node.end = reader.position;
      return node;
    }
    if (!expectsEntry) fail(reader, 'comma-missing');
    const { pair, isPair } = readFlowEntry(reader, indent);
    if (open === 0x7b) storePair(reader, draft, pair);
    else pushItem(reader, sequence, isPair ? pairNode(reader, pair) : pair.key);
    skipSeparation(reader, true);
    expectsEntry = current(reader) === 0x2c;
    if (expectsEntry) reader.position += 1;
  }
  return fail(reader, 'bracket-not-closed', { start, end: start + 1 });
}

function readFlowEntry(reader: Reader, indent: number): { pair: Pair; isPair: boolean } {
  const explicit = current(reader) === 0x3f && isBlankOrBreak(codeAt(reader, reader.position + 1));
  if (explicit) {
    reader.position += 1;
    skipSeparation(reader, true);
  }
  const options = { parentIndent: indent, context: 'flow-in', seek: false, compact: true } as const;
  const line = reader.line;
  const key = reader.compose(reader, options);
  skipSeparation(reader, true);
  if (!((explicit || reader.line === line) && current(reader) === 0x3a))
    return { pair: { key, value: null }, isPair: explicit };
  reader.position += 1;
  skipSeparation(reader, true);
  return { pair: { key, value: reader.compose(reader, options) }, isPair: true };
}

/** `[a: b]` is a list of one mapping. */
function pairNode(reader: Reader, pair: Pair): SourceNode {
  const draft = startMapping(pair.key?.start ?? reader.position);
  storePair(reader, draft, pair);
  draft.node.end = pair.value?.end ?? reader.position;
  return draft.node;
}
