import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '@/lib/domain/schema/json';
import { toExampleEvent } from '@/lib/domain/views/example-event';
import { toTypeScript } from '@/lib/domain/views/typescript';
import { clickSchema, hostileSchema, hostileText } from './view-schemas';

const library =
  'interface Array<T> { length: number; [index: number]: T }\ntype Record<K extends string, V> = { [P in K]: V };\ninterface Boolean {} interface CallableFunction {} interface Function {} interface IArguments {} interface NewableFunction {} interface Number {} interface Object {} interface RegExp {} interface String {}\n';

/** What the compiler says of a program of one file. */
function diagnose(code: string): string[] {
  const files = new Map([
    ['/code.ts', code],
    ['/lib.d.ts', library],
  ]);
  const host: ts.CompilerHost = {
    getSourceFile: (name, version) => {
      const text = files.get(name);
      return text === undefined ? undefined : ts.createSourceFile(name, text, version);
    },
    getDefaultLibFileName: () => '/lib.d.ts',
    writeFile: () => undefined,
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: (name) => files.has(name),
    readFile: (name) => files.get(name),
  };
  const program = ts.createProgram(['/code.ts'], { strict: true, noEmit: true, types: [] }, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

/** Whether the compiler takes a value for one of the type. */
function accepts(schema: JsonObject, value: Json): boolean {
  return (
    diagnose(`${toTypeScript(schema, 'event')}const event: Event = ${JSON.stringify(value)};\n`).length === 0
  );
}

describe('TypeScript types', { timeout: 60_000 }, () => {
  test('are written as an author would', () => {
    expect(toTypeScript(clickSchema, 'analytics/button/click')).toBe(`/** A person pressed a button. */
export interface AnalyticsButtonClick {
  /** Which schema the event follows. */
  $schema: string;
  meta: {
    stream: string;
    dt?: string;
  };
  /**
   * When it happened,
   * by the clock of the device.
   */
  dt: string;
  /** What the person did; it's one of a few. */
  action: "press" | "hold";
  count?: number;
  share?: number;
  is_test?: boolean;
  tags?: string[];
  headers?: {
    [name: string]: string;
  };
  performer?: {
    /** How many */
    "edit-count"?: number;
    id?: number;
  };
}
`);
  });

  test('accept an example event and refuse a wrong one', () => {
    const event = toExampleEvent(clickSchema);
    expect(accepts(clickSchema, event)).toBe(true);
    expect(accepts(clickSchema, { ...event, action: 'jump' })).toBe(false);
    expect(accepts(clickSchema, { ...event, count: 'many' })).toBe(false);
    expect(accepts(clickSchema, { ...event, unknown_field: 1 })).toBe(false);
    const { action: _, ...withoutAction } = event;
    expect(accepts(clickSchema, withoutAction)).toBe(false);
  });

  test.each<[JsonObject, Json, Json]>([
    [{ type: ['string', 'null'] }, null, 1],
    [{ type: 'array', items: { enum: ['a', 1] } }, ['a', 1], ['b']],
    [{ type: 'array', items: [{ type: 'string' }] }, ['a', 1], [1]],
    [{ oneOf: [{ type: 'string' }, { type: 'integer' }] }, 1, true],
    [{ const: { a: [1] } }, { a: [1] }, { a: [2] }],
    [
      { type: 'object', additionalProperties: { type: 'integer' }, properties: { a: { type: 'string' } } },
      { a: 'x', b: 1 },
      { b: true },
    ],
    [{ type: 'object', additionalProperties: false }, {}, { a: 1 }],
    [{ allOf: [{ properties: { a: { type: 'string' } } }] }, { a: 'x' }, { a: 1 }],
  ])('of %j', (field, good, bad) => {
    const schema = { type: 'object', properties: { field }, required: ['field'] };
    expect(accepts(schema, { field: good })).toBe(true);
    expect(accepts(schema, { field: bad })).toBe(false);
  });

  test('no name, description or value gets out of its place', () => {
    fc.assert(
      fc.property(hostileSchema, hostileText, (schema, name) => {
        const code = toTypeScript(schema, name);
        expect(diagnose(code)).toEqual([]);
        const { statements } = ts.createSourceFile('/code.ts', code, ts.ScriptTarget.Latest);
        expect(statements.map(({ kind }) => kind)).toEqual([ts.SyntaxKind.InterfaceDeclaration]);
      }),
      { numRuns: 60 },
    );
  });
});
