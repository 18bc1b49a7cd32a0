import coerce from 'semver/functions/coerce.js';
import compare from 'semver/functions/compare.js';
import valid from 'semver/functions/valid.js';

/** A schema's title and version, which together are its `$id`. */
export interface SchemaId {
  title: string;
  version: string;
}

const SEGMENT = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/;

/** Names that files and links of a schema have: a folder of that name would stand in their place. */
const TAKEN = /^(?:latest|current|\d+\.\d+\.\d+)(?:\.(?:yaml|json))?$/;

// Fifteen digits are below 2^53, where semver ends. Nearly every version looks like this, and semver takes its time.
const PLAIN = /^(?:0|[1-9]\d{0,14})\.(?:0|[1-9]\d{0,14})\.(?:0|[1-9]\d{0,14})$/;

/** Tells whether the text is a version `X.Y.Z` and nothing else. */
export function isPlainVersion(text: string): boolean {
  return PLAIN.test(text);
}

/**
 * Splits `/analytics/button/click/1.2.0` into title and version.
 * Null where the id has no leading slash, an unsafe title, or no full version `X.Y.Z` at its end.
 */
export function parseSchemaId(id: string): SchemaId | null {
  const cut = id.lastIndexOf('/');
  if (!id.startsWith('/') || cut < 1) return null;
  const title = id.slice(1, cut);
  const version = id.slice(cut + 1);
  return isValidTitle(title) && (PLAIN.test(version) || valid(version) === version)
    ? { title, version }
    : null;
}

/** The `$id` of a version: `/TITLE/X.Y.Z`. */
export function toSchemaId(title: string, version: string): string {
  return `/${title}/${version}`;
}

/** Tells whether the schema is a fragment: a shared part that others pull in. */
export function isFragmentTitle(title: string): boolean {
  return title === 'fragment' || title.startsWith('fragment/');
}

/**
 * Tells whether the title is a path that is safe to write below a repository: at most 255 characters in
 * segments of letters, digits, `_`, `-` and `.`, none of them empty, hidden, `..`, or named like a file of a schema
 * (`latest`, `current`, a version), no slash at either end.
 */
export function isValidTitle(title: string): boolean {
  if (title.length === 0 || title.length > 255) return false;
  return title.split('/').every((part) => SEGMENT.test(part) && !TAKEN.test(part));
}

/** Orders versions by semver precedence: negative, zero or positive. A text that is no version comes first. */
export function compareVersions(a: string, b: string): number {
  if (PLAIN.test(a) && PLAIN.test(b)) return comparePlain(a, b);
  const left = valid(a);
  const right = valid(b);
  if (left && right) return compare(left, right);
  return (left ? 1 : 0) - (right ? 1 : 0);
}

function comparePlain(a: string, b: string): number {
  const right = b.split('.').map(Number);
  const difference = a.split('.').map((part, index) => Number(part) - (right[index] ?? 0));
  return Math.sign(difference.find((part) => part !== 0) ?? 0);
}

/**
 * The version that jsonschema-tools reads from a version field (conformance.md A1): semver's coercion of the
 * last path component, so `/a/b/2.0.0-beta.1` is `2.0.0` and `1.2` is `1.2.0`. Null where there is no number.
 */
export function coerceVersion(field: string): string | null {
  const trimmed = field.replace(/\/+$/, '');
  const last = trimmed.slice(trimmed.lastIndexOf('/') + 1);
  return PLAIN.test(last) ? last : (coerce(last)?.version ?? null);
}
