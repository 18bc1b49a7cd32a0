import { isJsonObject, type Json } from '@/lib/domain/schema/json';
import { appendPointer } from '@/lib/domain/schema/pointer';

/**
 * The JSON Pointer of the first place at which two values differ; null where they are equal. The order of keys does
 * not matter, as in upstream's comparison.
 */
export function differingPlace(one: Json | undefined, other: Json | undefined, pointer = ''): string | null {
  if (one === other) return null;
  if (Array.isArray(one) && Array.isArray(other)) {
    const count = Math.max(one.length, other.length);
    for (let index = 0; index < count; index += 1) {
      const place = differingPlace(one[index], other[index], appendPointer(pointer, index));
      if (place !== null) return place;
    }
    return null;
  }
  if (!isJsonObject(one) || !isJsonObject(other)) return pointer;
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const here = appendPointer(pointer, key);
    if (!Object.hasOwn(one, key) || !Object.hasOwn(other, key)) return here;
    const place = differingPlace(one[key], other[key], here);
    if (place !== null) return place;
  }
  return null;
}
