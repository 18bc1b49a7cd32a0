import { isSafePattern } from '../regex/safe-pattern';
import type { Json, JsonObject } from '../schema/json';
import { readSource } from '../schema/read-source';
import type { RepositoryConfig } from '../schema/repository-config';
import { coerceVersion, compareVersions, isValidTitle } from '../schema/schema-id';
import { toPointer } from '../schema/pointer';
import type { ReadResult, SchemaSource } from '../schema/types';
import { classifySchemaFile, type SchemaFile, schemaFolder } from './repository-layout';

/** A file or symbolic link of a repository; a link's content is its target. */
export interface RepositoryFile {
  /** From the root of the repository, with `/`. */
  path: string;
  kind: 'file' | 'symlink';
  content: string;
}

export interface RepositoryVersion {
  version: string;
  path: string;
  /** As it stands in the repository, in its primary content type. */
  text: string;
}

export interface RepositorySchema {
  title: string;
  /** From the root of the repository, without a slash at its end. */
  directory: string;
  /** The source; null where there is none, or it cannot be read. */
  currentText: string | null;
  /** Oldest first; empty where nothing was released yet. */
  versions: RepositoryVersion[];
}

/** A file that was left out, and why. */
export interface RepositoryProblem {
  path: string;
  /** Counts from 1; null where the reason is not in the text. */
  line: number | null;
  /** A rule's name: one of problem-texts.ts, or a reading rule of the catalogue. */
  reason: string;
  params: Record<string, Json>;
}

export interface RepositoryTree {
  /** In the order of their titles, by code unit. */
  schemas: RepositorySchema[];
  problems: RepositoryProblem[];
}

/** Reads a text; one that remembers its answers spares its caller a second reading. */
export type ReadText = (text: string) => ReadResult;

/**
 * Finds every schema and released version among the files of a repository in the layout of jsonschema-tools
 * (conformance.md A1, A2). Never throws: a file that cannot be used is a problem, and the rest goes on. Links need
 * not be there, nor be links: a repository may have come through something that stores them as small files.
 * Schemas that `ignoreSchemas` names are left out without a word, as upstream does.
 */
export function parseRepositoryTree(
  files: Iterable<RepositoryFile>,
  config: RepositoryConfig,
  read: ReadText = readSource,
): RepositoryTree {
  const folder = schemaFolder(config);
  if (folder === null) {
    const params = { schemaBasePath: config.schemaBasePath };
    const problem = { path: '.jsonschema-tools.yaml', line: null, reason: 'base-path-outside', params };
    return { schemas: [], problems: [problem] };
  }
  const isIgnored = ignores(config.ignoreSchemas);
  const found = new Map<string, Found>();
  const problems: RepositoryProblem[] = [];
  for (const file of files) {
    const place = classifySchemaFile(file.path, config);
    if (!place) continue;
    const known = readSchemaFile({ file, place, config, read });
    if ('reason' in known) problems.push({ path: file.path, ...known });
    else if (!isIgnored(known.id)) addTo(found, file, place);
  }
  const schemas = [...found].map(([title, { currentText, versions }]) => ({
    title,
    directory: folder === '' ? title : `${folder}/${title}`,
    currentText,
    versions: inPrimaryType(versions, config),
  }));
  return { schemas: schemas.sort((one, other) => (one.title < other.title ? -1 : 1)), problems };
}

interface Found {
  currentText: string | null;
  versions: VersionForms;
}

/** By version, then by content type. */
type VersionForms = Map<string, Map<string, RepositoryVersion>>;

type Refusal = Omit<RepositoryProblem, 'path'>;

/** Reads a file and checks that it is what its path says; otherwise gives the reason. */
function readSchemaFile({
  file,
  place,
  config,
  read,
}: {
  file: RepositoryFile;
  place: SchemaFile;
  config: RepositoryConfig;
  read: ReadText;
}): { id: string } | Refusal {
  if (file.kind === 'symlink') return { line: null, reason: 'link-instead-of-file', params: {} };
  if (place.role === 'version' && place.version === null) {
    return { line: null, reason: 'version-file-name', params: {} };
  }
  if (!isValidTitle(place.directory)) {
    return { line: null, reason: 'unsafe-title', params: { directory: place.directory } };
  }
  const { source, findings } = read(file.content);
  if (source) return checkIdentity(source, place, config);
  const first = findings[0];
  const params = first?.params ?? {};
  return { line: first?.range?.start.line ?? null, reason: first?.rule ?? 'invalid-yaml', params };
}

function checkIdentity(
  source: SchemaSource,
  place: SchemaFile,
  config: RepositoryConfig,
): { id: string } | Refusal {
  const title = textOf(source.value, config.schemaTitleField);
  if (title === null) return { line: 1, reason: 'title-missing', params: { directory: place.directory } };
  if (title !== place.directory) {
    const params = { title, directory: place.directory };
    return { line: lineOf(source, config.schemaTitleField), reason: 'title-directory-mismatch', params };
  }
  // Upstream matches `ignoreSchemas` against `$id`, whatever field holds the version.
  const id = textOf(source.value, '$id') ?? '';
  if (place.role === 'current') return { id };
  const version = coerceVersion(textOf(source.value, config.schemaVersionField) ?? '');
  if (version === null) return { line: 1, reason: 'version-missing', params: {} };
  if (version === place.version) return { id };
  const params = { version, expected: place.version };
  return { line: lineOf(source, config.schemaVersionField), reason: 'version-file-mismatch', params };
}

function addTo(found: Map<string, Found>, file: RepositoryFile, place: SchemaFile): void {
  const schema: Found = found.get(place.directory) ?? { currentText: null, versions: new Map() };
  found.set(place.directory, schema);
  if (place.role === 'current') {
    schema.currentText = file.content;
    return;
  }
  const version = place.version ?? '';
  const forms = schema.versions.get(version) ?? new Map<string, RepositoryVersion>();
  forms.set(place.contentType, { version, path: file.path, text: file.content });
  schema.versions.set(version, forms);
}

/** Each version in the first of the configured content types that it has, oldest first. */
function inPrimaryType(versions: VersionForms, config: RepositoryConfig): RepositoryVersion[] {
  const primaries = [...versions.values()].flatMap((forms) => {
    const primary = config.contentTypes.find((type) => forms.has(type));
    const form = primary && forms.get(primary);
    return form ? [form] : [];
  });
  return primaries.sort((one, other) => compareVersions(one.version, other.version));
}

/** An expression that is broken or may take forever leaves nothing out. */
function ignores(patterns: readonly string[]): (id: string) => boolean {
  const expressions = patterns.filter(isSafePattern).map((pattern) => new RegExp(pattern));
  return (id) => id.length <= 1000 && expressions.some((expression) => expression.test(id));
}

function textOf(value: JsonObject, key: string): string | null {
  const text = Object.hasOwn(value, key) ? value[key] : null;
  return typeof text === 'string' ? text : null;
}

function lineOf(source: SchemaSource, key: string): number | null {
  return source.rangeOf(toPointer([key]), 'key')?.start.line ?? null;
}
