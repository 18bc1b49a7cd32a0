import type { TextEdit } from '../../findings/finding';
import type { SchemaSource } from '../types';
import type { SourceNode } from '../yaml/reader';
import {
  afterColon,
  childrenOf,
  dashOf,
  endOf,
  endOfEntry,
  endOfLineBefore,
  isFlow,
  lineStartOf,
  nextLineStart,
  startOf,
  startsLine,
} from './layout';
import { findPlace } from './place';

/** Removes a key with its value, or an item; comments above it stay. */
export function removeNode(source: SchemaSource, pointer: string): TextEdit[] {
  const place = findPlace(source, pointer);
  const holder = place?.holders.at(-1);
  if (!place?.node || !holder) return [];
  const siblings = childrenOf(holder);
  const index = siblings.indexOf(place.node);
  if (index === -1) return [];
  if (isFlow(source, holder)) return removeInFlow(source, { holder, siblings, index });
  // What is merged from elsewhere stays, even where it is all that is left.
  const isLast = siblings.length === 1 && (holder.members?.size ?? 1) === 1;
  if (isLast) return [emptied(source, holder)];
  return [removeInBlock(source, { holder, siblings, index })];
}

/** The child that goes, among those that stay. */
interface Removal {
  holder: SourceNode;
  siblings: SourceNode[];
  index: number;
}

function removeInFlow(source: SchemaSource, { holder, siblings, index }: Removal): TextEdit[] {
  const { text } = source;
  const node = siblings[index] as SourceNode;
  const before = siblings[index - 1];
  const after = siblings[index + 1];
  if (before) return removeBehind(text, endOf(text, before), node);
  if (after) return [{ start: startOf(node), end: startOf(after), text: '' }];
  return [{ start: holder.start, end: holder.end, text: text[holder.start] === '[' ? '[]' : '{}' }];
}

/** The comma before it goes too, but not a comment that stands between. */
function removeBehind(text: string, start: number, node: SourceNode): TextEdit[] {
  const between = /^(\s*),([^#]*#[\s\S]*)$/.exec(text.slice(start, startOf(node)).trimEnd());
  const comment = between?.[2];
  const end = endOf(text, node);
  if (between?.[1] === undefined || comment === undefined) return [{ start, end, text: '' }];
  const comma = start + between[1].length;
  const kept = comma + 1 + comment.length;
  return [
    { start: comma, end: comma + 1, text: '' },
    { start: kept, end, text: '' },
  ];
}

/** Nothing is left of the collection: it stands as `{}` or `[]` after its key. */
function emptied(source: SchemaSource, holder: SourceNode): TextEdit {
  const empty = holder.kind === 'sequence' ? '[]' : '{}';
  const end = endOf(source.text, holder);
  const colon = holder.key ? afterColon(source.text, holder.key.end) : null;
  if (colon === null) return { start: holder.start, end, text: empty };
  const [, behindColon = '', below = ''] =
    /^([^#\r\n]*)([\s\S]*)$/.exec(source.text.slice(colon, holder.start)) ?? [];
  const comments = below.trimEnd();
  const gap = comments.startsWith('#') ? behindColon.slice(behindColon.trimEnd().length) : '';
  return { start: colon, end, text: `${behindColon.trimEnd()} ${empty}${gap}${comments}` };
}

function removeInBlock(source: SchemaSource, { holder, siblings, index }: Removal): TextEdit {
  const { text } = source;
  const node = siblings[index] as SourceNode;
  const entryStart = holder.kind === 'sequence' ? dashOf(text, node, holder) : startOf(node);
  const lineStart = lineStartOf(text, entryStart);
  const after = siblings[index + 1];
  if (!startsLine(text, entryStart) && after) {
    // The first entry stands on the line of a dash: the next one moves up to it.
    const next = holder.kind === 'sequence' ? dashOf(text, after, holder) : startOf(after);
    return { start: entryStart, end: next, text: '' };
  }
  const lineEnd = endOfEntry(text, node);
  const next = nextLineStart(text, lineEnd);
  if (next !== null) return { start: lineStart, end: next, text: '' };
  return { start: endOfLineBefore(text, lineStart), end: lineEnd, text: '' };
}
