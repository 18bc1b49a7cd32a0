import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Json, JsonObject } from '@/lib/domain/schema/json';

const require = createRequire(import.meta.url);
const file = require.resolve('@wikimedia/jsonschema-tools/lib/tests/robustness.js');
const upstreamRequire = createRequire(file);

interface SchemaInfo {
  schema: JsonObject;
  current: boolean;
}

interface UpstreamOptions {
  enforcedNumericBounds: [number, number] | null;
  skipSchemaTestCases: Record<string, string[]>;
}

interface UpstreamTestCase {
  name: string;
  assertFn(schema: JsonObject, options: UpstreamOptions): void;
}

interface UpstreamUtil {
  shouldSkipTestCase(testCase: UpstreamTestCase, info: SchemaInfo, options: UpstreamOptions): boolean;
  shouldDeclareTestCase(testCase: UpstreamTestCase, info: SchemaInfo, options: UpstreamOptions): boolean;
}

/** The list of tests in upstream's file, which exports only the mocha suite around it. */
function loadTestCases(): UpstreamTestCase[] {
  const source = `${readFileSync(file, 'utf8')}\nmodule.exports = testCases;`;
  const module = { exports: null as unknown };
  new Function('require', 'module', '__dirname', source)(upstreamRequire, module, dirname(file));
  return module.exports as UpstreamTestCase[];
}

// Upstream reads its configuration once, at the first call; afterwards it takes the options as they are given.
upstreamRequire('../jsonschema-tools').readConfig({
  configPaths: [],
  currentName: 'current.yaml',
  contentTypes: ['yaml'],
});

const testCases = loadTestCases();
const { shouldSkipTestCase, shouldDeclareTestCase } = upstreamRequire('./util') as UpstreamUtil;

/** The names of upstream's robustness tests. */
export const upstreamNames = testCases.map((testCase) => testCase.name);

const Ajv = upstreamRequire('ajv');

const jsYaml = upstreamRequire('js-yaml');

/** Reads a file as upstream does. */
export function loadUpstreamYaml(text: string): JsonObject {
  return jsYaml.safeLoad(text);
}

export type AjvVerdict = 'valid' | 'invalid' | 'throws';

/**
 * What ajv 6, as upstream sets it up unless other options are given, says of events; `throws` where it cannot compile
 * the schema.
 */
export function askAjv(schema: JsonObject, events: Json[], options: object = {}): AjvVerdict[] {
  const ajv = new Ajv({ schemaId: '$id', logger: false, ...options });
  const dialect = upstreamRequire('ajv/lib/refs/json-schema-draft-07.json');
  try {
    ajv.addSchema(dialect, 'https://json-schema.org/draft-07/schema');
    const isValid = ajv.compile(schema);
    return events.map((event) => (isValid(event) ? 'valid' : 'invalid'));
  } catch {
    return events.map(() => 'throws');
  }
}

/** The tests that fail on a schema file, by upstream's own code. */
export function failingUpstream(info: SchemaInfo, options: UpstreamOptions): Set<string> {
  const failing = new Set<string>();
  for (const testCase of testCases) {
    if (!shouldDeclareTestCase(testCase, info, options) || shouldSkipTestCase(testCase, info, options))
      continue;
    try {
      testCase.assertFn(structuredClone(info.schema), options);
    } catch {
      failing.add(testCase.name);
    }
  }
  return failing;
}
