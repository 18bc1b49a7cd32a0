import type { TextEdit } from '../../findings/finding';
import type { SchemaSource } from '../types';
import type { SourceNode } from '../yaml/reader';
import {
  childrenOf,
  dashOf,
  endOf,
  endOfBlankLines,
  endOfEntry,
  endOfLineBefore,
  isFlow,
  keepsBlankLines,
  lineStartOf,
  nextLineStart,
  startOf,
  startsLine,
} from './layout';
import { findPlace } from './place';
import { replaceNode } from './replace-node';

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
  // Nothing is left of the collection: it stands as `{}` or `[]` after its key.
  const target = { node: holder, holders: place.holders.slice(0, -1) };
  if (isLast) return replaceNode(source, target, holder.kind === 'sequence' ? [] : {});
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
  if (before) return removeBehind(text, endOf(text, before), { node, isLast: !after });
  if (after) return [{ start: startOf(node), end: startOf(after), text: '' }];
  return [{ start: holder.start, end: holder.end, text: text[holder.start] === '[' ? '[]' : '{}' }];
}

/** A comma goes too: the one before it, or the one behind it where a comment stands between, which stays. */
function removeBehind(
  text: string,
  start: number,
  { node, isLast }: { node: SourceNode; isLast: boolean },
): TextEdit[] {
  const between = /^(\s*),([^#]*#[\s\S]*)$/.exec(text.slice(start, startOf(node)).trimEnd());
  const [, blanks, comment] = between ?? [];
  const end = endOf(text, node);
  if (blanks === undefined || comment === undefined) return [{ start, end, text: '' }];
  const comma = start + blanks.length;
  const kept = comma + 1 + comment.length;
  if (!isLast) return [{ start: kept, end: text.indexOf(',', end) + 1, text: '' }];
  return [
    { start: comma, end: comma + 1, text: '' },
    { start: kept, end, text: '' },
  ];
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
  const previous = siblings[index - 1];
  const entryEnd = endOfEntry(text, node);
  // The text before would take the blank lines below for its own.
  const takesMore = previous !== undefined && keepsBlankLines(text, previous);
  const lineEnd = takesMore ? endOfBlankLines(text, entryEnd) : entryEnd;
  const next = nextLineStart(text, lineEnd);
  if (next !== null) return { start: lineStart, end: next, text: '' };
  // An empty line above may belong to a text that keeps its final line breaks.
  const before = endOfLineBefore(text, lineStart);
  const isBelowBlank = /^[ \t]*$/.test(text.slice(lineStartOf(text, before), before));
  return { start: isBelowBlank ? lineStart : before, end: lineEnd, text: '' };
}
