import { dirname, resolve } from 'node:path';
import type { RepositorySchema } from '@/lib/domain/repository/parse-repository-tree';
import { UsageError } from '../words';
import { type CommandCall, type CommandResult, readRepositoryWords, statusOf } from './command';
import type { FileSystem } from './file-system';
import { isWithin } from './list-entries';
import { sortFindings } from './located-finding';
import { type MaterializedSource, sourcePath } from './materialized-source';
import { loadNamespace, type Namespace } from './namespace';
import { plural } from './print-findings';
import { findingPlaces, readingFindings } from './repository-findings';
import { type Made, type Writing, writeMissing, writeOut } from './write-versions';

/**
 * `materialize DIR [--refs DIR]… [--all|--changed] [--out DIR]`: writes the versions, content types and links that the
 * sources of a repository ask for and that are missing, or with `--out` the materialized source of every schema as
 * `OUT/TITLE/X.Y.Z.yaml`. `--changed` looks at the sources alone that differ from the last commit, and at those that
 * they refer to and that are not released.
 * A released version is never altered: where the source gives something else than was released under its number,
 * that is an error. Referenced sources come first. Nothing is written while the configuration has errors.
 */
export function runMaterialize(call: CommandCall): CommandResult {
  const asked = readRepositoryWords(call, { options: ['out'], flags: ['all', 'changed'] });
  if (asked.flag('all') && asked.flag('changed')) throw new UsageError('Give --all or --changed, not both.');
  const { cwd, fileSystem } = call;
  const namespace = loadNamespace(fileSystem, { root: asked.root, refs: asked.refs, depth: 'sources' });
  const { checkout } = namespace;
  const places = findingPlaces(checkout, cwd);
  const given = asked.one('out');
  const out = given === undefined ? null : requireElsewhere(fileSystem, namespace, resolve(cwd, given));
  const changed = asked.flag('changed') ? requireChanged(namespace, fileSystem) : null;
  const schemas = checkout.tree.schemas.filter(
    (schema) => changed?.has(sourcePath(schema, checkout.config)) ?? true,
  );
  const findings = readingFindings(checkout, places, changed);
  const job: Writing = { namespace, fileSystem, places, cwd, findings, written: [] };
  // What cannot be read as it was meant would be written as nobody meant it.
  const isMeant = checkout.configFindings.every(({ severity }) => severity !== 'error');
  for (const made of inOrder(namespace, schemas)) {
    const whole = takeWhole(job, made);
    if (whole === null || !isMeant) continue;
    if (out === null) writeMissing(job, whole);
    else writeOut(job, whole, out);
  }
  const subject = plural(schemas.length, 'schema');
  const outcome = { findings: sortFindings(job.findings), written: job.written, subject };
  return { format: asked.format, outcome, status: statusOf(outcome) };
}

/** Materializes them all, and what they refer to and is not released: that comes before them. */
function inOrder(namespace: Namespace, schemas: readonly RepositorySchema[]): readonly MaterializedSource[] {
  for (const schema of schemas) namespace.materializeSource(schema);
  return namespace.materialized;
}

/** `--out` takes what is there already for its own, so nothing of the repository may be in its way. */
function requireElsewhere(fileSystem: FileSystem, { checkout }: Namespace, out: string): string {
  const real = fileSystem.realPath(out);
  const root = fileSystem.realPath(checkout.root);
  const schemas = fileSystem.realPath(resolve(checkout.root, checkout.config.schemaBasePath));
  if (isWithin(root, real) || isWithin(schemas, real) || isWithin(real, schemas))
    throw new UsageError(
      '--out needs a folder outside of the schemas: it would overwrite released versions.',
    );
  for (let folder = out; folder !== dirname(folder); folder = dirname(folder)) {
    if (fileSystem.isDirectory(folder)) break;
    if (fileSystem.isFile(folder)) throw new UsageError('--out needs a folder, and a file stands there.');
  }
  return out;
}

/** The paths of the files that differ from the last commit. */
function requireChanged({ checkout }: Namespace, fileSystem: FileSystem): ReadonlySet<string> {
  const changed = fileSystem.listChanged(checkout.root);
  if (changed === null) throw new UsageError('--changed needs a git working tree.');
  return new Set(changed);
}

/** Tells what a source says, and gives it back where it can be written. */
function takeWhole({ namespace, places, findings }: Writing, made: MaterializedSource): Made | null {
  const { version, misnamed, result } = made;
  const file = sourcePath(made.schema, namespace.checkout.config);
  const said = [...made.readFindings, ...result.findings, ...(misnamed === null ? [] : [misnamed])];
  findings.push(...said.map((finding) => places.locate(finding, file)));
  if (version === null && result.schema !== null)
    findings.push(places.error('source-without-version', file, {}));
  if (!made.isSound || version === null || result.schema === null) return null;
  return { ...made, version, value: result.schema };
}
