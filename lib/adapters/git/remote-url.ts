import { resolve } from 'node:path';
import { GitError } from './git-error';

const schemes = new Set(['file:', 'http:', 'https:', 'ssh:', 'git:']);
const longest = 2048;

/**
 * Gives the URL as git may be told it: `file`, `http`, `https`, `ssh` and `git` URLs and `user@host:path` as
 * they are, a path on this machine made absolute. Throws GitError `refused` for everything else: options
 * (`-…`), transport helpers (`ext::…`), control characters, hosts or users that look like options.
 */
export function checkRemoteUrl(url: string): string {
  if (url === '' || url.length > longest) throw refused('it is empty or too long');
  if (hasControlCharacter(url)) throw refused('it holds a line break or a control character');
  if (url.startsWith('-')) throw refused('it begins with a dash');
  if (/^[A-Za-z0-9+.-]*::/.test(url)) throw refused('it names a transport helper');
  if (/^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(url)) return checkedSchemeUrl(url);
  const scpLike = /^([^/:]+):(.*)$/.exec(url);
  if (!scpLike) return resolve(url);
  const [, host = '', path = ''] = scpLike;
  if (/(^|@)-/.test(host) || path === '' || path.startsWith('-'))
    throw refused('its host or path begins with a dash');
  return url;
}

function checkedSchemeUrl(url: string): string {
  if (!URL.canParse(url)) throw refused('it is not a URL');
  const parsed = new URL(url);
  if (!schemes.has(parsed.protocol)) {
    throw refused('its scheme is none of file, http, https, ssh and git');
  }
  const parts = [parsed.hostname, decoded(parsed.username), decoded(parsed.pathname).replace(/^\/+/, '')];
  if (parts.some((part) => part.startsWith('-') || hasControlCharacter(part))) {
    throw refused('its host, user or path begins with a dash or holds a control character');
  }
  return url;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw refused('it is not a URL');
  }
}

/** Tells whether the text holds a control character, line breaks included. */
export function hasControlCharacter(text: string): boolean {
  return /\p{Cc}/u.test(text);
}

function refused(why: string): GitError {
  return new GitError('refused', `This cannot be the address of a git repository: ${why}.`);
}
