import { compareSchemas } from '@/lib/domain/compatibility/compare-schemas';
import type { Finding } from '@/lib/domain/findings/finding';
import type { RepositorySchema, RepositoryVersion } from '@/lib/domain/repository/parse-repository-tree';
import type { JsonObject } from '@/lib/domain/schema/json';
import { compareVersions } from '@/lib/domain/schema/schema-id';
import { checkCompatibility, type CompatibilityCheck } from './check-compatibility';
import { checkStructure, countLinksAsFiles } from './check-structure';
import { type CommandCall, type CommandResult, readRepositoryWords, statusOf } from './command';
import { type Asked, lintNewVersion, lintSource, lintVersion } from './lint-schema-file';
import { type LocatedFinding, sortFindings } from './located-finding';
import { materializedValue, sourcePath } from './materialized-source';
import { loadNamespace } from './namespace';
import { findNewVersions } from './new-versions';
import { plural } from './print-findings';
import { findingPlaces, ruleReadingFindings } from './repository-findings';
import { createVersionFields, type VersionFields } from './version-origins';

/**
 * `check DIR [--refs DIR]… [--base REV]`: everything that upstream's test suite checks of a repository (structure,
 * robustness of each version, compatibility of consecutive versions), and our own rules: on the sources, and on the
 * versions that are not in the revision, as far as they differ from the newest one before them that is in it, and on
 * the steps to those versions.
 */
export function runCheck(call: CommandCall): CommandResult {
  const { root, refs, format, one } = readRepositoryWords(call, { options: ['base'] });
  const { fileSystem, cwd } = call;
  const news = findNewVersions(fileSystem, root, one('base') ?? null);
  const namespace = loadNamespace(fileSystem, { root, refs });
  const { checkout } = namespace;
  const places = findingPlaces(checkout, cwd);
  const findings = ruleReadingFindings(checkout, places);
  if (news.isUnknown) findings.push({ ...places.error('new-versions-unknown', '', {}), severity: 'warning' });
  const links = countLinksAsFiles(fileSystem, namespace);
  if (links !== null) {
    findings.push({ ...places.error('links-are-files', '', { count: links }), severity: 'warning' });
  }
  const fieldsOf = createVersionFields(namespace);
  const structure = { namespace, fileSystem, places, linksAreFiles: links !== null };
  for (const schema of checkout.tree.schemas) {
    findings.push(...checkStructure(structure, schema));
    findings.push(...checkRules({ namespace, places, news, fieldsOf }, schema));
    findings.push(...checkCompatibility({ namespace, places, news }, schema));
  }
  const versions = checkout.tree.schemas.reduce((count, schema) => count + schema.versions.length, 0);
  const subject = `${plural(checkout.tree.schemas.length, 'schema')}, ${plural(versions, 'version')}`;
  const outcome = { findings: sortFindings(findings), subject };
  return { format, outcome, status: statusOf(outcome) };
}

/** The check of a repository, and what tells the fields of its materialized versions apart. */
interface RulesCheck extends CompatibilityCheck {
  fieldsOf: VersionFields;
}

/** The rules on the source and on every new version, and upstream's on the others; a version is not asked twice. */
function checkRules(check: RulesCheck, schema: RepositorySchema): LocatedFinding[] {
  const { namespace, places } = check;
  const { checkout } = namespace;
  const made = namespace.materializeSource(schema);
  const current = made?.result.schema == null ? null : made.version;
  const findings =
    made === null
      ? []
      : lintSource(namespace, made, askedOf(check, schema, { after: materializedValue(made) })).map(
          (finding) => places.locate(finding, sourcePath(schema, checkout.config)),
        );
  for (const version of schema.versions) {
    if (version.version === current) continue;
    findings.push(
      ...lintVersionFile(check, schema, version).map((finding) => places.locate(finding, version.path)),
    );
  }
  return findings;
}

/** A new version is asked by our own rules once, whatever the number of its files. */
function lintVersionFile(check: RulesCheck, schema: RepositorySchema, version: RepositoryVersion): Finding[] {
  const { namespace, news, fieldsOf } = check;
  const source = namespace.readVersion(version.path);
  if (source === null) return [];
  const isPrimary = version.path.endsWith(`.${namespace.checkout.config.contentTypes[0]}`);
  if (!isPrimary || !news.isNew(version)) return lintVersion(namespace, source, schema.title);
  const asked = askedOf(check, schema, { after: source.value, before: version.version });
  const fields = fieldsOf(source.value, namespace.materializeSource(schema));
  return lintNewVersion(namespace, { source, title: schema.title, fields, asked });
}

/**
 * The fields that a text adds to or changes from the newest version that was released before it; all of them where
 * there is none. Without `before` the text comes after all versions.
 */
function askedOf(
  { namespace, news }: CompatibilityCheck,
  schema: RepositorySchema,
  { after, before = null }: { after: JsonObject | null; before?: string | null },
): Asked {
  const released = schema.versions.filter((version) => !news.isNew(version));
  const isNewSchema = released.length === 0;
  const base = released.findLast(({ version }) => before === null || compareVersions(version, before) < 0);
  const older = base === undefined ? null : namespace.readVersion(base.path);
  if (older === null || after === null) return { isNewSchema, fields: null };
  const { changes } = compareSchemas(older.value, after);
  const changed = changes.filter(({ kind }) => kind !== 'field-removed').map(({ pointer }) => pointer);
  return { isNewSchema, fields: new Set(changed) };
}
