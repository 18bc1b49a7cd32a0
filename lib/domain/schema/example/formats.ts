import { integerBetween, refuse } from './chance';
import { textFromPattern } from './from-pattern';

const NAME = '[a-zA-Z][a-zA-Z0-9+-.]*';
const URI = `https?://{hostname}(?:${NAME})+`;
const HOSTNAME = '[a-zA-Z]{1,33}\\.[a-z]{2,4}';
const EMAIL = '[a-zA-Z\\d][a-zA-Z\\d-]{1,13}[a-zA-Z\\d]@{hostname}';
const REFERENCE = `${URI}(?:\\?([a-z]{1,7}(=\\w{1,5})?&){0,3})?`;

const patterns = new Map<string, string>([
  ['email', EMAIL],
  ['hostname', HOSTNAME],
  ['ipv6', '[a-f\\d]{4}(:[a-f\\d]{4}){7}'],
  ['uri', URI],
  ['slug', '[a-zA-Z\\d_-]+'],
  ['uri-template', URI.replace('(?:', '(?:/\\{[a-z][:a-zA-Z0-9-]*\\}|')],
  ['json-pointer', `(/(?:${NAME.replace(']*', '/]*')}|~[01]))+`],
  ['uuid', '^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$'],
  ['iri', REFERENCE],
  ['iri-reference', REFERENCE],
  ['idn-email', EMAIL],
  ['idn-hostname', HOSTNAME],
]);

/** A text of a format. The clock would decide over `date` and `time`: these are refused. */
export function textOfFormat(format: unknown, path: readonly string[]): string {
  // jsonschema-tools sets these two.
  if (format === 'date-time') return '2021-01-01T00:00:00.000Z';
  if (format === 'uri-reference') return 'http://example.org';
  if (format === 'datetime' || format === 'date' || format === 'time') return refuse('clock', path, format);
  if (format === 'ipv4') return [0, 0, 0, 0].map(() => integerBetween(0, 255)).join('.');
  if (format === 'regex') return '.+?';
  const pattern = typeof format === 'string' ? patterns.get(format) : undefined;
  if (pattern === undefined) return refuse('unknown-format', path, String(format));
  return textFromPattern(pattern).replace('{hostname}', () => textFromPattern(HOSTNAME));
}

/** Formats whose text is brought into a standard form, also where a pattern or an `enum` gave it. */
export function normalizeDate(text: string, format: unknown, path: readonly string[]): string {
  if (format === 'date-time' || format === 'datetime') return isoOf(text, path).replace(/([0-9])0+Z$/, '$1Z');
  if (format === 'date') return isoOf(text, path).slice(0, 10);
  if (format === 'time') return refuse('time-zone', path, text);
  return text;
}

const UTC =
  /^\d{4}(?:-\d{2}(?:-\d{2})?)?$|^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Only forms that mean the same in every time zone. */
function isoOf(text: string, path: readonly string[]): string {
  if (!UTC.test(text)) return refuse('time-zone', path, text);
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? refuse('bad-date', path, text) : date.toISOString();
}
