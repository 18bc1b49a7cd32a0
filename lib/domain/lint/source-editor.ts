import type { TextEdit } from '../findings/finding';
import type { Json } from '../schema/json';
import { breakOf, columnOf, lineEndOf, lineStartOf } from '../schema/edit/layout';
import { appendPointer, fromPointer, toPointer, valueAt } from '../schema/pointer';
import type { SchemaSource } from '../schema/types';

/** A key and a value that are small enough to stand on one line. */
export interface Member {
  key: string;
  value: string | number | boolean | null;
}

/**
 * Makes the smallest edits of a source text; comments and layout around them stay. Null where it cannot, and where the
 * text stands for other places too: behind an alias, an anchor that has aliases, or a merge (`<<`).
 */
export class SourceEditor {
  readonly #source: SchemaSource;

  constructor(source: SchemaSource) {
    this.#source = source;
  }

  /** Replaces a scalar value. */
  replaceValue(pointer: string, value: Member['value']): TextEdit[] | null {
    const range = this.#source.rangeOf(pointer, 'value');
    if (!range || isComposite(valueAt(this.#source.value, pointer)) || !this.#standsHereOnly(pointer))
      return null;
    const [start, end] = [range.start.offset, range.end.offset];
    // Where nothing stands yet there is no place, and a comment behind the header of a block would go with it.
    if (start === end || /^[|>][^#\r\n]*#/.test(this.#source.text.slice(start, end))) return null;
    return [{ start, end, text: this.#write(value) }];
  }

  /** Renames a key. */
  renameKey(pointer: string, name: string): TextEdit[] | null {
    const range = this.#source.rangeOf(pointer, 'key');
    if (!range || !this.#standsHereOnly(pointer.slice(0, pointer.lastIndexOf('/')))) return null;
    if (!this.#holds(pointer)) return null;
    return [{ start: range.start.offset, end: range.end.offset, text: this.#write(name) }];
  }

  /** Adds members to a mapping after one of its keys whose value is a scalar on the key's line. */
  addAfter(mapping: string, anchor: string, members: Member[]): TextEdit[] | null {
    const pointer = appendPointer(mapping, anchor);
    const key = this.#source.rangeOf(pointer, 'key');
    const value = this.#source.rangeOf(pointer, 'value');
    if (
      !key ||
      !value ||
      isComposite(valueAt(this.#source.value, pointer)) ||
      value.start.line !== value.end.line
    )
      return null;
    if (!this.#standsHereOnly(mapping) || !this.#holds(pointer)) return null;
    const { text } = this.#source;
    if (this.#isFlow(mapping)) {
      if (value.start.offset === value.end.offset) return null;
      const added = members.map((member) => `, ${this.#member(member)}`).join('');
      return [{ start: value.end.offset, end: value.end.offset, text: added }];
    }
    const indent = this.#indentOf(mapping, key.start.offset);
    if (indent === null) return null;
    const lineEnd = lineEndOf(text, value.end.offset);
    const added = members.map((member) => `${breakOf(text)}${indent}${this.#member(member)}`).join('');
    return [{ start: lineEnd, end: lineEnd, text: added }];
  }

  /** Adds members to a mapping after the first of its keys that will do. */
  addTo(mapping: string, members: Member[], anchors: string[]): TextEdit[] | null {
    for (const anchor of anchors) {
      const edits = this.addAfter(mapping, anchor, members);
      if (edits) return edits;
    }
    return null;
  }

  /** Says of a list what its items are, on the lines after its `type`. */
  addItems(mapping: string, type: string): TextEdit[] | null {
    const [edit] = this.addAfter(mapping, 'type', [{ key: 'items', value: 'x' }]) ?? [];
    const key = this.#source.rangeOf(appendPointer(mapping, 'type'), 'key');
    if (!edit || !key) return null;
    if (this.#isFlow(mapping)) {
      const quote = this.#source.format === 'json' ? '"' : '';
      return [{ ...edit, text: `, ${quote}items${quote}: {${quote}type${quote}: ${this.#write(type)}}` }];
    }
    const indent = ' '.repeat(columnOf(this.#source.text, key.start.offset));
    const lineBreak = breakOf(this.#source.text);
    const text = `${lineBreak}${indent}items:${lineBreak}${indent}  type: ${this.#write(type)}`;
    return [{ ...edit, text }];
  }

  /** Adds an item to a list of scalars. */
  appendItem(list: string, value: string): TextEdit[] | null {
    const items = valueAt(this.#source.value, list);
    if (!Array.isArray(items) || items.length === 0) return null;
    if (!this.#standsHereOnly(list)) return null;
    const last = this.#source.rangeOf(appendPointer(list, items.length - 1), 'value');
    const first = this.#source.rangeOf(appendPointer(list, 0), 'value');
    if (!last || !first || isComposite(items.at(-1)) || last.start.line !== last.end.line) return null;
    if (this.#isFlow(list)) {
      return [{ start: last.end.offset, end: last.end.offset, text: `, ${this.#write(value)}` }];
    }
    const { text } = this.#source;
    const bullet = text.slice(lineStartOf(text, last.start.offset), last.start.offset);
    if (!/^[ \t]*-[ \t]+$/.test(bullet)) return null;
    const lineEnd = lineEndOf(text, last.end.offset);
    return [{ start: lineEnd, end: lineEnd, text: `${breakOf(text)}${bullet}${this.#write(value)}` }];
  }

  #member({ key, value }: Member): string {
    return `${this.#write(key)}: ${this.#write(value)}`;
  }

  /** The indentation of a mapping's keys; null where its key is laid out as others are not (after `?`). */
  #indentOf(mapping: string, key: number): string | null {
    const { text } = this.#source;
    const before = text.slice(lineStartOf(text, key), key);
    const start = this.#source.rangeOf(mapping, 'value')?.start.offset ?? key;
    const isAligned = columnOf(text, start) === columnOf(text, key) && /^[ \t]*(?:- +)*$/.test(before);
    return isAligned ? ' '.repeat(before.length) : null;
  }

  /** Tells whether what a pointer names stands in the text of what holds it: aliases and merges do not. */
  #holds(pointer: string): boolean {
    const outer = this.#source.rangeOf(pointer.slice(0, pointer.lastIndexOf('/')), 'value');
    const inner = this.#source.rangeOf(pointer, 'value');
    const start = (this.#source.rangeOf(pointer, 'key') ?? inner)?.start.offset;
    if (!outer || !inner || start === undefined) return false;
    return start >= outer.start.offset && inner.end.offset <= outer.end.offset;
  }

  /** Tells whether a place, and each that holds it, stands in the text once, for itself alone. */
  #standsHereOnly(pointer: string): boolean {
    const segments = fromPointer(pointer);
    return segments.every((_, index) => {
      const at = toPointer(segments.slice(0, index + 1));
      return this.#holds(at) && !this.#isRepeated(at);
    });
  }

  #isRepeated(pointer: string): boolean {
    const { text } = this.#source;
    if (!text.includes('&')) return false;
    const start = this.#source.rangeOf(pointer, 'value')?.start.offset ?? 0;
    const key = this.#source.rangeOf(pointer, 'key')?.end.offset ?? 0;
    // An anchor stands between the key, or the dash of an item, and the value.
    const before = text.slice(key <= start && key > 0 ? key : Math.max(0, start - 2_000), start);
    const name = /&([^\s,[\]{}]+)(?:\s|!\S*(?=\s)|#[^\r\n]*(?=[\r\n]))*$/.exec(before)?.[1];
    return name !== undefined && text.includes(`*${name}`);
  }

  #isFlow(pointer: string): boolean {
    const range = this.#source.rangeOf(pointer, 'value');
    if (this.#source.format === 'json') return true;
    return range !== null && /[{[]/.test(this.#source.text.charAt(range.start.offset));
  }

  /** Writes a scalar; YAML strings are plain only where nothing can be misread. */
  #write(value: Member['value']): string {
    if (typeof value !== 'string') return String(value);
    if (this.#source.format === 'json') return JSON.stringify(value);
    const plain =
      /^[$/a-zA-Z][\w$/.-]*$/.test(value) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(value);
    return plain ? value : `'${value.replaceAll("'", "''")}'`;
  }
}

function isComposite(value: Json | undefined): boolean {
  return value === undefined || (typeof value === 'object' && value !== null);
}
