import type { Json } from '../json';
import { booleanOf, floatOf, implicitTypeOf, integerOf, timestampOf } from './implicit-types';
import { type Reader, report, type SourceNode } from './reader';

/** What a plain scalar means; undefined where JSON cannot say it, or people should be asked: dates, infinities. */
export function plainValue(text: string): Json | undefined {
  switch (implicitTypeOf(text)) {
    case 'null':
      return null;
    case 'bool':
      return booleanOf(text);
    case 'int':
      return integerOf(text);
    case 'float':
      return finiteOrUndefined(floatOf(text));
    case 'timestamp':
      return undefined;
    default:
      return text;
  }
}

function finiteOrUndefined(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

/** Gives a plain scalar the value that its looks say. */
export function giveType(reader: Reader, node: SourceNode): void {
  const text = node.plain;
  if (!text) return;
  const value = plainValue(text);
  if (value !== undefined) node.value = value;
  else
    node.value =
      implicitTypeOf(text) === 'timestamp' ? timestamp(reader, node, text) : lost(reader, node, text);
}

function lost(reader: Reader, { start, end }: SourceNode, text: string): null {
  report(reader, { rule: 'number-not-in-json', start, end, params: { text } });
  return null;
}

function timestamp(reader: Reader, { start, end }: SourceNode, text: string): string {
  const value = timestampOf(text);
  report(reader, { rule: 'unquoted-timestamp', start, end, params: { text, value } });
  return value ?? text;
}
