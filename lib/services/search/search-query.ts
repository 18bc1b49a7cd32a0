/**
 * What a person typed as a PostgreSQL text search: every word must occur, and each may be the beginning of a longer
 * one. Null where there is no word in it. Nothing but letters and digits gets through, so no operator can be typed.
 */
export function toPrefixQuery(typed: string): string | null {
  const words = typed.toLowerCase().match(/[\p{L}\p{N}]+/gu);
  return words
    ? words
        .slice(0, 12)
        .map((word) => `${word}:*`)
        .join(' & ')
    : null;
}
