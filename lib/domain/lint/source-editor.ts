import type { TextEdit } from '../findings/finding';
import { isJsonObject, type Json } from '../schema/json';
import { appendPointer, fromPointer } from '../schema/pointer';
import type { SchemaSource } from '../schema/types';

/** A key and a value that are small enough to stand on one line. */
export interface Member {
  key: string;
  value: string | number | boolean | null;
}

/** Makes the smallest edits of a source text; comments and layout around them stay. Null where it cannot. */
export class SourceEditor {
  readonly #source: SchemaSource;

  constructor(source: SchemaSource) {
    this.#source = source;
  }

  /** Replaces a scalar value. */
  replaceValue(pointer: string, value: Member['value']): TextEdit[] | null {
    const range = this.#source.rangeOf(pointer, 'value');
    if (!range || isComposite(this.#valueAt(pointer))) return null;
    return [{ start: range.start.offset, end: range.end.offset, text: this.#write(value) }];
  }

  /** Renames a key. */
  renameKey(pointer: string, name: string): TextEdit[] | null {
    const range = this.#source.rangeOf(pointer, 'key');
    if (!range) return null;
    return [{ start: range.start.offset, end: range.end.offset, text: this.#write(name) }];
  }

  /** Adds members to a mapping after one of its keys whose value is a scalar on the key's line. */
  addAfter(mapping: string, anchor: string, members: Member[]): TextEdit[] | null {
    const pointer = appendPointer(mapping, anchor);
    const key = this.#source.rangeOf(pointer, 'key');
    const value = this.#source.rangeOf(pointer, 'value');
    if (!key || !value || isComposite(this.#valueAt(pointer)) || value.start.line !== value.end.line)
      return null;
    if (this.#isFlow(mapping)) {
      const text = members.map((member) => `, ${this.#member(member)}`).join('');
      return [{ start: value.end.offset, end: value.end.offset, text }];
    }
    const indent = ' '.repeat(key.start.column - 1);
    const lineEnd = this.#endOfLine(value.end.offset);
    const text = members
      .map((member) => `${this.#lineBreakAt(lineEnd)}${indent}${this.#member(member)}`)
      .join('');
    return [{ start: lineEnd, end: lineEnd, text }];
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
    const indent = ' '.repeat(key.start.column - 1);
    const lineBreak = this.#lineBreakAt(edit.start);
    const text = `${lineBreak}${indent}items:${lineBreak}${indent}  type: ${this.#write(type)}`;
    return [{ ...edit, text }];
  }

  /** Adds an item to a list of scalars. */
  appendItem(list: string, value: string): TextEdit[] | null {
    const items = this.#valueAt(list);
    if (!Array.isArray(items) || items.length === 0) return null;
    const last = this.#source.rangeOf(appendPointer(list, items.length - 1), 'value');
    const first = this.#source.rangeOf(appendPointer(list, 0), 'value');
    if (!last || !first || isComposite(items.at(-1)) || last.start.line !== last.end.line) return null;
    if (this.#isFlow(list)) {
      return [{ start: last.end.offset, end: last.end.offset, text: `, ${this.#write(value)}` }];
    }
    const lineStart = this.#source.text.lastIndexOf('\n', last.start.offset - 1) + 1;
    const bullet = this.#source.text.slice(lineStart, last.start.offset);
    if (!/^[ \t]*-[ \t]+$/.test(bullet)) return null;
    const lineEnd = this.#endOfLine(last.end.offset);
    return [
      { start: lineEnd, end: lineEnd, text: `${this.#lineBreakAt(lineEnd)}${bullet}${this.#write(value)}` },
    ];
  }

  #member({ key, value }: Member): string {
    return `${this.#write(key)}: ${this.#write(value)}`;
  }

  #endOfLine(offset: number): number {
    const lineBreak = this.#source.text.indexOf('\n', offset);
    const end = lineBreak === -1 ? this.#source.text.length : lineBreak;
    return this.#source.text.charAt(end - 1) === '\r' ? end - 1 : end;
  }

  /** Lines end as the line does after which something is added. */
  #lineBreakAt(lineEnd: number): string {
    return this.#source.text.charAt(lineEnd) === '\r' ? '\r\n' : '\n';
  }

  #isFlow(pointer: string): boolean {
    const range = this.#source.rangeOf(pointer, 'value');
    if (this.#source.format === 'json') return true;
    return range !== null && /[{[]/.test(this.#source.text.charAt(range.start.offset));
  }

  #valueAt(pointer: string): Json | undefined {
    let node: Json | undefined = this.#source.value;
    for (const segment of fromPointer(pointer)) {
      if (Array.isArray(node)) node = node[Number(segment)];
      else if (isJsonObject(node) && Object.hasOwn(node, segment)) node = node[segment];
      else return undefined;
    }
    return node;
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
