import { join, resolve } from 'node:path';
import { newestVersion } from '@/lib/domain/repository/newest-version';
import type { RepositorySchema } from '@/lib/domain/repository/parse-repository-tree';
import type { JsonObject } from '@/lib/domain/schema/json';
import { planVersionFiles, serializeAs, type VersionFile } from '@/lib/domain/schema/version-files';
import { UsageError } from '../words';
import { type CommandCall, type CommandResult, pathFrom, readRepositoryWords, statusOf } from './command';
import { differingPlace } from './differing-place';
import type { FileSystem } from './file-system';
import { linkTarget, nouns } from './links';
import { type LocatedFinding, sortFindings } from './located-finding';
import type { MaterializedSource } from './materialized-source';
import { loadNamespace, type Namespace } from './namespace';
import { plural } from './print-findings';
import { type FindingPlaces, findingPlaces, readingFindings } from './repository-findings';

/**
 * `materialize DIR [--refs DIR]… [--all|--changed] [--out DIR]`: writes the versions, content types and links that the
 * sources of a repository ask for and that are missing, or with `--out` the materialized source of every schema as
 * `OUT/TITLE/X.Y.Z.yaml`. `--changed` looks at the sources alone that differ from the last commit.
 * A released version is never altered: where the source gives something else than was released under its number,
 * that is an error.
 */
export function runMaterialize(call: CommandCall): CommandResult {
  const asked = readRepositoryWords(call, { options: ['out'], flags: ['all', 'changed'] });
  if (asked.flag('all') && asked.flag('changed')) throw new UsageError('Give --all or --changed, not both.');
  const { cwd, fileSystem } = call;
  const namespace = loadNamespace(fileSystem, asked.root, asked.refs, 'sources');
  const { checkout } = namespace;
  const places = findingPlaces(checkout, cwd);
  const out = asked.one('out');
  const schemas = asked.flag('changed') ? changedSchemas(namespace, fileSystem) : checkout.tree.schemas;
  const job: Job = {
    namespace,
    fileSystem,
    places,
    cwd,
    findings: readingFindings(checkout, places),
    written: [],
  };
  for (const schema of schemas) {
    const made = materializeOne(job, schema);
    if (made === null) continue;
    if (out === undefined) writeMissing(job, made);
    else writeOut(job, made, resolve(cwd, out));
  }
  const subject = plural(schemas.length, 'schema');
  const outcome = { findings: sortFindings(job.findings), written: job.written, subject };
  return { format: asked.format, outcome, status: statusOf(outcome) };
}

interface Job {
  namespace: Namespace;
  fileSystem: FileSystem;
  places: FindingPlaces;
  cwd: string;
  findings: LocatedFinding[];
  written: string[];
}

function changedSchemas({ checkout }: Namespace, fileSystem: FileSystem): RepositorySchema[] {
  const changed = fileSystem.listChanged(checkout.root);
  if (changed === null) throw new UsageError('--changed needs a git working tree.');
  const paths = new Set(changed);
  return checkout.tree.schemas.filter(({ directory }) =>
    paths.has(`${directory}/${checkout.config.currentName}`),
  );
}

/** A source that was materialized whole, and its version. */
interface Made extends MaterializedSource {
  version: string;
  value: JsonObject;
}

function materializeOne({ namespace, places, findings }: Job, schema: RepositorySchema): Made | null {
  const made = namespace.materializeSource(schema);
  if (made === null) return null;
  const file = `${schema.directory}/${namespace.checkout.config.currentName}`;
  const said = [...made.readFindings, ...made.result.findings];
  findings.push(...said.map((finding) => places.locate(finding, file)));
  if (made.result.schema === null || said.some(({ severity }) => severity === 'error')) return null;
  if (made.version === null) {
    findings.push(places.error('source-without-version', file, {}));
    return null;
  }
  return { ...made, version: made.version, value: made.result.schema };
}

function writeOut(job: Job, made: Made, out: string): void {
  for (const type of job.namespace.checkout.config.contentTypes) {
    const path = join(out, made.schema.title, `${made.version}.${type}`);
    job.fileSystem.write(path, serializeAs(type, made.value, job.namespace.shared));
    job.written.push(pathFrom(job.cwd, path));
  }
}

function writeMissing(job: Job, made: Made): void {
  const { checkout } = job.namespace;
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
    const isSource = file.path === `${made.schema.directory}/${checkout.config.currentName}`;
    if (isSource) continue;
    if (file.kind === 'file') writeVersionFile(job, file);
    else writeLinkTo(job, file);
  }
}

/** Something else than what the source gives was released under its number, in whatever content type. */
function findRefusal({ namespace, places }: Job, { schema, version, value }: Made): LocatedFinding | null {
  const { checkout, shared } = namespace;
  for (const type of checkout.config.contentTypes) {
    const path = `${schema.directory}/${version}.${type}`;
    // Written by the same rules, which most are: nothing to read.
    const text = checkout.entries.has(path) ? checkout.textOf(path) : null;
    if (text === null || text === serializeAs(type, value, shared)) continue;
    const place = differingPlace(checkout.readShared(path)?.source?.value, value);
    const file = `${schema.directory}/${checkout.config.currentName}`;
    if (place !== null) return places.error('released-version-differs', file, { version, place });
  }
  return null;
}

function writeVersionFile(job: Job, file: VersionFile): void {
  const { entries, root } = job.namespace.checkout;
  if (entries.has(file.path)) return;
  job.fileSystem.writeNew(join(root, file.path), file.content);
  job.written.push(job.places.of(file.path));
}

function writeLinkTo(job: Job, file: VersionFile): void {
  const { checkout } = job.namespace;
  const found = linkTarget(job.fileSystem, checkout, file.path);
  if (found?.target === file.content) return;
  const path = join(checkout.root, file.path);
  if (found !== null && found.kind !== 'symlink') {
    if (found.target === null) {
      const params = { name: file.path, found: nouns[found.kind] };
      job.findings.push(job.places.error('link-occupied', file.path, params));
      return;
    }
    job.fileSystem.write(path, file.content);
  } else job.fileSystem.writeLink(path, file.content);
  job.written.push(job.places.of(file.path));
}
