import type { RepositorySchema } from '@/lib/domain/repository/parse-repository-tree';
import { newestVersion } from '@/lib/domain/repository/newest-version';
import { differingPlace } from './differing-place';
import type { FileSystem } from './file-system';
import { linkTarget, nouns } from './links';
import type { LocatedFinding } from './located-finding';
import { sourcePath } from './materialized-source';
import type { Namespace } from './namespace';
import type { FindingPlaces } from './repository-findings';

/** What a check of structure works on; `linksAreFiles` where the whole checkout holds its links as small files. */
export interface StructureCheck {
  namespace: Namespace;
  fileSystem: FileSystem;
  places: FindingPlaces;
  linksAreFiles: boolean;
}

/**
 * Checks the files of one schema as upstream's structure tests do (conformance.md B1): source, newest version, links,
 * content types, `$id`.
 */
export function checkStructure(check: StructureCheck, schema: RepositorySchema): LocatedFinding[] {
  return [...checkSource(check, schema), ...checkVersions(check, schema), ...checkLatest(check, schema)];
}

function checkSource({ namespace, places }: StructureCheck, schema: RepositorySchema): LocatedFinding[] {
  const { config, entries, others } = namespace.checkout;
  const file = sourcePath(schema, config);
  const findings: LocatedFinding[] = [];
  const link = `${schema.directory}/current`;
  if (entries.has(link) || others.has(link)) findings.push(places.error('no-current-link', link, {}));
  if (!entries.has(file)) {
    findings.push(places.error('current-file-exists', file, { currentName: config.currentName }));
  }
  const made = namespace.materializeSource(schema);
  if (made === null) return findings;
  if (made.version === null) return [...findings, places.error('source-without-version', file, {})];
  const newest = primaryNewest(namespace, schema);
  if (newest !== made.version) {
    return [...findings, places.error('version-file-exists', file, { version: made.version, newest })];
  }
  const place = made.release()?.place ?? null;
  if (place !== null) {
    findings.push(places.error('current-equals-newest-version', file, { version: newest, place }));
  }
  return findings;
}

function primaryNewest({ checkout }: Namespace, { directory, versions }: RepositorySchema): string | null {
  const primary = checkout.config.contentTypes[0];
  return newestVersion(
    versions
      .map(({ version }) => version)
      .filter((version) => checkout.entries.has(`${directory}/${version}.${primary}`)),
  );
}

function checkVersions(check: StructureCheck, schema: RepositorySchema): LocatedFinding[] {
  const { namespace, places } = check;
  const { config, entries } = namespace.checkout;
  return schema.versions.flatMap(({ version, path }) => {
    const findings: LocatedFinding[] = [];
    const files = config.contentTypes.map((type) => `${schema.directory}/${version}.${type}`);
    for (const file of files) {
      if (!entries.has(file)) findings.push(places.error('content-type-exists', path, { file }));
    }
    findings.push(
      ...checkForms(
        check,
        files.filter((file) => entries.has(file)),
      ),
    );
    if (config.shouldSymlinkExtensionless) {
      const target = `${version}.${config.contentTypes[0]}`;
      findings.push(
        ...checkLink(check, { rule: 'version-link', path: `${schema.directory}/${version}`, target }),
      );
    }
    findings.push(...checkId(check, { title: schema.title, version, path }));
    return findings;
  });
}

/** The files of a version hold the same value. */
function checkForms({ namespace, places }: StructureCheck, files: readonly string[]): LocatedFinding[] {
  const [first, ...others] = files;
  if (first === undefined) return [];
  const value = namespace.readVersion(first)?.value;
  return others
    .filter((file) => {
      const read = namespace.checkout.readShared(file);
      return read !== null && differingPlace(read.source?.value, value) !== null;
    })
    .map((file) => places.error('content-types-equal', file, { file, other: first }));
}

/** Upstream asks only that the path below the schemas' folder hold the `$id`, so a shorter one passes. */
function checkId(
  { namespace, places }: StructureCheck,
  { title, version, path }: { title: string; version: string; path: string },
): LocatedFinding[] {
  const source = namespace.readVersion(path);
  const id = source?.value['$id'];
  const expected = `/${title}/${version}`;
  if (source === null || id === expected) return [];
  return [places.error('id-matches-directory', path, { id: typeof id === 'string' ? id : null, expected })];
}

function checkLatest(check: StructureCheck, schema: RepositorySchema): LocatedFinding[] {
  const { config } = check.namespace.checkout;
  const newest = primaryNewest(check.namespace, schema);
  if (newest === null || !config.shouldSymlinkLatest) return [];
  const primary = config.contentTypes[0];
  const target = `${newest}.${primary}`;
  const names = [`latest.${primary}`, ...(config.shouldSymlinkExtensionless ? ['latest'] : [])];
  return names.flatMap((name) =>
    checkLink(check, { rule: 'latest-link', path: `${schema.directory}/${name}`, target }),
  );
}

function checkLink(
  { namespace, fileSystem, places, linksAreFiles }: StructureCheck,
  { rule, path, target }: { rule: string; path: string; target: string },
): LocatedFinding[] {
  const found = linkTarget(fileSystem, namespace.checkout, path);
  const isLink = found?.kind === 'symlink' || linksAreFiles;
  if (isLink && found?.target === target) return [];
  const name = path.slice(path.lastIndexOf('/') + 1);
  const described =
    found === null ? null : isLink && found.target !== null ? found.target : nouns[found.kind];
  return [places.error(rule, path, { name, target, found: described })];
}

/** How many links the checkout holds as small files; null where it holds any link as a link. */
export function countLinksAsFiles(fileSystem: FileSystem, { checkout }: Namespace): number | null {
  let count = 0;
  for (const { path, kind } of checkout.entries.values()) {
    if (kind === 'symlink') return null;
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (!/^(latest(\.\w+)?|\d+\.\d+\.\d+)$/.test(name)) continue;
    if (linkTarget(fileSystem, checkout, path)?.target) count += 1;
  }
  return count === 0 ? null : count;
}
