/** The parts of a `$ref`: the URI of the document, and the pointer into it. */
export interface RefParts {
  uri: string;
  fragment: string;
}

const PATH = /^[A-Za-z0-9_.~@+:/-]*$/;
const ABSOLUTE = /^https?:\/\/[A-Za-z0-9.:-]+\//;

/** Splits `/fragment/common/2.0.0#/properties/meta`; a lone `#` at the end means the whole document. */
export function splitUri(ref: string): RefParts {
  const cut = ref.indexOf('#');
  if (cut === -1) return { uri: ref, fragment: '' };
  return { uri: ref.slice(0, cut), fragment: decodeFragment(ref.slice(cut + 1)) };
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/**
 * The URI of a document as seen from another; `''` is the schema itself, which has no URI. From there only `./`
 * leads anywhere by a relative path: back to itself. Null where the URI names no place in a repository.
 */
export function resolveUri(uri: string, base: string): string | null {
  if (!PATH.test(uri)) return null;
  if (ABSOLUTE.test(uri)) return uri;
  if (uri.startsWith('//') || uri.includes('://')) return null;
  if (uri.startsWith('/')) return normalized(uri);
  if (base === '' && isSelf(uri)) return '';
  if (!base.startsWith('/')) return null;
  return normalized(`${base.slice(0, base.lastIndexOf('/'))}/${uri}`);
}

/** Tells whether a relative URI leads from the schema to itself. */
export function isSelf(uri: string): boolean {
  return uri === '.' || uri === './';
}

/** Without `.` and `..`; one that would leave the repository stays at its root. */
function normalized(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/').slice(1)) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}
