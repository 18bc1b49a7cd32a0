/**
 * Where a `$ref` leads, by the rules of Node's `url.resolve`, with which json-schema-ref-parser 7 reads them. A place is
 * a URI and a fragment in one text; the schema itself has the empty URI.
 */

/** The place of the schema itself. */
export const ROOT = '';

/** Stands for the folder in which upstream is called, where paths from the schema itself start. No path holds a space. */
const CALLER_FOLDER = '/ /';

const SPACE = new Set(' \t\n\f\r\u00a0\ufeff');
const ESCAPED = /[\t\n\r "'<>\\^`{|}]/g;
const PROTOCOL = /^[a-z0-9.+-]+:/i;
const NETWORK = /^https?:\/\/[^/?#]/i;

/**
 * Where a `$ref` leads from the place it stands in. Null where it names no place in a repository: a file of the machine,
 * or one beside the schema itself, which is where upstream was called.
 */
export function resolveReference(from: string, ref: string): string | null {
  const text = escapeText(trim(ref));
  if (NETWORK.test(text)) return text;
  const base = stripHash(from);
  if (PROTOCOL.test(text) || NETWORK.test(base)) return /^#/.test(text) ? base + text : null;
  const to = parseUri(text);
  if (to === null) return null;
  if (base === ROOT && to.host === null && !to.path.startsWith('/')) return fromRoot(to);
  const source = parseUri(base);
  return source === null ? null : formatUri(join(source, to));
}

/** The same without its fragment. */
export function stripHash(place: string): string {
  const cut = place.indexOf('#');
  return cut === -1 ? place : place.slice(0, cut);
}

/** The steps of the fragment's pointer; null where it is none. */
export function stepsOf(place: string): string[] | null {
  const cut = place.indexOf('#');
  const pointer = cut === -1 ? '' : place.slice(cut + 1);
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) return null;
  try {
    return pointer
      .slice(1)
      .split('/')
      .map((step) => decodeURIComponent(step.replaceAll('~1', '/').replaceAll('~0', '~')));
  } catch {
    return null;
  }
}

/** A place further down. */
export function appendSteps(place: string, steps: readonly string[]): string {
  const start = place.includes('#') ? place : `${place}#`;
  const escaped = steps.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1')));
  return [start, ...escaped].join('/');
}

/**
 * The path of a file that a URI without fragment means, below the place where schemas are looked up; an address of the
 * network stays as it is. Null where its escapes say nothing.
 */
export function filePathOf(uri: string): string | null {
  if (NETWORK.test(uri)) return uri;
  try {
    const path = decodeURI(normalizePath(uri));
    return path.replace(/%(?:2[346C]|40)/g, decodeURIComponent);
  } catch {
    return null;
  }
}

interface Uri {
  /** What follows two slashes; null where there are none. */
  host: string | null;
  path: string;
  /** With its question mark; empty where there is none. */
  search: string;
  /** With its `#`; empty where there is none. */
  hash: string;
}

/** By characters: an expression for the end would look again from each space inside. */
function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && SPACE.has(text.charAt(start))) start += 1;
  while (end > start && SPACE.has(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** Backslashes count as slashes before a query or a fragment, and line breaks as nothing in a host. */
function escapeText(text: string): string {
  const cut = text.search(/[?#]/);
  const end = cut === -1 ? text.length : cut;
  const slashed = text.slice(0, end).replaceAll('\\', '/') + text.slice(end);
  const whole = slashed.replace(/^\/\/[^/?#]*/, (host) => host.replace(/[\t\n\r]/g, ''));
  return whole.replace(ESCAPED, (character) => encodeURIComponent(character).replace("'", '%27'));
}

function parseUri(text: string): Uri | null {
  const [, before = '', search = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(text) ?? [];
  if (!before.startsWith('//')) return { host: null, path: before, search, hash };
  const authority = before.slice(2).split('/', 1)[0] ?? '';
  // Users, ports and letters beyond ASCII are read in ways that are no path any more.
  if (/[^\x21-\x7e]|[@:[\]]/.test(authority)) return null;
  const name = /^[A-Za-z0-9._*+!$&(),=~-]*/.exec(authority)?.[0] ?? '';
  const rest = before.slice(2 + name.length);
  const path = rest === '' || rest.startsWith('/') ? rest : `/${rest}`;
  return { host: name.length > 255 ? '' : name.toLowerCase(), path, search, hash };
}

function formatUri({ host, path, search, hash }: Uri): string {
  const start = host === null ? '' : `//${host}`;
  return start + (host !== null && path !== '' && !path.startsWith('/') ? `/${path}` : path) + search + hash;
}

/** From the schema itself a relative path only leads back to it. */
function fromRoot({ path, search, hash }: Uri): string | null {
  const isSelf = search === '' && removeDots(CALLER_FOLDER + path, true) === CALLER_FOLDER;
  return isSelf ? ROOT + hash : null;
}

function join(base: Uri, to: Uri): Uri {
  if (to.host !== null) return to;
  const { host } = base;
  if (to.path.startsWith('/')) return { ...to, host, path: removeDots(to.path, true) };
  if (to.path === '' && to.search !== '') return { ...to, host, path: base.path };
  if (to.path === '' && to.hash === '') return { ...base, hash: '' };
  if (to.path === '' && base.path === '') return { ...base, hash: to.hash };
  const search = to.path === '' ? base.search : to.search;
  const path = to.path === '' ? base.path : base.path.slice(0, base.path.lastIndexOf('/') + 1) + to.path;
  return { host, path: removeDots(path, host !== null || path.startsWith('/')), search, hash: to.hash };
}

function removeDots(path: string, isAbsolute: boolean): string {
  const parts = path.split('/');
  const last = parts.at(-1);
  const endsInFolder = last === '' || last === '.' || last === '..';
  const kept: string[] = [];
  let up = 0;
  for (const part of parts.reverse()) {
    if (part === '..') up += 1;
    else if (part !== '.' && up > 0) up -= 1;
    else if (part !== '.') kept.push(part);
  }
  kept.reverse();
  if (isAbsolute && kept[0] !== '') kept.unshift('');
  if (endsInFolder && !kept.join('/').endsWith('/')) kept.push('');
  return kept.join('/');
}

/** Without `.`, `..` and slashes too many; one that would leave the repository stays at its root. */
function normalizePath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return `/${parts.join('/')}`;
}
