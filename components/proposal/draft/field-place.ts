import type { Range } from '@/lib/domain/findings/finding';
import { isJsonObject, type Json } from '@/lib/domain/schema/json';
import type { SchemaSource } from '@/lib/domain/schema/types';

/**
 * Where a field of the materialized schema stands in the source: at its pointer, or inside a part of an `allOf`.
 * Null where it is inherited from a fragment.
 */
export function findFieldRange(source: SchemaSource, pointer: string): Range | null {
  const direct = source.rangeOf(pointer, 'key');
  if (direct) return direct;
  const parts: Json | undefined = source.value['allOf'];
  if (!Array.isArray(parts)) return null;
  for (let index = 0; index < parts.length; index += 1) {
    if (!isJsonObject(parts[index] ?? null)) continue;
    const range = source.rangeOf(`/allOf/${index}${pointer}`, 'key');
    if (range) return range;
  }
  return null;
}
