import { END, isBlankOrBreak, isFlowIndicator } from './characters';
import { readBlockScalar } from './block-scalar';
import { readBlockMapping, readBlockSequence, readFlowCollection } from './collections';
import {
  codeAt,
  type ComposeOptions,
  current,
  fail,
  type Reader,
  type SourceNode,
  scalarNode,
  skipSeparation,
  Unreadable,
} from './reader';
import { readPlain, readQuoted } from './scalars';
import { giveType } from './typed-scalar';

/** No schema nests this deep; a text that does is refused before it exhausts the stack. */
const MAX_DEPTH = 200;

/** The tag and anchor before a node. `start` is where the first of them stands. */
interface Properties {
  tag: string | null;
  anchor: string | null;
  start: number;
}

/** What is known of the place where a node may start. */
interface Place {
  indent: -1 | 0 | 1;
  newLine: boolean;
  collections: boolean;
}

/** Reads the node at the position; null where there is none. */
export function compose(reader: Reader, options: ComposeOptions): SourceNode | null {
  reader.depth += 1;
  if (reader.depth > MAX_DEPTH) {
    const start = reader.position;
    throw new Unreadable({ rule: 'too-deep', start, end: start + 1, params: { limit: MAX_DEPTH } });
  }
  const block = options.context === 'block-in' || options.context === 'block-out';
  const place: Place = { indent: 1, newLine: false, collections: block };
  if (options.seek) seek(reader, options, place);
  const properties = place.indent === 1 ? readProperties(reader, options, place) : none(reader);
  const node = readContent(reader, options, { ...place, ...properties });
  reader.depth -= 1;
  // With a line break after the anchor, js-yaml 3 loses the value and gives aliases an empty mapping.
  if (node && place.collections && properties.anchor !== null && !isBlockCollection(reader, node))
    fail(reader, 'anchor-on-other-line', { start: properties.start });
  return finish(reader, node, properties);
}

function isBlockCollection(reader: Reader, node: SourceNode): boolean {
  const first = codeAt(reader, node.start);
  return node.kind !== 'scalar' && !node.target && first !== 0x5b && first !== 0x7b;
}

function seek(reader: Reader, options: ComposeOptions, place: Place): boolean {
  if (skipSeparation(reader, true) === 0) return false;
  place.newLine = true;
  place.indent = Math.sign(reader.lineIndent - options.parentIndent) as -1 | 0 | 1;
  return true;
}

function none(reader: Reader): Properties {
  return { tag: null, anchor: null, start: reader.position };
}

function readProperties(reader: Reader, options: ComposeOptions, place: Place): Properties {
  const properties = none(reader);
  const block = place.collections;
  while (readTag(reader, properties) || readAnchor(reader, properties)) {
    place.collections = seek(reader, options, place) && block;
  }
  return properties;
}

function readName(reader: Reader): string {
  const start = reader.position;
  while (current(reader) !== END && !isBlankOrBreak(current(reader)) && !isFlowIndicator(current(reader)))
    reader.position += 1;
  return reader.text.slice(start, reader.position);
}

function readTag(reader: Reader, properties: Properties): boolean {
  if (current(reader) !== 0x21) return false;
  const start = reader.position;
  if (properties.tag !== null) fail(reader, 'two-tags');
  properties.tag = readName(reader);
  if (isFlowIndicator(current(reader))) fail(reader, 'space-after-tag');
  if (!knownTags.has(properties.tag)) {
    const params = { tag: properties.tag };
    throw new Unreadable({ rule: 'unsupported-tag', start, end: reader.position, params });
  }
  return true;
}

function readAnchor(reader: Reader, properties: Properties): boolean {
  if (current(reader) !== 0x26) return false;
  if (properties.anchor !== null) fail(reader, 'two-anchors');
  reader.position += 1;
  properties.anchor = readName(reader);
  if (properties.anchor === '') fail(reader, 'anchor-without-name');
  // Until the node is read, an alias of this name is an alias of something that holds it.
  reader.anchors.set(properties.anchor, null);
  return true;
}

/** What a tag asks of its node; `!` only says that a scalar is a string. */
const knownTags = new Map<string, (node: SourceNode) => boolean>([
  ['!', () => true],
  ['!!str', (node) => typeof node.value === 'string'],
  ['!!map', (node) => node.kind === 'mapping'],
  ['!!seq', (node) => node.kind === 'sequence'],
  ['!!int', (node) => Number.isInteger(node.value)],
  ['!!float', (node) => typeof node.value === 'number'],
  ['!!bool', (node) => typeof node.value === 'boolean'],
  ['!!null', (node) => node.value === null],
]);

function readContent(reader: Reader, options: ComposeOptions, place: Place & Properties): SourceNode | null {
  const { context, parentIndent } = options;
  const inFlow = context === 'flow-in' || context === 'flow-out';
  const collections = place.collections && (place.newLine || options.compact);
  const blockIndent = reader.position - reader.lineStart;
  if (place.indent === 0)
    return context === 'block-out' && collections ? readBlockSequence(reader, blockIndent) : null;
  if (place.indent < 0) return null;
  const flowIndent = inFlow ? parentIndent : parentIndent + 1;
  const collection =
    (collections &&
      (readBlockSequence(reader, blockIndent) ?? readBlockMapping(reader, blockIndent, flowIndent))) ||
    readFlowCollection(reader, flowIndent);
  if (collection) return collection;
  return (
    (inFlow ? null : readBlockScalar(reader, flowIndent)) ??
    readQuoted(reader) ??
    readAlias(reader, place) ??
    typed(reader, readPlain(reader, flowIndent, context === 'flow-in'), place.tag)
  );
}

function readAlias(reader: Reader, properties: Properties): SourceNode | null {
  if (current(reader) !== 0x2a) return null;
  const start = reader.position;
  reader.position += 1;
  const name = readName(reader);
  const end = reader.position;
  if (properties.tag !== null || properties.anchor !== null)
    fail(reader, 'alias-with-properties', { start, end });
  const target = reader.anchors.get(name);
  if (target === undefined) fail(reader, 'unknown-alias', { start, end });
  if (!target) return fail(reader, 'cyclic-alias', { start, end });
  skipSeparation(reader, true);
  const { value, kind, weight } = target;
  return {
    start,
    end,
    value,
    kind,
    plain: null,
    members: null,
    items: null,
    weight,
    target: target.target ?? target,
  };
}

/** A tag may say that a plain scalar is a text, whatever it looks like. */
function typed(reader: Reader, node: SourceNode | null, tag: string | null): SourceNode | null {
  if (!node) return null;
  if (tag !== '!' && tag !== '!!str') giveType(reader, node);
  // Then `<<` is a text as well, and merges nothing.
  else node.plain = null;
  return node;
}

function finish(reader: Reader, node: SourceNode | null, properties: Properties): SourceNode | null {
  const { tag, anchor, start } = properties;
  if (tag === null && anchor === null) return node;
  // What an alias of nothing means depends on the lines around it: upstream makes a list of some.
  if (anchor !== null && !node) fail(reader, 'anchor-without-value', { start });
  const result = node ?? scalarNode({ start, end: reader.position }, tag === '!!str' ? '' : null);
  if (tag !== null && node && !knownTags.get(tag)?.(result)) {
    throw new Unreadable({ rule: 'unsupported-tag', start, end: result.end, params: { tag } });
  }
  if (anchor !== null) reader.anchors.set(anchor, result);
  return result;
}
