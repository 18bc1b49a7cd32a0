import parse from 'semver/functions/parse.js';
import type { ContentType, RepositoryConfig } from '../schema/repository-config';
import { isPlainVersion } from '../schema/schema-id';

type Layout = Pick<RepositoryConfig, 'schemaBasePath' | 'contentTypes' | 'currentName'>;

/** What a file of a schema repository is, by its path alone. */
export type SchemaFile = {
  /** Below the base path, without slashes at its ends: what the title should be. Empty in the base path itself. */
  directory: string;
} & (
  | { role: 'current' }
  /** `version` is null where the name is a version, but not a plain `X.Y.Z`. */
  | { role: 'version'; version: string | null; contentType: ContentType }
);

/**
 * The folder that holds the schemas, relative to the root of the repository, without slashes at its ends; empty
 * where it is the root. Null where the configuration names a place outside the repository.
 */
export function schemaFolder(config: Layout): string | null {
  if (config.schemaBasePath.startsWith('/')) return null;
  const parts = config.schemaBasePath.split('/').filter((part) => part !== '' && part !== '.');
  return parts.includes('..') ? null : parts.join('/');
}

/**
 * Tells a source (`current.yaml`) and a released version (`X.Y.Z.yaml`) by path; null for everything else: links
 * (`X.Y.Z`, `latest`), read-me files, and what lies outside the base path, in hidden folders or `node_modules`.
 * The rule is that of jsonschema-tools (conformance.md A1, B).
 */
export function classifySchemaFile(path: string, config: Layout): SchemaFile | null {
  const folder = schemaFolder(config);
  if (folder === null || (folder !== '' && !path.startsWith(`${folder}/`))) return null;
  const parts = (folder === '' ? path : path.slice(folder.length + 1)).split('/');
  const name = parts.pop() ?? '';
  if (parts.some((part) => part.startsWith('.') || part === 'node_modules')) return null;
  const directory = parts.join('/');
  if (name === config.currentName) return { directory, role: 'current' };
  const dot = name.lastIndexOf('.');
  const contentType = config.contentTypes.find((type) => type === name.slice(dot + 1));
  if (contentType === undefined) return null;
  const stem = name.slice(0, Math.max(dot, 0));
  if (isPlainVersion(stem)) return { directory, role: 'version', version: stem, contentType };
  // Most names are no version, and semver takes its time.
  const isVersion = /^[v=\s]*\d/.test(stem) && parse(stem) !== null;
  return isVersion ? { directory, role: 'version', version: null, contentType } : null;
}
