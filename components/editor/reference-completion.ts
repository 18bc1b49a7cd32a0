/** What stands before the cursor on a line that names a `$ref`. */
export interface ReferencePrefix {
  /** What was typed of the URI so far. */
  typed: string;
  /** The column, from 1, where the URI starts. */
  column: number;
}

const REFERENCE = /^\s{0,200}(?:- {1,8})?(['"]?)\$ref\1:[ \t]{1,8}(['"]?)([^'"\s#]{0,300})$/;

/**
 * Finds the `$ref` value that a cursor stands in, from the text of its line before the cursor; null elsewhere, and null
 * in a reference into the same document (`#/definitions/x`).
 */
export function findReferencePrefix(lineBeforeCursor: string): ReferencePrefix | null {
  if (lineBeforeCursor.length > 600) return null;
  const match = REFERENCE.exec(lineBeforeCursor);
  if (!match) return null;
  const typed = match[3] ?? '';
  return { typed, column: lineBeforeCursor.length - typed.length + 1 };
}

/**
 * The `$ref` URIs (`/fragment/common/2.0.0`) that fit what was typed, in the order given: all of its parts, in any place,
 * in either case. Nothing typed gives all of them.
 */
export function matchReferences(uris: readonly string[], typed: string): string[] {
  const parts = typed.toLowerCase().split('/').filter(Boolean);
  return uris.filter((uri) => {
    const text = uri.toLowerCase();
    return parts.every((part) => text.includes(part));
  });
}
