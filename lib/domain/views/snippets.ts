import { isJsonObject, type Json, type JsonObject } from '../schema/json';
import { toExampleEvent } from './example-event';

/** Code that sends one example event, by way of sending it. */
export interface Snippets {
  /** In MediaWiki's browser code: `mw.eventLog.submit`. */
  javascript: string;
  /** In MediaWiki's PHP: `EventLogging::submit`. */
  php: string;
  /** From anywhere else: a plain `fetch` to an intake. */
  fetch: string;
}

/**
 * Snippets that send an example event of a materialized schema to a stream. What the client or the intake fills in
 * itself (`dt`, `meta`) is left out where it does so. `intakeUrl` is an intake's `/v1/events`.
 */
export function toSnippets(schema: JsonObject, streamName: string, intakeUrl = '/v1/events'): Snippets {
  const event = toExampleEvent(schema);
  const { dt: _dt, meta: _meta, ...own } = event;
  return {
    javascript: `mw.eventLog.submit( ${printScript(streamName)}, ${printScript(own)} );\n`,
    php: `use MediaWiki\\Extension\\EventLogging\\EventLogging;\n\nEventLogging::submit( ${printPhp(streamName, '')}, ${printPhp(own, '')} );\n`,
    fetch: printFetch(event, streamName, intakeUrl),
  };
}

/** The intake fills in `meta.dt` and `meta.id`; `dt` is the time of the event, so it is taken when the code runs. */
function printFetch(event: JsonObject, streamName: string, intakeUrl: string): string {
  const { meta, dt, ...own } = event;
  const { dt: _dt, id: _id, ...described } = isJsonObject(meta) ? meta : {};
  const sent = { ...own, meta: { ...described, stream: streamName } };
  const lines = [`const event = ${printScript(sent)};`];
  if (dt !== undefined) lines.push('event.dt = new Date().toISOString();');
  lines.push(
    `await fetch( ${printScript(intakeUrl)}, {`,
    "\tmethod: 'POST',",
    "\theaders: { 'Content-Type': 'application/json' },",
    '\tbody: JSON.stringify( event )',
    '} );',
  );
  return `${lines.join('\n')}\n`;
}

/**
 * A value as JavaScript. JSON is JavaScript but for `__proto__`, which would set the prototype; `<` is escaped so
 * that the snippet may stand inside a page.
 */
function printScript(value: Json): string {
  return JSON.stringify(value, null, '\t')
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
    .replaceAll(/^(\t*)"__proto__":/gm, '$1["__proto__"]:');
}

function printPhp(value: Json, indent: string): string {
  if (typeof value === 'string') return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  if (value === null || typeof value !== 'object') return String(value);
  const inner = `${indent}\t`;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    return `[\n${value.map((item) => `${inner}${printPhp(item, inner)},\n`).join('')}${indent}]`;
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return '(object)[]';
  // PHP takes names that count from 0 for positions, and the whole for a list.
  const cast = entries.every(([name], index) => name === String(index)) ? '(object)' : '';
  const lines = entries.map(([name, item]) => `${inner}${printPhp(name, '')} => ${printPhp(item, inner)},\n`);
  return `${cast}[\n${lines.join('')}${indent}]`;
}
