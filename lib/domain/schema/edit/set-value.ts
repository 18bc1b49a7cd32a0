import type { TextEdit } from '../../findings/finding';
import type { Json } from '../json';
import type { SchemaSource } from '../types';
import type { SourceNode } from '../yaml/reader';
import { nodeAt } from '../yaml/source-nodes';
import { appendChild } from './append-child';
import { isFlow } from './layout';
import { findPlace } from './place';
import { replaceNode } from './replace-node';

/** Sets a value: replaces what stands there, or adds it. */
export function setNode(source: SchemaSource, pointer: string, value: Json): TextEdit[] {
  const place = findPlace(source, pointer);
  if (!place) return [];
  const { holders, node, missing } = place;
  if (node) return replaceNode(source, { node, holders }, value);
  const [name = '', ...below] = missing;
  const wrapped = below.reduceRight<Json>(wrap, value);
  const holder = holders.at(-1) as SourceNode;
  const around = holders.slice(0, -1);
  if (isEmpty(source, holder, around))
    return replaceNode(source, { node: holder, holders: around }, wrap(wrapped, name));
  if (holder.kind === 'scalar') return [];
  if (holder.kind === 'mapping') return appendChild(source, holders, { name, value: wrapped });
  return name === '-' ? appendChild(source, holders, { name: null, value: wrapped }) : [];
}

function wrap(value: Json, name: string): Json {
  return name === '-' ? [value] : { [name]: value };
}

/** Nothing stands there, or brackets with nothing in them, behind a key of its own line: a block takes their place. */
function isEmpty(source: SchemaSource, holder: SourceNode, around: readonly SourceNode[]): boolean {
  if (holder.kind === 'scalar') return holder.value === null;
  if (source.format === 'json' || !holder.key || around.some((outer) => isFlow(source, outer))) return false;
  return /^(?:\{\s*\}|\[\s*\])$/.test(source.text.slice(holder.start, holder.end));
}

/** Replaces a text by another in the same kind of quotes. Empty where no text stands there. */
export function replaceString(source: SchemaSource, pointer: string, text: string): TextEdit[] {
  const node = nodeAt(source, pointer);
  if (!node || node.target) return [];
  if (node.value === text) return [];
  const quote = source.text[node.start];
  const single = quote === "'" && /^[\x20-\x7e]*$/.test(text);
  const quoted = single ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text);
  if (quote === "'" || quote === '"') return [{ start: node.start, end: node.end, text: quoted }];
  const place = findPlace(source, pointer);
  return place?.node ? replaceNode(source, { node, holders: place.holders }, text) : [];
}
