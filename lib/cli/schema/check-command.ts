import { compareSchemas } from '@/lib/domain/compatibility/compare-schemas';
import type { RepositorySchema } from '@/lib/domain/repository/parse-repository-tree';
import { checkCompatibility } from './check-compatibility';
import { checkStructure, countLinksAsFiles } from './check-structure';
import { type CommandCall, type CommandResult, readRepositoryWords, statusOf } from './command';
import { type AskedFields, lintSource, lintVersion } from './lint-schema-file';
import { type LocatedFinding, sortFindings } from './located-finding';
import { type MaterializedSource, materializedValue } from './materialized-source';
import { loadNamespace, type Namespace } from './namespace';
import { plural } from './print-findings';
import { type FindingPlaces, findingPlaces, ruleReadingFindings } from './repository-findings';

/**
 * `check DIR [--refs DIR]…`: everything that upstream's test suite checks of a repository (structure, robustness of
 * each version, compatibility of consecutive versions), and our own rules on what is not released yet.
 */
export function runCheck(call: CommandCall): CommandResult {
  const { root, refs, format } = readRepositoryWords(call);
  const { fileSystem, cwd } = call;
  const namespace = loadNamespace(fileSystem, root, refs);
  const { checkout } = namespace;
  const places = findingPlaces(checkout, cwd);
  const findings = ruleReadingFindings(checkout, places);
  const links = countLinksAsFiles(fileSystem, namespace);
  if (links !== null) {
    findings.push({ ...places.error('links-are-files', '', { count: links }), severity: 'warning' });
  }
  const structure = { namespace, fileSystem, places, linksAreFiles: links !== null };
  for (const schema of checkout.tree.schemas) {
    findings.push(...checkStructure(structure, schema));
    findings.push(...checkRules(namespace, places, schema));
    findings.push(...checkCompatibility({ namespace, places }, schema));
  }
  const versions = checkout.tree.schemas.reduce((count, schema) => count + schema.versions.length, 0);
  const subject = `${plural(checkout.tree.schemas.length, 'schema')}, ${plural(versions, 'version')}`;
  const outcome = { findings: sortFindings(findings), subject };
  return { format, outcome, status: statusOf(outcome) };
}

/** The rules on the source, and upstream's on every version that the source does not stand for already. */
function checkRules(namespace: Namespace, places: FindingPlaces, schema: RepositorySchema): LocatedFinding[] {
  const { checkout } = namespace;
  const made = namespace.materializeSource(schema);
  const current = made?.result.schema == null ? null : made.version;
  const findings =
    made === null
      ? []
      : lintSource(namespace, made, newFields(namespace, schema, made)).map((finding) =>
          places.locate(finding, `${schema.directory}/${checkout.config.currentName}`),
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

/** The fields that the source adds to or changes from the newest version; all of them where there is none. */
function newFields(namespace: Namespace, schema: RepositorySchema, made: MaterializedSource): AskedFields {
  const newest = schema.versions.at(-1);
  const before = newest === undefined ? null : namespace.readVersion(newest.path);
  const after = materializedValue(made);
  if (before === null || after === null) return null;
  const { changes } = compareSchemas(before.value, after);
  return new Set(changes.filter(({ kind }) => kind !== 'field-removed').map(({ pointer }) => pointer));
}
