import { compareSchemas } from '@/lib/domain/compatibility/compare-schemas';
import { compatibilityFindings } from '@/lib/domain/compatibility/compatibility-findings';
import type { Finding } from '@/lib/domain/findings/finding';
import { skippedRules } from '@/lib/domain/lint/skipped-rules';
import type { RepositorySchema, RepositoryVersion } from '@/lib/domain/repository/parse-repository-tree';
import { compareVersions } from '@/lib/domain/schema/schema-id';
import type { JsonObject } from '@/lib/domain/schema/json';
import type { SchemaSource } from '@/lib/domain/schema/types';
import type { LocatedFinding } from './located-finding';
import { type MaterializedSource, sourcePath } from './materialized-source';
import type { Namespace } from './namespace';
import type { NewVersions } from './new-versions';
import type { FindingPlaces } from './repository-findings';

const upstreamRule = 'schema-version-compatibility';

/** What a check of versions works on. */
export interface CompatibilityCheck {
  namespace: Namespace;
  places: FindingPlaces;
  news: NewVersions;
}

/**
 * Checks each version of a schema against the one before it: upstream's test within a major version, our stricter one
 * beside it. What our own rules say of released versions is a warning, since nobody can change them any more.
 * A version that is new can be changed, whether its file is written yet or not.
 */
export function checkCompatibility(check: CompatibilityCheck, schema: RepositorySchema): LocatedFinding[] {
  const { namespace, places } = check;
  const primary = namespace.checkout.config.contentTypes[0];
  const released = schema.versions.filter(({ path }) => path.endsWith(`.${primary}`));
  const findings = released.slice(1).flatMap((newer, index) => {
    const older = released[index];
    return older === undefined ? [] : comparePair(check, older, newer);
  });
  const made = namespace.materializeSource(schema);
  const newest = released.at(-1);
  if (made === null || newest === undefined || !isUnreleased(made, newest)) return findings;
  return [
    ...findings,
    ...compareSource(check, newest, made).map((finding) =>
      places.locate(finding, sourcePath(schema, namespace.checkout.config)),
    ),
  ];
}

function isUnreleased({ version }: MaterializedSource, newest: RepositoryVersion): boolean {
  return version !== null && compareVersions(version, newest.version) > 0;
}

function comparePair(
  check: CompatibilityCheck,
  older: RepositoryVersion,
  newer: RepositoryVersion,
): LocatedFinding[] {
  const before = check.namespace.readVersion(older.path);
  const after = check.namespace.readVersion(newer.path);
  if (before === null || after === null) return [];
  return judge(check, {
    baseVersion: older.version,
    version: newer.version,
    before: before.value,
    after: after.value,
  })
    .flatMap((finding) => (check.news.isNew(newer) ? [finding] : afterRelease(finding)))
    .map((finding) => check.places.locate(withRange(finding, after), newer.path));
}

/** Its number cannot be changed any more, and the rest is told for next time. */
function afterRelease(finding: Finding): Finding[] {
  if (finding.rule === 'version-number-follows-change') return [];
  return [finding.rule === upstreamRule ? finding : { ...finding, severity: 'warning' }];
}

function compareSource(
  check: CompatibilityCheck,
  newest: RepositoryVersion,
  made: MaterializedSource,
): Finding[] {
  const before = check.namespace.readVersion(newest.path);
  const after = made.result.schema;
  if (before === null || after === null || made.version === null) return [];
  return judge(check, {
    baseVersion: newest.version,
    version: made.version,
    before: before.value,
    after,
  }).map((finding) => withRange(finding, made.source));
}

interface Pair {
  baseVersion: string;
  version: string;
  before: JsonObject;
  after: JsonObject;
}

function judge({ namespace }: CompatibilityCheck, { baseVersion, version, before, after }: Pair): Finding[] {
  const id = after['$id'];
  const skipped = skippedRules(
    typeof id === 'string' ? id : '',
    namespace.checkout.config.skipSchemaTestCases,
  );
  return compatibilityFindings(baseVersion, version, compareSchemas(before, after)).filter(
    ({ rule }) => rule !== upstreamRule || !skipped.has(rule),
  );
}

/** The place in the newer text, or the nearest one around it that is still there. */
function withRange(finding: Finding, source: SchemaSource): Finding {
  for (let at = finding.path; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const range = source.rangeOf(at, 'key') ?? source.rangeOf(at, 'value');
    if (range !== null) return { ...finding, range };
  }
  return finding;
}
