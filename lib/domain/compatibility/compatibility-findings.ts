import type { Finding, Severity } from '../findings/finding';
import type { Json } from '../schema/json';
import { type Change, isBreaking } from './change';
import type { Comparison } from './compare-schemas';
import { describeChange } from './describe-change';
import { orderVersions, readVersion, suggestVersion, type VersionLevel } from './suggest-version';
import { describeUpstreamReason } from './upstream-texts';

/**
 * What is to be said of a proposed version number against its base (domain.md, approval condition 2).
 * - `version-number-follows-change`: an error where the number is no `X.Y.Z` or not greater than the base's; a
 *   warning where it is smaller than the change asks for; a hint where it is larger.
 * - `compatible-with-previous-version`: an error for each breaking change, unless the major number is greater.
 * - `schema-version-compatibility`: an error where jsonschema-tools' test of that name fails, unless the major number
 *   is greater. Upstream's `skipSchemaTestCases` may leave it out by its name.
 *
 * Paths are pointers into the newer materialized schema (into the older one where the place is gone). Without a
 * base only the number itself is judged.
 */
export function compatibilityFindings(
  baseVersion: string | null,
  proposedVersion: string,
  comparison: Comparison | null,
): Finding[] {
  const proposed = readVersion(proposedVersion);
  if (proposed === null) return [numberFinding('error', { problem: 'format', proposedVersion })];
  const base = baseVersion === null ? null : readVersion(baseVersion);
  if (baseVersion === null || base === null) return [];
  const versions = { baseVersion, proposedVersion };
  const findings: Finding[] = [];
  const order = orderVersions(proposed, base);
  if (order <= 0)
    findings.push(numberFinding('error', { problem: order === 0 ? 'taken' : 'lower', ...versions }));
  if (comparison === null) return findings;
  if (proposed[0] <= base[0]) {
    findings.push(...upstreamFindings(comparison, versions));
    findings.push(
      ...comparison.changes.filter(isBreaking).map((change) => breakingFinding(change, versions)),
    );
  }
  if (order > 0) findings.push(...levelFindings(comparison, versions));
  return findings;
}

type Versions = { baseVersion: string; proposedVersion: string };

function upstreamFindings({ upstream }: Comparison, versions: Versions): Finding[] {
  const [reason] = upstream.reasons;
  if (reason === undefined) return [];
  const params = { ...versions, verdict: upstream.verdict, reason: describeUpstreamReason(reason) };
  return [
    {
      rule: 'schema-version-compatibility',
      severity: 'error',
      path: reason.pointer,
      subject: 'materialized',
      params: { ...params, count: upstream.reasons.length },
    },
  ];
}

function breakingFinding(change: Change, versions: Versions): Finding {
  return {
    rule: 'compatible-with-previous-version',
    severity: 'error',
    path: change.pointer,
    subject: 'materialized',
    params: {
      ...versions,
      kind: change.kind,
      field: change.path,
      keyword: change.keyword,
      classifications: change.classifications,
      sentence: describeChange(change),
    },
  };
}

const rank: Record<VersionLevel, number> = { patch: 0, minor: 1, major: 2 };

/** A breaking change without a new major number is an error of its own rules, so it is not said twice. */
function levelFindings(comparison: Comparison, versions: Versions): Finding[] {
  const suggestion = suggestVersion(versions.baseVersion, comparison);
  const level = levelBetween(versions);
  if (suggestion.level === 'major' || level === null || level === suggestion.level) return [];
  const smaller = rank[level] < rank[suggestion.level];
  return [
    numberFinding(smaller ? 'warning' : 'info', {
      problem: smaller ? 'too-small' : 'too-large',
      ...versions,
      suggestedVersion: suggestion.version,
      level: suggestion.level,
      because: suggestion.because,
    }),
  ];
}

function levelBetween({ baseVersion, proposedVersion }: Versions): VersionLevel | null {
  const base = readVersion(baseVersion);
  const proposed = readVersion(proposedVersion);
  if (base === null || proposed === null) return null;
  if (proposed[0] > base[0]) return 'major';
  return proposed[1] > base[1] ? 'minor' : 'patch';
}

function numberFinding(severity: Severity, params: Record<string, Json>): Finding {
  return { rule: 'version-number-follows-change', severity, path: '/$id', params };
}
