/** What {@link canonicalJson} can write: JSON, where a member that is undefined counts as absent. */
export type Canonicalizable =
  | null
  | undefined
  | boolean
  | number
  | string
  | readonly Canonicalizable[]
  | { readonly [key: string]: Canonicalizable };

/**
 * The one JSON text of a value: keys in the order of their UTF-16 code units, no white space, as in RFC 8785.
 * Two values that differ only in the order of keys, or in members that are undefined, give the same text.
 * Lone surrogates are written escaped, so that the text has one encoding as UTF-8.
 */
export function canonicalJson(value: Canonicalizable): string {
  if (isList(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

function isList(value: Canonicalizable): value is readonly Canonicalizable[] {
  return Array.isArray(value);
}
