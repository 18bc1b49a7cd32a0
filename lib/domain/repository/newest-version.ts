import { compareVersions } from '../schema/schema-id';

/** The highest of the versions; null where there is none. */
export function newestVersion(versions: Iterable<string>): string | null {
  let newest: string | null = null;
  for (const version of versions) {
    if (newest === null || compareVersions(version, newest) > 0) newest = version;
  }
  return newest;
}

/** Tells whether `version` comes before `other`. */
export function isOlder(version: string, other: string): boolean {
  return compareVersions(version, other) < 0;
}
