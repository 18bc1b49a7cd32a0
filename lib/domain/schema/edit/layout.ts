import type { Json } from '../json';
import { writeInSource } from '../serialize-yaml';
import type { SchemaSource } from '../types';
import type { SourceNode } from '../yaml/reader';

/** Tells whether a collection is written with brackets. */
export function isFlow(source: SchemaSource, node: SourceNode): boolean {
  const first = source.text[node.start];
  return node.kind !== 'scalar' && (first === '{' || first === '[');
}

/** Where the line of an offset starts. */
export function lineStartOf(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line of an offset ends: at its line break, or at the end of the text. */
export function lineEndOf(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}

export function columnOf(text: string, offset: number): number {
  return offset - lineStartOf(text, offset);
}

/** Tells whether only blanks stand before an offset on its line. */
export function startsLine(text: string, offset: number): boolean {
  return text.slice(lineStartOf(text, offset), offset).trim() === '';
}

/** The line break that the text uses. */
export function breakOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** The first key of a mapping, or the first item of a list. */
export function startOf(node: SourceNode): number {
  return node.key?.start ?? node.start;
}

/** The children that stand in this node's own text, in its order; merged ones stand elsewhere. */
export function childrenOf(node: SourceNode): SourceNode[] {
  const all = node.items ?? [...(node.members?.values() ?? [])];
  return all
    .filter((child) => startOf(child) >= node.start && child.end <= node.end)
    .sort((a, b) => startOf(a) - startOf(b));
}

/** How far one level is indented in this text. */
export function indentStep(source: SchemaSource): number {
  const match = /^[^\s#-][^\n]*:[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*( +)[^\s-]/m.exec(
    source.text,
  );
  return match?.[1]?.length ?? 2;
}

/** A value as JSON in which the lines after the first are indented by `column`. */
export function writeJson(value: Json, column: number, lineBreak: string): string {
  const text = JSON.stringify(value, null, 2);
  return text.split('\n').join(lineBreak + ' '.repeat(column));
}

/**
 * A value after `key:` or `-` in YAML: a scalar on the same line, a collection on lines of its own at `column`,
 * with the line break before it.
 */
export function writeAfterIndicator(value: Json, column: number, lineBreak: string): string {
  const isCollection = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  if (isCollection) return lineBreak + ' '.repeat(column) + writeAt(value, column, lineBreak);
  return ` ${writeAt(value, Math.max(0, column - 2), lineBreak)}`;
}

/** A value in YAML whose lines after the first are indented by `column`; empty lines stay empty. */
export function writeAt(value: Json, column: number, lineBreak: string): string {
  const [first = '', ...rest] = writeInSource(value).split('\n');
  return [first, ...rest.map((line) => (line === '' ? '' : ' '.repeat(column) + line))].join(lineBreak);
}
