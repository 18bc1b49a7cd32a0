import type { Json, JsonObject } from './json';
import type { ContentType, RepositoryConfig } from './repository-config';
import { compareVersions, isValidTitle } from './schema-id';
import { serializeJson } from './serialize-json';
import { serializeYaml } from './serialize-yaml';
import type { SharedParts } from './shared-parts';

/** A file, or a symlink whose `content` is its target: the bare name of a file beside it. */
export interface VersionFile {
  /** Relative to the root of the repository, with `/`. */
  path: string;
  kind: 'file' | 'symlink';
  content: string;
}

export interface VersionPlan {
  title: string;
  /** `X.Y.Z` */
  version: string;
  /** What `current.yaml` holds, unchanged. */
  sourceText: string;
  /** The materialized schema. */
  schema: JsonObject;
  config: RepositoryConfig;
  /** The version that `latest` points to now; null where there is none. */
  latestVersion: string | null;
  /** What the schema was materialized with, where it was. */
  shared?: SharedParts;
}

/**
 * The files that make a version in a schema repository (conformance.md A1): the source, the version once per
 * content type, `latest` links unless a later version is there, and links without extension to the primary type.
 * Throws a RangeError for a title or version that is not safe to be a path; no caller should have one by then.
 */
export function planVersionFiles(plan: VersionPlan): VersionFile[] {
  const { title, version, config } = plan;
  if (!isValidTitle(title)) throw new RangeError('not a title');
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new RangeError('not a version');
  const directory = schemaDirectory(config, title);
  const files: VersionFile[] = [
    { path: `${directory}/${config.currentName}`, kind: 'file', content: plan.sourceText },
  ];
  for (const type of config.contentTypes) files.push(...filesOfType(plan, directory, type));
  return files;
}

function filesOfType(plan: VersionPlan, directory: string, type: ContentType): VersionFile[] {
  const { version, config, latestVersion } = plan;
  const target = `${version}.${type}`;
  const isLatest = latestVersion === null || compareVersions(version, latestVersion) >= 0;
  const isPrimary = type === config.contentTypes[0] && config.shouldSymlinkExtensionless;
  const files: VersionFile[] = [
    { path: `${directory}/${target}`, kind: 'file', content: serializeAs(type, plan.schema, plan.shared) },
  ];
  const link = (name: string): void => {
    files.push({ path: `${directory}/${name}`, kind: 'symlink', content: target });
  };
  if (config.shouldSymlinkLatest && isLatest) link(`latest.${type}`);
  if (isPrimary) link(version);
  if (isPrimary && config.shouldSymlinkLatest && isLatest) link('latest');
  return files;
}

/** Where the files of a schema are, relative to the root of the repository. */
export function schemaDirectory(config: RepositoryConfig, title: string): string {
  const base = config.schemaBasePath.replace(/^(?:\.?\/)+|\/+$/g, '');
  return base === '' || base === '.' ? title : `${base}/${title}`;
}

/** Writes a value in the given form. */
export function serializeAs(type: ContentType, value: Json, shared: SharedParts | null = null): string {
  return type === 'json' ? serializeJson(value) : serializeYaml(value, shared);
}
