import { compareSchemas } from '@/lib/domain/compatibility/compare-schemas';
import type { RepositorySchema } from '@/lib/domain/repository/parse-repository-tree';
import { checkCompatibility, type CompatibilityCheck } from './check-compatibility';
import { checkStructure, countLinksAsFiles } from './check-structure';
import { type CommandCall, type CommandResult, readRepositoryWords, statusOf } from './command';
import { type Asked, lintSource, lintVersion } from './lint-schema-file';
import { type LocatedFinding, sortFindings } from './located-finding';
import { type MaterializedSource, materializedValue, sourcePath } from './materialized-source';
import { loadNamespace } from './namespace';
import { findNewVersions, newestReleased } from './new-versions';
import { plural } from './print-findings';
import { findingPlaces, ruleReadingFindings } from './repository-findings';

/**
 * `check DIR [--refs DIR]… [--base REV]`: everything that upstream's test suite checks of a repository (structure,
 * robustness of each version, compatibility of consecutive versions), and our own rules: on the sources, as far as they
 * differ from the newest version that is in the revision, and on the steps to versions that are not in it.
 */
export function runCheck(call: CommandCall): CommandResult {
  const { root, refs, format, one } = readRepositoryWords(call, { options: ['base'] });
  const { fileSystem, cwd } = call;
  const news = findNewVersions(fileSystem, root, one('base') ?? null);
  const namespace = loadNamespace(fileSystem, root, refs);
  const { checkout } = namespace;
  const places = findingPlaces(checkout, cwd);
  const findings = ruleReadingFindings(checkout, places);
  if (news.isUnknown) findings.push({ ...places.error('new-versions-unknown', '', {}), severity: 'warning' });
  const links = countLinksAsFiles(fileSystem, namespace);
  if (links !== null) {
    findings.push({ ...places.error('links-are-files', '', { count: links }), severity: 'warning' });
  }
  const structure = { namespace, fileSystem, places, linksAreFiles: links !== null };
  for (const schema of checkout.tree.schemas) {
    findings.push(...checkStructure(structure, schema));
    findings.push(...checkRules({ namespace, places, news }, schema));
    findings.push(...checkCompatibility({ namespace, places, news }, schema));
  }
  const versions = checkout.tree.schemas.reduce((count, schema) => count + schema.versions.length, 0);
  const subject = `${plural(checkout.tree.schemas.length, 'schema')}, ${plural(versions, 'version')}`;
  const outcome = { findings: sortFindings(findings), subject };
  return { format, outcome, status: statusOf(outcome) };
}

/** The rules on the source, and upstream's on every version that the source does not stand for already. */
function checkRules(check: CompatibilityCheck, schema: RepositorySchema): LocatedFinding[] {
  const { namespace, places } = check;
  const { checkout } = namespace;
  const made = namespace.materializeSource(schema);
  const current = made?.result.schema == null ? null : made.version;
  const findings =
    made === null
      ? []
      : lintSource(namespace, made, askedOf(check, made)).map((finding) =>
          places.locate(finding, sourcePath(schema, checkout.config)),
        );
  for (const { version, path } of schema.versions) {
    const source = version === current ? null : namespace.readVersion(path);
    if (source === null) continue;
    findings.push(
      ...lintVersion(namespace, source, schema.title).map((finding) => places.locate(finding, path)),
    );
  }
  return findings;
}

/** The fields that the source adds to or changes from the newest released version; all of them where there is none. */
function askedOf({ namespace, news }: CompatibilityCheck, made: MaterializedSource): Asked {
  const newest = newestReleased(news, made.schema);
  const before = newest === null ? null : namespace.readVersion(newest.path);
  const after = materializedValue(made);
  const isNewSchema = newest === null;
  if (before === null || after === null) return { isNewSchema, fields: null };
  const { changes } = compareSchemas(before.value, after);
  const changed = changes.filter(({ kind }) => kind !== 'field-removed').map(({ pointer }) => pointer);
  return { isNewSchema, fields: new Set(changed) };
}
