import type { RepositoryConfig } from '../schema/repository-config';
import { compareVersions } from '../schema/schema-id';
import { classifySchemaFile } from './repository-layout';

/** A released version as its path tells it, in its primary content type. */
export interface ListedVersion {
  version: string;
  /** From the root of the repository. */
  path: string;
}

/**
 * Finds the released versions of every schema by the paths of a repository alone, oldest first, by the schema's
 * folder below the base path. Whether the files hold what their paths say is for `parseRepositoryTree` to tell.
 */
export function listVersions(
  paths: Iterable<string>,
  config: RepositoryConfig,
): Map<string, ListedVersion[]> {
  const found = new Map<string, (ListedVersion & { rank: number })[]>();
  for (const path of paths) {
    const place = classifySchemaFile(path, config);
    if (place?.role !== 'version' || place.version === null) continue;
    const { directory, version } = place;
    const rank = config.contentTypes.indexOf(place.contentType);
    const versions = found.get(directory) ?? [];
    const other = versions.findIndex((listed) => listed.version === version);
    if (other === -1) versions.push({ version, path, rank });
    else if (rank < (versions[other]?.rank ?? 0)) versions[other] = { version, path, rank };
    found.set(directory, versions);
  }
  for (const versions of found.values()) {
    versions.sort((one, another) => compareVersions(one.version, another.version));
  }
  return found;
}
