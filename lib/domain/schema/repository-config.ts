import { compiles } from '../regex/safe-pattern';
import type { Finding } from '../findings/finding';
import { isSafePattern } from '../regex/safe-pattern';
import { isJsonObject, type Json, type JsonObject } from './json';
import { appendPointer } from './pointer';
import { createValueReader } from './read-source';
import type { MaterializeOptions, SchemaSource } from './types';

/** A form in which a version is written. */
export type ContentType = 'yaml' | 'json';

/** `.jsonschema-tools.yaml`: how a schema repository is laid out and checked (conformance.md A2). */
export interface RepositoryConfig {
  /** Where sources are, relative to the root of the repository; `.` is the root itself. */
  schemaBasePath: string;
  /** Prefixes under which a `$ref` is looked for, in this order. */
  schemaBaseUris: string[];
  /** The first one is the primary: symlinks point to it. */
  contentTypes: ContentType[];
  /** With extension: `current.yaml`. */
  currentName: string;
  schemaVersionField: string;
  schemaTitleField: string;
  shouldDereference: boolean;
  shouldSymlinkExtensionless: boolean;
  shouldSymlinkLatest: boolean;
  shouldGitAdd: boolean;
  shouldGenerateExample: boolean;
  /** Null where bounds are not enforced. */
  enforcedNumericBounds: [number, number] | null;
  /** Regular expressions on `$id`: schemas that are left out. */
  ignoreSchemas: string[];
  /** Regular expression on `$id` to the names of the tests that are skipped. */
  skipSchemaTestCases: Record<string, string[]>;
  dryRun: boolean;
  gitStaged: boolean;
  logLevel: string;
}

/** The defaults of jsonschema-tools 1.3.0, with the working directory as `.`. */
export const defaultRepositoryConfig: RepositoryConfig = {
  schemaBasePath: '.',
  schemaBaseUris: ['.'],
  contentTypes: ['yaml', 'json'],
  currentName: 'current.yaml',
  schemaVersionField: '$id',
  schemaTitleField: 'title',
  shouldDereference: true,
  shouldSymlinkExtensionless: true,
  shouldSymlinkLatest: true,
  shouldGitAdd: true,
  shouldGenerateExample: false,
  enforcedNumericBounds: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  ignoreSchemas: [],
  skipSchemaTestCases: {},
  dryRun: false,
  gitStaged: false,
  logLevel: 'warn',
};

/**
 * Reads a repository's configuration. A key that is missing, or that does not hold what it should, has its
 * default; the latter gives an error finding, as does a value that Assent cannot follow; a key that jsonschema-tools
 * does not know gives a warning. Whether the patterns of `skipSchemaTestCases` are safe is for those to ask who use them.
 * An empty text is an empty configuration. Never throws.
 */
export function readRepositoryConfig(text: string): { config: RepositoryConfig; findings: Finding[] } {
  const isEmpty = text.replace(/^\s*(?:#.*|---)?\s*$/gm, '').trim() === '';
  const { source, findings } = isEmpty
    ? { source: null, findings: [] }
    : createValueReader({ shares: false })(text);
  if (!source) return { config: structuredClone(defaultRepositoryConfig), findings };
  const reading: Reading = { source, findings: [...findings] };
  reportUnknownKeys(reading);
  const config = toConfig(reading);
  reportUnsupported(reading, config);
  return { config, findings: reading.findings };
}

/** The part of the configuration that materialization depends on. */
export function toMaterializeOptions(config: RepositoryConfig): MaterializeOptions {
  const { enforcedNumericBounds, shouldGenerateExample, schemaVersionField, schemaTitleField } = config;
  return { enforcedNumericBounds, shouldGenerateExample, schemaVersionField, schemaTitleField };
}

interface Reading {
  source: SchemaSource;
  findings: Finding[];
}

function toConfig(reading: Reading): RepositoryConfig {
  const base = defaultRepositoryConfig;
  const contentTypes = setting(reading, 'contentTypes', {
    parse: contentTypesOf,
    fallback: base.contentTypes,
  });
  const schemaBasePath = setting(reading, 'schemaBasePath', { parse: textOf, fallback: base.schemaBasePath });
  const texts = (key: TextKey, fallback = base[key]): string =>
    setting(reading, key, { parse: textOf, fallback });
  const flags = (key: FlagKey): boolean => setting(reading, key, { parse: flagOf, fallback: base[key] });
  return {
    schemaBasePath,
    schemaBaseUris: setting(reading, 'schemaBaseUris', { parse: textsOf, fallback: [schemaBasePath] }),
    contentTypes,
    currentName: withExtension(texts('currentName', 'current'), contentTypes),
    schemaVersionField: texts('schemaVersionField'),
    schemaTitleField: texts('schemaTitleField'),
    shouldDereference: flags('shouldDereference'),
    shouldSymlinkExtensionless: flags('shouldSymlinkExtensionless'),
    shouldSymlinkLatest: flags('shouldSymlinkLatest'),
    shouldGitAdd: flags('shouldGitAdd'),
    shouldGenerateExample: flags('shouldGenerateExample'),
    enforcedNumericBounds: setting(reading, 'enforcedNumericBounds', {
      parse: boundsOf,
      fallback: base.enforcedNumericBounds,
    }),
    ignoreSchemas: setting(reading, 'ignoreSchemas', { parse: patternsOf, fallback: base.ignoreSchemas }),
    skipSchemaTestCases: setting(reading, 'skipSchemaTestCases', {
      parse: skipsOf,
      fallback: base.skipSchemaTestCases,
    }),
    dryRun: flags('dryRun'),
    gitStaged: flags('gitStaged'),
    logLevel: texts('logLevel'),
  };
}

type KeysHolding<T> = {
  [K in keyof RepositoryConfig]: RepositoryConfig[K] extends T ? K : never;
}[keyof RepositoryConfig];
type TextKey = KeysHolding<string>;
type FlagKey = KeysHolding<boolean>;

interface Setting<T> {
  parse: (value: Json) => T | undefined;
  fallback: T;
}

/** Reads one key; undefined from the parser means that the value is not what the key needs. */
function setting<T>(reading: Reading, key: string, { parse, fallback }: Setting<T>): T {
  const { value } = reading.source;
  if (!Object.hasOwn(value, key)) return structuredClone(fallback);
  const parsed = parse(value[key] as Json);
  if (parsed !== undefined) return parsed;
  reading.findings.push(finding(reading.source, key, { rule: 'bad-setting', severity: 'error' }));
  return structuredClone(fallback);
}

function reportUnknownKeys({ source, findings }: Reading): void {
  // `configPaths` and `log` are options of the program, which a file cannot set to any effect here.
  const known = new Set([...Object.keys(defaultRepositoryConfig), 'configPaths', 'log']);
  for (const key of Object.keys(source.value)) {
    if (!known.has(key))
      findings.push(finding(source, key, { rule: 'unknown-setting', severity: 'warning' }));
  }
}

/** What jsonschema-tools does and Assent does not. */
function reportUnsupported({ source, findings }: Reading, config: RepositoryConfig): void {
  if (!config.shouldDereference)
    findings.push(finding(source, 'shouldDereference', { rule: 'unsupported-setting', severity: 'error' }));
  for (const pattern of new Set(config.ignoreSchemas)) {
    if (isSafePattern(pattern)) continue;
    const unsafe = finding(source, 'ignoreSchemas', { rule: 'unsafe-setting-pattern', severity: 'error' });
    findings.push({ ...unsafe, params: { ...unsafe.params, pattern } });
  }
}

function finding(source: SchemaSource, key: string, what: Pick<Finding, 'rule' | 'severity'>): Finding {
  const path = appendPointer('', key);
  const range = source.rangeOf(path, 'key');
  const base: Finding = { ...what, path, params: { key } };
  return range ? { ...base, range } : base;
}

function withExtension(name: string, contentTypes: ContentType[]): string {
  return /[^.]\.[^.]*$/.test(name) ? name : `${name}.${contentTypes[0]}`;
}

function textOf(value: Json): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function flagOf(value: Json): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

function textsOf(value: Json): string[] | undefined {
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined;
}

/** A broken expression would make jsonschema-tools fail. */
function patternsOf(value: Json): string[] | undefined {
  const patterns = textsOf(value);
  return patterns?.every(compiles) ? patterns : undefined;
}

function contentTypesOf(value: Json): ContentType[] | undefined {
  const texts = textsOf(value);
  if (!texts || texts.length === 0) return undefined;
  if (new Set(texts).size < texts.length) return undefined;
  return texts.every((text) => text === 'yaml' || text === 'json') ? (texts as ContentType[]) : undefined;
}

function boundsOf(value: Json): [number, number] | null | undefined {
  if (value === null || value === false || value === 0 || value === '') return null;
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [low, high] = value;
  return typeof low === 'number' && typeof high === 'number' && low <= high ? [low, high] : undefined;
}

function skipsOf(value: Json): Record<string, string[]> | undefined {
  if (!isJsonObject(value)) return undefined;
  if (!Object.keys(value).every(compiles)) return undefined;
  // A single name needs no list.
  const entries = Object.entries(value as JsonObject).map(([pattern, names]) => [
    pattern,
    typeof names === 'string' ? [names] : textsOf(names),
  ]);
  return entries.every(([, names]) => names !== undefined) ? Object.fromEntries(entries) : undefined;
}
