import { execFileSync, spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '@/lib/domain/schema/json';
import { validateEvent } from '@/lib/domain/validate/validate-event';
import { toExampleEvent } from '@/lib/domain/views/example-event';
import { toSnippets } from '@/lib/domain/views/snippets';
import { clickSchema, hostileSchema, hostileText } from './view-schemas';

const hasPhp = spawnSync('php', ['--version']).status === 0;

/** Runs the browser's snippet with a stand-in for MediaWiki and gives back what it submitted. */
function runScript(code: string): [string, Json] {
  const submitted: [string, Json][] = [];
  const mw = { eventLog: { submit: (stream: string, event: Json) => submitted.push([stream, event]) } };
  new Function('mw', code)(mw);
  expect(submitted).toHaveLength(1);
  return submitted[0]!;
}

async function runFetch(code: string): Promise<{ url: string; event: JsonObject }> {
  const requests: { url: string; body: string }[] = [];
  const send = async (url: string, { body }: { body: string }) => requests.push({ url, body });
  const run = new Function('fetch', `return (async () => {\n${code}\n})();`) as (
    fetch: unknown,
  ) => Promise<void>;
  await run(send);
  return { url: requests[0]!.url, event: JSON.parse(requests[0]!.body) as JsonObject };
}

/** Runs several PHP snippets in one process and gives back what each submitted, as the text of JSON. */
function runPhp(snippets: string[]): string[] {
  const calls = snippets.map((code) =>
    code.replace(/^use .*\n/, '').replace('EventLogging::submit(', 'submit('),
  );
  const code = `<?php
const FLAGS = JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_LINE_TERMINATORS;
function submit( $stream, $event ) { echo json_encode( [ $stream, $event ], FLAGS ), "\\n"; }
${calls.join('\n')}`;
  const output = execFileSync('php', ['-d', 'display_errors=stderr'], { input: code, encoding: 'utf8' });
  return output.trimEnd().split('\n');
}

function ownFields(schema: JsonObject): JsonObject {
  const { dt: _dt, meta: _meta, ...own } = toExampleEvent(schema);
  return own;
}

describe('an example event', () => {
  test('has every field, names its schema and is valid', () => {
    const event = toExampleEvent(clickSchema);
    expect(validateEvent(clickSchema, event)).toEqual([]);
    expect(event['$schema']).toBe('/analytics/button/click/1.1.0');
    expect(Object.keys(event).sort()).toEqual(Object.keys(clickSchema['properties'] as JsonObject).sort());
  });

  test('is the author’s own where that is valid, with the version brought up to date', () => {
    const own = {
      $schema: '/analytics/button/click/1.0.0',
      meta: { stream: 's' },
      dt: '2024-01-01T00:00:00Z',
      action: 'hold',
    };
    expect(toExampleEvent({ ...clickSchema, examples: [own] })).toEqual({
      ...own,
      $schema: clickSchema['$id'],
    });
    expect(toExampleEvent({ ...clickSchema, examples: [{ ...own, action: 'x' }] })).not.toHaveProperty(
      'action',
      'x',
    );
  });

  test.each<[string, JsonObject]>([
    ['pattern', { type: 'string', pattern: '^[0-9a-f]{4}-(on|off)$' }],
    ['a pattern that must be long', { type: 'string', pattern: '^[a-z]+$', minLength: 20 }],
    ['format', { type: 'string', format: 'uuid' }],
    ['lengths', { type: 'string', minLength: 9, maxLength: 9 }],
    ['exclusive bounds', { type: 'number', exclusiveMinimum: 3, exclusiveMaximum: 4 }],
    ['multiples', { type: 'integer', minimum: 4, multipleOf: 7 }],
    ['unique items', { type: 'array', minItems: 3, uniqueItems: true, items: { type: 'string' } }],
    ['alternatives', { type: 'object', oneOf: [{ properties: { a: { type: 'string' } }, required: ['a'] }] }],
    [
      'a map that may not be empty',
      { type: 'object', minProperties: 2, additionalProperties: { type: 'integer' } },
    ],
    [
      'required names that nobody declares',
      { type: 'object', required: ['x'], additionalProperties: { type: 'integer' } },
    ],
  ])('keeps to %s', (_, field) => {
    const schema = { type: 'object', properties: { field }, required: ['field'] };
    const event = toExampleEvent(schema);
    expect(event).toHaveProperty('field');
    expect(validateEvent(schema, event)).toEqual([]);
  });
});

describe('snippets', () => {
  test('the browser’s sends what the client does not fill in itself', () => {
    expect(
      toSnippets({ properties: { action: { enum: ['press'] }, dt: { type: 'string' } } }, 'analytics.click')
        .javascript,
    ).toBe('mw.eventLog.submit( "analytics.click", {\n\t"action": "press"\n} );\n');
    expect(runScript(toSnippets(clickSchema, 's').javascript)).toEqual(['s', ownFields(clickSchema)]);
  });

  test('fetch sends an event that the intake accepts, with the stream and the time of the call', async () => {
    const { url, event } = await runFetch(
      toSnippets(clickSchema, 'analytics.click', 'https://intake/v1/events').fetch,
    );
    expect(url).toBe('https://intake/v1/events');
    expect(validateEvent(clickSchema, event)).toEqual([]);
    expect(event['meta']).toEqual({ stream: 'analytics.click' });
    expect(Math.abs(Date.now() - Date.parse(event['dt'] as string))).toBeLessThan(60_000);
  });

  test('no name or value gets out of its string in JavaScript', () => {
    fc.assert(
      fc.property(hostileSchema, hostileText, (schema, stream) => {
        const code = toSnippets(schema, stream).javascript;
        expect(code).not.toContain('<');
        const [sentTo, event] = runScript(code);
        expect(sentTo).toBe(stream);
        expect(JSON.stringify(event)).toBe(JSON.stringify(ownFields(schema)));
      }),
    );
  });

  test.skipIf(!hasPhp)('no name or value gets out of its string in PHP', { timeout: 60_000 }, () => {
    const cases = fc.sample(fc.tuple(hostileSchema, hostileText), 200);
    const sent = runPhp(cases.map(([schema, stream]) => toSnippets(schema, stream).php));
    // Half a character becomes the replacement character on its way into PHP.
    const asText = (value: Json) => JSON.stringify(value).replaceAll(/\\ud[89a-f]../g, '\ufffd');
    expect(sent).toEqual(cases.map(([schema, stream]) => asText([stream, ownFields(schema)])));
  });

  test.skipIf(!hasPhp)('PHP accepts the snippet as it is', () => {
    const code = `<?php\n${toSnippets(clickSchema, 'analytics.click').php}`;
    expect(execFileSync('php', ['-l'], { input: code, encoding: 'utf8' })).toContain('No syntax errors');
  });
});
