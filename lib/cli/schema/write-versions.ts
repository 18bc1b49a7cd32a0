import { join } from 'node:path';
import { newestVersion } from '@/lib/domain/repository/newest-version';
import type { JsonObject } from '@/lib/domain/schema/json';
import type { ContentType } from '@/lib/domain/schema/repository-config';
import { planVersionFiles, serializeAs, type VersionFile } from '@/lib/domain/schema/version-files';
import { pathFrom } from './command';
import { differingPlace } from './differing-place';
import type { FileSystem } from './file-system';
import { linkTarget, nouns } from './links';
import { type LocatedFinding, locate } from './located-finding';
import { type MaterializedSource, sourcePath } from './materialized-source';
import type { Namespace } from './namespace';
import type { FindingPlaces } from './repository-findings';

/** A run of `materialize`: where it writes, what it found, and what it wrote, from the folder of the caller. */
export interface Writing {
  namespace: Namespace;
  fileSystem: FileSystem;
  places: FindingPlaces;
  /** Absolute. */
  cwd: string;
  findings: LocatedFinding[];
  written: string[];
}

/** A source that was materialized whole, and its version. */
export interface Made extends MaterializedSource {
  version: string;
  value: JsonObject;
}

/** Writes the materialized source as `OUT/TITLE/X.Y.Z.yaml`, in the place of what is there. */
export function writeOut(job: Writing, made: Made, out: string): void {
  const { checkout, shared } = job.namespace;
  for (const type of checkout.config.contentTypes) {
    const path = join(out, made.schema.title, `${made.version}.${type}`);
    const content = serializeAs(type, made.value, shared);
    attempt(job, pathFrom(job.cwd, path), () => job.fileSystem.write(path, content));
  }
}

/** Writes the files and links of a version that are missing; what was released stays as it is. */
export function writeMissing(job: Writing, made: Made): void {
  const { checkout } = job.namespace;
  // A folder in the place of a version was told as a problem of the repository.
  if (versionPaths(job, made).some(({ path }) => checkout.others.has(path))) return;
  const refusal = findRefusal(job, made);
  if (refusal !== null) {
    job.findings.push(refusal);
    return;
  }
  const plan = planVersionFiles({
    title: made.schema.title,
    version: made.version,
    sourceText: made.source.text,
    schema: made.value,
    config: checkout.config,
    shared: job.namespace.shared,
    latestVersion: newestVersion(made.schema.versions.map(({ version }) => version)),
  });
  for (const file of plan) {
    const isSource = file.path === sourcePath(made.schema, checkout.config);
    if (isSource) continue;
    const isDone = file.kind === 'file' ? writeVersionFile(job, file) : writeLinkTo(job, file);
    // A link to what could not be written would lead nowhere.
    if (!isDone) return;
  }
}

/**
 * Writes, and notes what was written. What the system refuses is an error of that file, so that the others are written
 * and told. False where nothing was written.
 */
function attempt({ namespace, findings, written }: Writing, file: string, write: () => void): boolean {
  const name = file;
  if (namespace.checkout.config.dryRun) {
    findings.push(locate({ rule: 'dry-run', severity: 'info', path: '', params: { name } }, file));
    return true;
  }
  try {
    write();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) throw error;
    const params = { name, code: error.code };
    findings.push(locate({ rule: 'not-written', severity: 'error', path: '', params }, file));
    return false;
  }
  written.push(file);
  return true;
}

/** Something else than what the source gives was released under its number, in whatever content type. */
function findRefusal(job: Writing, made: Made): LocatedFinding | null {
  for (const file of versionPaths(job, made)) {
    const refusal = findDifference(job, made, file);
    if (refusal !== null) return refusal;
  }
  return null;
}

interface VersionPath {
  path: string;
  type: ContentType;
}

function versionPaths({ namespace }: Writing, { schema, version }: Made): VersionPath[] {
  return namespace.checkout.config.contentTypes.map((type) => ({
    path: `${schema.directory}/${version}.${type}`,
    type,
  }));
}

function findDifference(
  { namespace, places }: Writing,
  { schema, version, value }: Made,
  { path, type }: VersionPath,
): LocatedFinding | null {
  const { checkout, shared } = namespace;
  const entry = checkout.entries.get(path);
  if (entry === undefined) return null;
  if (entry.kind === 'symlink') return places.error('link-instead-of-file', path, {});
  // Written by the same rules, which most are: nothing to read.
  const text = checkout.textOf(path);
  if (text === serializeAs(type, value, shared)) return null;
  if (text === null) return places.error(checkout.whyNot(path), path, {});
  const { source, findings } = checkout.readShared(path) ?? { source: null, findings: [] };
  const fault = source === null ? findings[0] : undefined;
  if (fault !== undefined) return places.locate(fault, path);
  const place = differingPlace(source?.value, value);
  const file = sourcePath(schema, checkout.config);
  return place === null ? null : places.error('released-version-differs', file, { version, place });
}

function writeVersionFile(job: Writing, file: VersionFile): boolean {
  const { entries, root } = job.namespace.checkout;
  if (entries.has(file.path)) return true;
  return attempt(job, job.places.of(file.path), () =>
    job.fileSystem.writeNew(join(root, file.path), file.content),
  );
}

/** Goes on after a link that could not be made: the others are right without it. */
function writeLinkTo(job: Writing, file: VersionFile): true {
  const { fileSystem, namespace, places } = job;
  const found = linkTarget(fileSystem, namespace.checkout, file.path);
  if (found?.target === file.content) return true;
  const path = join(namespace.checkout.root, file.path);
  const isFile = found !== null && found.kind !== 'symlink';
  if (isFile && found.target === null) {
    const params = { name: file.path, found: nouns[found.kind] };
    job.findings.push(places.error('link-occupied', file.path, params));
    return true;
  }
  attempt(job, places.of(file.path), () =>
    isFile ? fileSystem.write(path, file.content) : fileSystem.writeLink(path, file.content),
  );
  return true;
}
