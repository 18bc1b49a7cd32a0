import { basename, dirname, resolve } from 'node:path';
import { type Change, isBreaking } from '@/lib/domain/compatibility/change';
import { compareSchemas, type Comparison } from '@/lib/domain/compatibility/compare-schemas';
import { findCounterExample } from '@/lib/domain/compatibility/counter-example';
import { describeNoCounterExample } from '@/lib/domain/compatibility/counter-example-texts';
import { describeChange } from '@/lib/domain/compatibility/describe-change';
import { describeHiveConsequence, hiveConsequences } from '@/lib/domain/compatibility/hive';
import { isVersionAllowed, suggestVersion } from '@/lib/domain/compatibility/suggest-version';
import { describeUpstreamReason } from '@/lib/domain/compatibility/upstream-texts';
import { compatibilityFindings } from '@/lib/domain/compatibility/compatibility-findings';
import type { Finding } from '@/lib/domain/findings/finding';
import { isJsonObject, type Json, type JsonObject } from '@/lib/domain/schema/json';
import { materialize } from '@/lib/domain/schema/materialize';
import { readSource } from '@/lib/domain/schema/read-source';
import { listRefs } from '@/lib/domain/schema/refs';
import { toMaterializeOptions } from '@/lib/domain/schema/repository-config';
import { parseSchemaId } from '@/lib/domain/schema/schema-id';
import type { SchemaSource } from '@/lib/domain/schema/types';
import { plainLine } from '../plain';
import { readWords, UsageError } from '../words';
import { isCheckout, loadConfig } from './checkout';
import { type CommandCall, type CommandResult, pathFrom, readFormat, requireRefs } from './command';
import type { FileSystem } from './file-system';
import { locate } from './located-finding';
import { loadNamespace } from './namespace';
import { plural } from './print-findings';
import { describeLocated } from './structure-texts';

/**
 * `diff OLD NEW [--refs DIR]…`: what changed between two schema files, whom each change concerns, an event for each
 * break, and the version number that the change asks for. A source is materialized in the repository around it. Status 1 where the newer one may not follow the older one under its own number, or, where one of them
 * has none, where the change breaks anyone.
 */
export function runDiff(call: CommandCall): CommandResult {
  const read = readWords(call.words, ['format', 'refs']);
  const [olderPath, newerPath, ...others] = read.rest;
  if (olderPath === undefined || newerPath === undefined || others.length > 0) {
    throw new UsageError('diff takes two schema files: OLD NEW.');
  }
  const refs = requireRefs(read.all('refs'), call);
  const [older, newer] = readBoth(call, { olderPath, newerPath, refs });
  const comparison = compareSchemas(older, newer);
  const versions = { older: versionOf(older), newer: versionOf(newer) };
  const file = pathFrom(call.cwd, resolve(call.cwd, newerPath));
  const told = { older, newer, comparison, baseVersion: versions.older };
  return {
    format: readFormat(read.one('format')),
    outcome: {
      findings: numberFindings(versions, comparison).map((finding) => locate(finding, file)),
      subject: plural(comparison.changes.length, 'change'),
    },
    text: humanText(told),
    report: toReport(told),
    status: mayFollow(versions, comparison) ? 0 : 1,
  };
}

/** Those that the two files name; null where one names none. */
interface Versions {
  older: string | null;
  newer: string | null;
}

function mayFollow({ older, newer }: Versions, comparison: Comparison): boolean {
  if (older === null || newer === null) return comparison.strict.compatible;
  if (older === newer) return comparison.changes.length === 0;
  return isVersionAllowed(older, newer, comparison);
}

/** A schema beside itself needs no other number, and a copy under a greater one may have it. */
function numberFindings(versions: Versions, comparison: Comparison): Finding[] {
  const { older, newer } = versions;
  if (older === null || newer === null) return [];
  if (comparison.changes.length === 0 && mayFollow(versions, comparison)) return [];
  return compatibilityFindings(older, newer, comparison);
}

function versionOf(schema: JsonObject): string | null {
  const id = schema['$id'];
  return typeof id === 'string' ? (parseSchemaId(id)?.version ?? null) : null;
}

/** A schema file, and the root of the repository around it. */
interface SchemaText {
  given: string;
  path: string;
  root: string;
  source: SchemaSource;
}

interface Asked {
  olderPath: string;
  newerPath: string;
  refs: string[];
}

/**
 * Two released versions are compared as they stand. Where one is a source, both are materialized: a version gives
 * itself then, and what only materializing adds is no change.
 */
function readBoth(call: CommandCall, { olderPath, newerPath, refs }: Asked): [JsonObject, JsonObject] {
  const older = readSchemaFile(call, olderPath);
  const newer = readSchemaFile(call, newerPath);
  const { fileSystem } = call;
  if (!isSource(older, fileSystem) && !isSource(newer, fileSystem))
    return [older.source.value, newer.source.value];
  return [materializeText(older, fileSystem, refs), materializeText(newer, fileSystem, refs)];
}

function readSchemaFile({ cwd, fileSystem }: CommandCall, given: string): SchemaText {
  const path = resolve(cwd, given);
  const bytes = fileSystem.isFile(path) ? fileSystem.read(path) : null;
  if (bytes === null) throw new UsageError(`There is no schema file ${given}.`);
  const { source, findings } = readSource(bytes);
  // What a text with errors means is not certain.
  if (source === null || findings.some(({ severity }) => severity === 'error')) {
    const reasons = findings.map((finding) => describeLocated(finding)).join(' ');
    throw new UsageError(`${given} cannot be read: ${reasons}`);
  }
  return { given, path, root: rootAround(fileSystem, path), source };
}

function materializeText(
  { given, root, source }: SchemaText,
  fileSystem: FileSystem,
  refs: string[],
): JsonObject {
  const namespace = loadNamespace(fileSystem, { root, refs });
  const options = toMaterializeOptions(namespace.checkout.config);
  const result = materialize(source, namespace.lookup, options);
  if (result.schema !== null) return result.schema;
  const reasons = result.findings.map((finding) => describeLocated(finding)).join(' ');
  throw new UsageError(`${given} cannot be materialized: ${reasons}`);
}

/** Tells a source by its name, or by what is left to merge in it. */
function isSource({ path, root, source }: SchemaText, fileSystem: FileSystem): boolean {
  if (listRefs(source.value).length > 0 || holdsAllOf(source.value)) return true;
  return basename(path) === loadConfig(fileSystem, root).config.currentName;
}

function holdsAllOf(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return (isJsonObject(value) && Array.isArray(value['allOf'])) || Object.values(value).some(holdsAllOf);
}

/** The nearest folder above that holds a configuration; the file's own folder where there is none. */
function rootAround(fileSystem: FileSystem, path: string): string {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (isCheckout(fileSystem, folder)) return folder;
    if (folder === dirname(folder)) return dirname(path);
  }
}

interface Told {
  older: JsonObject;
  newer: JsonObject;
  comparison: Comparison;
  baseVersion: string | null;
}

function humanText(told: Told): string {
  const { older, newer, comparison } = told;
  const lines = comparison.changes.flatMap((change) => changeLines(older, newer, change));
  if (lines.length === 0) lines.push('Nothing changed.');
  for (const consequence of hiveConsequences(older, newer))
    lines.push(`table: ${describeHiveConsequence(consequence)}`);
  const { upstream, strict } = comparison;
  const [reason] = upstream.reasons;
  lines.push(
    `jsonschema-tools: ${upstream.verdict}${reason === undefined ? '' : `, because ${describeUpstreamReason(reason)}`}`,
  );
  lines.push(`Assent: ${strict.compatible ? 'compatible' : 'not compatible'}`);
  const suggestion = suggestionFor(told);
  if (suggestion !== null) lines.push(`next version: ${suggestion.version}. ${suggestion.because}`);
  return `${lines.map(plainLine).join('\n')}\n`;
}

/** Null where nothing changed, and where the older schema names no version. */
function suggestionFor({ comparison, baseVersion }: Told) {
  return baseVersion === null || comparison.changes.length === 0
    ? null
    : suggestVersion(baseVersion, comparison);
}

function changeLines(older: JsonObject, newer: JsonObject, change: Change): string[] {
  const line = `${change.classifications.join(', ')}: ${describeChange(change)}`;
  if (!isBreaking(change)) return [line];
  const { found, reason } = findCounterExample(older, newer, change);
  if (found === null) return [line, `  ${describeNoCounterExample(reason)}`];
  return [line, `  only the ${found.acceptedBy} version accepts ${JSON.stringify(found.event)}`];
}

function toReport(told: Told): object {
  const { older, newer, comparison } = told;
  return {
    changes: comparison.changes.map((change) => {
      const { found, reason } = findCounterExample(older, newer, change);
      return { ...change, sentence: describeChange(change), counterExample: found, noCounterExample: reason };
    }),
    upstream: comparison.upstream,
    strict: comparison.strict,
    table: hiveConsequences(older, newer).map((consequence) => ({
      ...consequence,
      sentence: describeHiveConsequence(consequence),
    })),
    suggestion: suggestionFor(told),
  };
}
