import type { DraftAssessment } from '@/lib/domain/draft/assess-draft';
import { readVersion } from '@/lib/domain/compatibility/suggest-version';
import type { Finding } from '@/lib/domain/findings/finding';
import { canonicalDecisions } from '@/lib/domain/review/revision-content';
import type {
  CompatibilityRecord,
  FieldDecisionRecord,
  ReviewSnapshot,
  RevisionSummary,
  RiskTier,
} from '@/lib/domain/review/snapshot';
import { sha256 } from '@/lib/platform/hash';
import { toDomainState, toDomainVerdict, toReviewRole } from '../proposal/states';
import type { ProposalFacts } from './load-facts';
import type { CaseInput } from './case-input';

/** Rules of the second condition; everything else belongs to the first. */
const compatibilityRules = new Set(['schema-version-compatibility', 'compatible-with-previous-version']);

/** All that the conditions depend on, as plain data. */
export function buildSnapshot(
  { facts, newestVersion, settings, now }: CaseInput,
  assessment: DraftAssessment,
  riskTier: RiskTier,
): ReviewSnapshot {
  const revisions = facts.revisions.map(toSummary);
  const current = facts.revisions.at(-1);
  const decisions = toDecisionRecords(facts);
  const baseVersion = current ? current.baseVersion : facts.baseVersion;
  return {
    state: toDomainState(facts.state),
    authorId: facts.authorId,
    currentRevision: revisions.at(-1) ?? null,
    earlierRevisions: revisions.slice(0, -1),
    ...voicesOf(facts),
    decisions,
    decisionsHash: hashDecisions(decisions),
    fieldsToDecide: assessment.changedFieldPointers,
    threads: facts.threads.map(({ id, blocking, resolvedAt, openedById }) => ({
      ...{ id, blocking, openedById },
      resolved: resolvedAt !== null,
    })),
    lintErrors: assessment.findings.filter(isLintError),
    exceptions: facts.exceptions.map(({ rule, expiresAt, personId }) => ({
      ...{ rule, expiresAt },
      grantedById: personId,
    })),
    compatibility: compatibilityOf(assessment, baseVersion),
    baseVersion,
    newestVersion,
    riskTier,
    legalReviewUrl: facts.legalReviewUrl,
    settings,
    now,
  };
}

/** SHA-256 of the decisions as they stand. */
export function hashDecisions(decisions: readonly FieldDecisionRecord[]): string {
  return sha256(canonicalDecisions(decisions));
}

/** The decisions of a proposal as the domain speaks of them. */
export function toDecisionRecords(facts: Pick<ProposalFacts, 'decisions'>): FieldDecisionRecord[] {
  return facts.decisions.map(({ pointer, category, identifiesPerson, action, reason, personId }) => ({
    ...{ pointer, category, identifiesPerson, action, reason },
    decidedById: personId,
  }));
}

function voicesOf(facts: ProposalFacts): Pick<ReviewSnapshot, 'reviews' | 'signOffs'> {
  const reviews = facts.reviews.map(({ id, role, verdict, createdAt, person, revision }) => ({
    ...{ id, createdAt },
    reviewerId: person.id,
    reviewerName: person.name,
    role: toReviewRole(role),
    verdict: toDomainVerdict(verdict),
    revisionNumber: revision.number,
    schemaHash: revision.schemaHash,
    contextHash: revision.contextHash,
    mayStillReview: person.disabledAt === null && person.roles.includes(role),
  }));
  const signOffs = facts.signOffs.map(({ id, fieldsHash, decisionsHash, createdAt, person, revision }) => ({
    ...{ id, fieldsHash, decisionsHash, createdAt },
    analystId: person.id,
    analystName: person.name,
    revisionNumber: revision.number,
    mayStillReview: person.disabledAt === null && person.roles.includes('analyst'),
  }));
  return { reviews, signOffs };
}

function toSummary(revision: ProposalFacts['revisions'][number]): RevisionSummary {
  const { number, hash, schemaHash, contextHash, fieldsHash, createdAt, contributorIds } = revision;
  return { number, hash, schemaHash, contextHash, fieldsHash, createdAt, contributorIds };
}

function isLintError(finding: Finding): boolean {
  return finding.severity === 'error' && !compatibilityRules.has(finding.rule);
}

/**
 * A schema that cannot be compared with its base is not called compatible. Upstream's test may be skipped by the
 * repository; then only what breaks producers or consumers counts.
 */
function compatibilityOf(assessment: DraftAssessment, baseVersion: string | null): CompatibilityRecord {
  const brokenRules = [
    ...new Set(
      assessment.findings
        .filter((finding) => finding.severity === 'error' && compatibilityRules.has(finding.rule))
        .map((finding) => finding.rule),
    ),
  ];
  const majorBump = startsMajor(baseVersion, assessment.version);
  if (baseVersion === null) return { compatible: true, majorBump, brokenRules };
  const isCompared = assessment.comparison !== null;
  return {
    compatible: isCompared && brokenRules.length === 0 && !hidesBreaking(assessment, majorBump),
    majorBump,
    brokenRules,
  };
}

/** With a new major number breaking changes give no finding, though the schema is not compatible. */
function hidesBreaking(assessment: DraftAssessment, majorBump: boolean): boolean {
  return majorBump && assessment.comparison?.strict.compatible === false;
}

function startsMajor(base: string | null, version: string | null): boolean {
  const older = base === null ? null : readVersion(base);
  const newer = version === null ? null : readVersion(version);
  return older !== null && newer !== null && newer[0] > older[0];
}
