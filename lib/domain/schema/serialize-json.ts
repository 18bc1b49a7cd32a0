import { isJsonObject, type Json } from './json';
import { compareKeys } from './key-order';

/**
 * Writes a value as JSON byte for byte as jsonschema-tools 1.3.0 does (conformance.md A4): two spaces, its key
 * order, no line break at the end, an empty list or mapping over two lines.
 */
export function serializeJson(value: Json): string {
  return write(value, '\n');
}

function write(value: Json, lineStart: string): string {
  const inner = `${lineStart}  `;
  if (Array.isArray(value)) {
    return `[${value.map((item) => inner + write(item, inner)).join(',')}${lineStart}]`;
  }
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort(compareKeys)
    .map((key) => `${inner}${JSON.stringify(key)}: ${write(value[key] as Json, inner)}`);
  return `{${members.join(',')}${lineStart}}`;
}
